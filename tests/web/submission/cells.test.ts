import { describe, expect, it } from 'vitest';
import { figureIn, numeratorText, readCell, typeAmount, typedFrom } from '#web/features/submissions/form/cells.ts';
import type { TypedRow, TypedSheet } from '#web/features/submissions/form/typed.ts';
import { area, figureOf, projects, share } from './month.ts';

/** 348 万㎡ in square metres. */
const base = 3_480_000;

const sheet = (figures: Record<string, TypedRow>): TypedSheet => ({
  figures,
  asOf: '2020-10-31',
  note: '',
  cause: '',
  remedies: '',
  words: {},
});

describe('readCell', () => {
  it('finds nothing typed in an indicator that the sheet does not name', () => {
    expect(readCell(area, sheet({}), base)).toEqual({ state: 'empty' });
    expect(readCell(share, sheet({}), null)).toEqual({ state: 'empty' });
  });
});

describe('typeAmount', () => {
  it('computes the cumulative of a typed increment', () => {
    // 348.00 + 69.55 = 417.55
    expect(typeAmount(area, 'increment', '69.55', base)).toEqual({
      increment: '69.55',
      cumulative: '417.55',
      by: 'increment',
    });
  });

  it('computes the increment of a typed cumulative, below zero where it falls', () => {
    expect(typeAmount(area, 'cumulative', '417.55', base).increment).toBe('69.55');
    expect(typeAmount(area, 'cumulative', '340', base).increment).toBe('-8.00');
    expect(typeAmount(area, 'increment', '-8', base).cumulative).toBe('340.00');
  });

  it('keeps the text as it was typed, full width and separators included', () => {
    expect(typeAmount(area, 'increment', '１，０００．５', base)).toMatchObject({
      increment: '１，０００．５',
      cumulative: '1348.50',
    });
  });

  it('computes nothing from what cannot be read, or where last month is not known', () => {
    expect(typeAmount(area, 'increment', '12万', base).cumulative).toBe('');
    expect(typeAmount(area, 'cumulative', '400', null).increment).toBe('');
    expect(typeAmount(area, 'cumulative', '', base).increment).toBe('');
  });
});

const read = (row: TypedRow, indicator = area) => readCell(indicator, sheet({ [indicator.code]: row }), base);

describe('readCell', () => {
  it('reads a cumulative into base units', () => {
    expect(read(typeAmount(area, 'cumulative', '1,234.5', base))).toEqual({
      state: 'read',
      figure: { cumulative: 12_345_000, denominator: null },
    });
  });

  it('takes nothing typed for nothing, never for zero', () => {
    expect(read({ increment: '', cumulative: ' ', by: 'cumulative' })).toEqual({ state: 'empty' });
    expect(read({ increment: '-348', cumulative: '0', by: 'cumulative' })).toMatchObject({
      state: 'read',
      figure: { cumulative: 0 },
    });
  });

  it('says which cell is wrong and why', () => {
    expect(read({ increment: '1e3', cumulative: '', by: 'increment' })).toMatchObject({
      problem: { is: 'unread', field: 'increment', code: 'figure-notation', text: '1e3' },
    });
    expect(read({ increment: '', cumulative: '-5', by: 'cumulative' })).toMatchObject({
      problem: { field: 'cumulative', code: 'figure-negative' },
    });
    expect(
      readCell(projects, sheet({ projects: { increment: '', cumulative: '2.5', by: 'cumulative' } }), 0),
    ).toMatchObject({
      problem: { code: 'too-many-decimals' },
    });
  });

  it('asks a pasted pair to agree', () => {
    expect(read({ increment: '69.55', cumulative: '417.55', by: 'both' }).state).toBe('read');
    expect(read({ increment: '69.55', cumulative: '417.56', by: 'both' })).toMatchObject({ problem: { is: 'pair' } });
  });

  it('takes an increment that falls below the whole year for a negative cumulative', () => {
    expect(read(typeAmount(area, 'increment', '-349', base))).toMatchObject({
      problem: { field: 'cumulative', code: 'figure-negative' },
    });
  });
});

const typed = (numerator: string | null, denominator: string, source = '400') =>
  sheet({
    area: { increment: '', cumulative: source, by: 'cumulative' },
    share: { numerator, denominator },
  });

describe('a ratio', () => {
  it('takes its numerator from the indicator it is a share of, as that is typed', () => {
    expect(numeratorText(share, typed(null, ''))).toBe('400');
    expect(readCell(share, typed(null, '1,600'), null)).toMatchObject({
      figure: { cumulative: 4_000_000, denominator: 16_000_000 },
    });
  });

  it('keeps an own numerator', () => {
    expect(numeratorText(share, typed('390', ''))).toBe('390');
  });

  it('is empty while only the followed numerator stands', () => {
    expect(readCell(share, typed(null, ''), null)).toEqual({ state: 'empty' });
  });

  it('names the part that is missing', () => {
    expect(readCell(share, typed('390', ''), null)).toMatchObject({
      problem: { is: 'part-missing', field: 'denominator' },
    });
    expect(readCell(share, typed(null, '1600', ''), null)).toMatchObject({
      problem: { is: 'part-missing', field: 'numerator' },
    });
  });

  it('follows its source again after it was stored with the source’s figure', () => {
    expect(typedFrom(share, figureOf('share', 400, 1600), null, figureOf('area', 400))).toEqual({
      numerator: null,
      denominator: '1600.00',
    });
    expect(typedFrom(share, figureOf('share', 390, 1600), null, figureOf('area', 400))).toMatchObject({
      numerator: '390.00',
    });
  });
});

describe('figureIn', () => {
  it('writes a figure by the grammar it was read with', () => {
    expect(figureIn(area, { cumulative: 4_175_500, denominator: null })).toEqual({ cumulative: '417.55' });
    expect(figureIn(share, { cumulative: 4_000_000, denominator: 16_000_000 })).toEqual({
      numerator: '400.00',
      denominator: '1600.00',
    });
  });
});
