import { describe, expect, it } from 'vitest';
import { yearEndOf } from '#web/features/sprint/year-end.ts';
import { sortRows, mostMissingFirst } from '#web/features/sprint/sort-rows.ts';
import { sprintRow } from '#tests/web/sprint/rows.ts';

describe('yearEndOf', () => {
  it('is reached where the target is, whatever the projection', () => {
    expect(yearEndOf({ actual: 600, target: 600, projection: null, over: false })).toEqual({ kind: 'reached' });
  });

  it('compares the projection with the target', () => {
    expect(yearEndOf({ actual: 348, target: 600, projection: 600, over: false })).toEqual({
      kind: 'will',
      projection: 600,
    });
    // 600 − 487.4 = 112.6
    expect(yearEndOf({ actual: 348, target: 600, projection: 487.4, over: false })).toEqual({
      kind: 'short',
      projection: 487.4,
      missing: 600 - 487.4,
    });
  });

  it('projects nothing of a year that has ended: it was reached or missed', () => {
    expect(yearEndOf({ actual: 500, target: 600, projection: 700, over: true })).toEqual({
      kind: 'missed',
      missing: 100,
    });
    expect(yearEndOf({ actual: 600, target: 600, projection: null, over: true })).toEqual({ kind: 'reached' });
    expect(yearEndOf({ actual: null, target: 600, projection: 700, over: true })).toEqual({ kind: 'unknown' });
  });

  it('claims nothing without a target or a projection', () => {
    expect(yearEndOf({ actual: 10, target: null, projection: 20, over: false })).toEqual({ kind: 'unknown' });
    expect(yearEndOf({ actual: 10, target: 30, projection: null, over: false })).toEqual({ kind: 'unknown' });
  });
});

describe('sortRows', () => {
  const rows = [
    sprintRow('a', { intensity: 1.6 }),
    sprintRow('b', { intensity: null }),
    sprintRow('c', { intensity: 'infinite' }),
    sprintRow('d', { intensity: 0 }),
  ];
  const order = (sort: string | undefined): string =>
    sortRows(rows, sort)
      .map(({ region }) => region)
      .join('');

  it('keeps the order without a column and for one that is not known', () => {
    expect(order(undefined)).toBe('abcd');
    expect(order('-colour')).toBe('abcd');
  });

  it('takes infinite for the most, and puts what has no value last either way', () => {
    expect(order('-intensity')).toBe('cadb');
    expect(order('intensity')).toBe('dacb');
  });
});

describe('mostMissingFirst', () => {
  it('starts with who misses most, and ends with who is there', () => {
    const rows = [
      sprintRow('reached', {}, { yearEnd: { kind: 'reached' } }),
      sprintRow('unknown', {}),
      sprintRow('easily', {}, { yearEnd: { kind: 'will', projection: 130 }, projected: 1.3 }),
      sprintRow('barely', {}, { yearEnd: { kind: 'will', projection: 500 }, projected: 1.01 }),
      sprintRow('little', {}, { yearEnd: { kind: 'short', projection: 90, missing: 10 }, projected: 0.5 }),
      sprintRow('most', {}, { yearEnd: { kind: 'short', projection: 490, missing: 110 }, projected: 0.8 }),
      sprintRow('missed', {}, { yearEnd: { kind: 'missed', missing: 50 } }),
    ];
    expect(mostMissingFirst(rows).map(({ region }) => region)).toEqual(
      'most missed little barely easily unknown reached'.split(' '),
    );
  });
});
