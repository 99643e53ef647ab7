import { describe, expect, it } from 'vitest';
import { isTypedSheet, sameRow, sameSheet } from '#web/features/submissions/form/typed.ts';
import { isRecord } from '#web/ui/is-record.ts';
import type { TypedRow, TypedSheet } from '#web/features/submissions/form/typed.ts';

const amount: TypedRow = { increment: '52.00', cumulative: '400', by: 'cumulative' };
const ratio: TypedRow = { numerator: '400', denominator: '1600' };
const sheet: TypedSheet = {
  figures: { area: amount, share: ratio },
  asOf: '2020-10-31',
  note: '备注',
  cause: '原因',
  remedies: '措施',
  words: { area: '含续建' },
};

describe('sameRow', () => {
  it('compares both texts, and not which of a linked pair was typed', () => {
    expect(sameRow(amount, { ...amount, by: 'increment' })).toBe(true);
    expect(sameRow(amount, { ...amount, increment: '52' })).toBe(false);
    expect(sameRow(amount, { ...amount, cumulative: '400.00' })).toBe(false);
    expect(sameRow(ratio, { ...ratio })).toBe(true);
    expect(sameRow(ratio, { ...ratio, numerator: null })).toBe(false);
    expect(sameRow(ratio, { ...ratio, denominator: '' })).toBe(false);
  });

  it('takes a row for the same as none only where there is none', () => {
    expect(sameRow(undefined, undefined)).toBe(true);
    expect(sameRow(amount, undefined)).toBe(false);
    expect(sameRow(undefined, ratio)).toBe(false);
  });

  it('never takes an amount for a ratio', () => {
    expect(sameRow(amount, ratio)).toBe(false);
    expect(sameRow(ratio, amount)).toBe(false);
  });
});

describe('sameSheet', () => {
  it('compares every text of the form', () => {
    expect(sameSheet(sheet, { ...sheet, figures: { ...sheet.figures } })).toBe(true);
    for (const field of ['asOf', 'note', 'cause', 'remedies'] as const) {
      expect(sameSheet(sheet, { ...sheet, [field]: '' })).toBe(false);
    }
  });

  it('compares rows that only one of the two has', () => {
    const more = { ...sheet, figures: { ...sheet.figures, green: amount } };
    expect(sameSheet(sheet, more)).toBe(false);
    expect(sameSheet(more, sheet)).toBe(false);
    expect(sameSheet(sheet, { ...sheet, figures: { ...sheet.figures, share: { ...ratio, denominator: '1' } } })).toBe(
      false,
    );
  });
});

describe('isTypedSheet', () => {
  it('takes a form’s texts, whichever of a pair was typed and whether or not a numerator follows', () => {
    expect(isTypedSheet(sheet)).toBe(true);
    expect(isTypedSheet({ ...sheet, figures: {} })).toBe(true);
    for (const by of ['increment', 'cumulative', 'both']) {
      expect(isTypedSheet({ ...sheet, figures: { area: { ...amount, by } } })).toBe(true);
    }
    expect(isTypedSheet({ ...sheet, figures: { share: { numerator: null, denominator: '' } } })).toBe(true);
  });

  it('takes nothing else', () => {
    const rows = [
      null,
      [],
      'row',
      {},
      { ...amount, by: 'hand' },
      { ...amount, increment: 52 },
      { ...amount, cumulative: null },
      { numerator: 400, denominator: '1600' },
      { numerator: undefined, denominator: '1600' },
      { numerator: '400', denominator: 1600 },
    ];
    for (const row of rows) expect(isTypedSheet({ ...sheet, figures: { area: row } })).toBe(false);
    // One bad row among good ones is enough.
    expect(isTypedSheet({ ...sheet, figures: { area: amount, share: null } })).toBe(false);
    for (const field of ['asOf', 'note', 'cause', 'remedies'] as const) {
      expect(isTypedSheet({ ...sheet, [field]: 3 })).toBe(false);
    }
    for (const value of [null, undefined, 'text', [sheet], { ...sheet, figures: [] }, { ...sheet, figures: null }]) {
      expect(isTypedSheet(value)).toBe(false);
    }
  });
});

describe('isRecord', () => {
  it('is an object with keys, neither null nor a list', () => {
    expect(isRecord({})).toBe(true);
    for (const value of [null, [], 'text', 1, undefined]) expect(isRecord(value)).toBe(false);
  });
});
