import { beforeAll, describe, expect, it } from 'vitest';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { fieldSentences, offeredMonths, refusedFields, usualMonth } from '#web/features/targets/change.ts';
import { indicatorOf } from '../standings.ts';
import { stepOf } from './cells.ts';

const area = indicatorOf('prefab-area', { short: { zh: '装配式面积', en: 'Prefabricated area' } });
const typed = { amount: '650', effectiveMonth: 10, documentNumber: '浙建〔2020〕99号', reason: '调增年度目标' };
const words = { t: textNow, language: 'en' } as const;

beforeAll(() => startText('en'));

describe('usualMonth', () => {
  it('is January for a first target', () => {
    expect(usualMonth(2020, [], '2020-10-19')).toBe(1);
  });

  it('is the running month for a change of this year, and never before the line it follows', () => {
    expect(usualMonth(2020, [stepOf(1, 600)], '2020-10-19')).toBe(10);
    expect(usualMonth(2020, [stepOf(1, 600), stepOf(2, 650, 11)], '2020-10-19')).toBe(11);
    expect(usualMonth(2019, [stepOf(1, 600), stepOf(2, 650, 7)], '2020-10-19')).toBe(7);
  });
});

describe('offeredMonths', () => {
  it('begins with the month of the newest line', () => {
    expect(offeredMonths([])).toHaveLength(12);
    expect(offeredMonths([stepOf(1, 600), stepOf(2, 650, 11)])).toEqual([11, 12]);
  });
});

describe('fieldSentences', () => {
  it('finds nothing in a change that can be sent', () => {
    expect(fieldSentences(typed, area, [stepOf(1, 600)], words)).toEqual({});
  });

  it('says what is wrong with each field', () => {
    const wrong = { amount: ' ', effectiveMonth: 10, documentNumber: '', reason: 'why' };
    expect(fieldSentences(wrong, area, [], words)).toEqual({
      amount: 'Give the target; write 0 where it is zero.',
      documentNumber: 'Give the document number.',
      reason: expect.stringContaining('at least 5 characters'),
    });
    expect(fieldSentences({ ...typed, amount: '1.234' }, area, [], words)).toEqual({
      amount: expect.stringContaining('at most 2 decimals'),
    });
  });
});

describe('refusedFields', () => {
  it('lays the server’s sentences to their fields', () => {
    const errors = [
      { pointer: '/amount', code: 'figure-negative', detail: 'no' },
      { pointer: '/elsewhere', code: 'field-unknown', detail: 'what' },
    ];
    expect(refusedFields({ errors })).toEqual({ amount: 'no' });
  });
});
