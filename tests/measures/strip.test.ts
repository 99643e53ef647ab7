import { describe, expect, it } from 'vitest';
import { presets } from '#api/measures/rule.ts';
import { monthStrip } from '#api/measures/strip.ts';
import { figure, input, monthly } from './inputs.ts';

// Linear plan: 100 000 a month of 1 200 000; the rule is two months in a row below plan.
const given = input('flow', 'consecutive', monthly([99_999, 200_000, 299_999, 399_999, 500_000, 599_999]), {
  target: 1_200_000,
});

describe('monthStrip', () => {
  const strip = monthStrip(6, () => given);

  it('gives every month the level that it had, and none to months that are still to come', () => {
    expect(strip.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(strip.map(({ level }) => level)).toEqual([
      'watch',
      'on-pace',
      'watch',
      'behind',
      'on-pace',
      'watch',
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('remembers the first later month in which a bad one was made good', () => {
    expect(strip.slice(0, 7).map(({ recoveredIn }) => recoveredIn)).toEqual([2, null, 5, 5, null, null, null]);
  });

  it('takes an achieved month as made good, and does not look beyond the month asked for', () => {
    const figures = monthly([1, 2, 1_200_000]);
    const achieved = monthStrip(3, () => ({ ...given, figures }));
    expect(achieved.slice(0, 3).map(({ level, recoveredIn }) => [level, recoveredIn])).toEqual([
      ['watch', 3],
      ['behind', 3],
      ['achieved', null],
    ]);
    expect(monthStrip(2, () => ({ ...given, figures }))[0]?.recoveredIn).toBeNull();
  });

  it('marks months without a figure of their own, which carry the level of an older one', () => {
    const figures = [figure(2, 100_000), figure(4, 400_000)];
    const gaps = monthStrip(5, () => ({ ...given, figures }));
    expect(gaps.slice(0, 6).map(({ level, reported }) => [level, reported])).toEqual([
      ['no-data', false],
      ['watch', true],
      ['watch', false],
      ['on-pace', true],
      ['on-pace', false],
      [null, false],
    ]);
    expect(gaps[0]?.recoveredIn).toBeNull();
  });

  it('judges each month by the target and the rule of its own time', () => {
    const later = { ...given, target: 600_000, conditions: presets.points.flow };
    const changed = monthStrip(4, (month) => (month < 4 ? given : later));
    // April: 399 999 of 600 000 is 66.7 % against 33.3 %.
    expect(changed.slice(0, 4).map(({ level }) => level)).toEqual(['watch', 'on-pace', 'watch', 'on-pace']);
    expect(changed[2]?.recoveredIn).toBe(4);
  });
});
