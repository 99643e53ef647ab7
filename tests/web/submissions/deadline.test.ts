import { describe, expect, it } from 'vitest';
import type { DeadlineDecision, MonthDeadline } from '#api/deadlines/contract.ts';
import {
  bodyOf,
  deadlineLines,
  decided,
  fieldSentences,
  refusedFields,
} from '#web/features/submissions/deadlines/deadline.ts';

const decision = (sequence: number, onTimeDay: string, more: Partial<DeadlineDecision> = {}): DeadlineDecision => ({
  sequence,
  region: null,
  onTimeDay,
  closesOn: null,
  reason: '国庆假期顺延',
  author: 'official',
  decidedAt: '2020-10-19T01:00:00.000Z',
  ...more,
});

const october = (...decisions: DeadlineDecision[]): MonthDeadline => ({
  year: 2020,
  month: 10,
  version: decisions.length,
  onTimeDay: '2020-11-05',
  closesOn: null,
  usual: { onTimeDay: '2020-11-05', closesOn: null },
  notOwed: null,
  decisions,
  can: { set: true },
});

describe('the lines of a month', () => {
  it('are one with the usual day where nothing was decided', () => {
    expect(deadlineLines(october())).toEqual([
      { region: null, onTimeDay: '2020-11-05', closesOn: null, decision: null },
    ]);
  });

  it('are all cities’ first, then an exception each with its newest decision', () => {
    const first = decision(1, '2020-11-12', { region: '331100' });
    const all = decision(2, '2020-11-10', { closesOn: '2020-11-20' });
    const second = decision(3, '2020-11-15', { region: '331100', closesOn: '2020-11-25' });
    expect(deadlineLines(october(first, all, second))).toEqual([
      { region: null, onTimeDay: '2020-11-10', closesOn: '2020-11-20', decision: all },
      { region: '331100', onTimeDay: '2020-11-15', closesOn: '2020-11-25', decision: second },
    ]);
  });
});

describe('the form of a deadline', () => {
  const typed = { region: '', onTimeDay: '2020-11-10', closesOn: '', reason: '国庆假期顺延' };
  const month = decided(october(), '2020-10-19');

  it('is sent without what was left empty', () => {
    expect(bodyOf(typed)).toEqual({ region: null, onTimeDay: '2020-11-10', closesOn: null, reason: '国庆假期顺延' });
    expect(bodyOf({ ...typed, region: '331100', closesOn: '2020-11-20' })).toMatchObject({
      region: '331100',
      closesOn: '2020-11-20',
    });
  });

  it('says what is wrong at each field, in the language of the page', () => {
    expect(fieldSentences(typed, month, 'zh')).toEqual({});
    expect(fieldSentences({ ...typed, onTimeDay: '' }, month, 'en')).toEqual({
      onTimeDay: 'Write the day as yyyy-mm-dd, a day that exists.',
    });
    const wrong = { ...typed, onTimeDay: '2020-10-01', closesOn: '2020-09-30', reason: '' };
    expect(Object.keys(fieldSentences(wrong, month, 'zh'))).toEqual(['onTimeDay', 'closesOn', 'reason']);
    expect(fieldSentences(wrong, month, 'zh').onTimeDay).toContain('2020-10-31 至 2021-10-31');
    expect(fieldSentences({ ...typed, region: '331100', closesOn: '2020-11-20' }, month, 'zh').closesOn).toContain(
      '不能只对一个市设截止日',
    );
  });

  it('takes the server’s refusal to its fields', () => {
    const errors = [{ pointer: '/reason', code: 'reason-required', detail: 'why?' }];
    expect(refusedFields({ errors })).toEqual({ reason: 'why?' });
    expect(refusedFields({ errors: [] })).toEqual({});
  });
});
