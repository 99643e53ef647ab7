import { describe, expect, it } from 'vitest';
import { isOverdue, isOwed } from '#api/submissions/lifecycle.ts';
import { monthTiming } from '#api/submissions/month-timing.ts';

describe('isOwed', () => {
  it('asks for nothing of a month that nobody owes, however late it is', () => {
    const missing = { status: 'missing', acceptedAsOf: null, dueOn: '2020-10-05' } as const;
    const month = { year: 2020, month: 9 };
    expect(isOwed({ ...missing, notOwed: null }, month)).toBe(true);
    for (const notOwed of ['before-start', 'with-february'] as const) {
      expect(isOwed({ ...missing, notOwed }, month)).toBe(false);
      expect(isOverdue({ ...missing, notOwed }, month, '2020-12-31')).toBe(false);
    }
  });
});

const sent = (submittedAt: string | null, asOf = '2020-10-31') => ({ submittedAt, asOf, dueOn: null });

const daysLateOf = (...[versions, deadline, of]: Parameters<typeof monthTiming>) =>
  monthTiming(versions, deadline, of).daysLate;

describe('monthTiming', () => {
  const due = { onTimeDay: '2020-11-05' };
  const month = { year: 2020, month: 10, notOwed: null };

  it('counts from the deadline to the first report, in days of the office', () => {
    expect(daysLateOf([], due, month)).toBeNull();
    expect(daysLateOf([sent(null)], due, month)).toBeNull();
    // 23:59 in Shanghai, and midnight
    expect(daysLateOf([sent('2020-11-05T15:59:00.000Z')], due, month)).toBe(0);
    expect(daysLateOf([sent('2020-11-05T16:00:00.000Z')], due, month)).toBe(1);
  });

  it('does not hold the waiting for a return against the bureau', () => {
    const again = [sent('2020-11-20T01:00:00.000Z'), sent('2020-11-04T01:00:00.000Z')];
    expect(daysLateOf(again, due, month)).toBe(0);
  });

  it('asks for the month’s last day: what was sent of its middle is no report of the month', () => {
    const middle = sent('2020-10-19T01:00:00.000Z', '2020-10-19');
    expect(daysLateOf([middle], due, month)).toBeNull();
    expect(daysLateOf([sent('2020-11-08T01:00:00.000Z'), middle], due, month)).toBe(3);
  });

  it('keeps the deadline that the first report was sent under, whatever was decided since', () => {
    const first = { ...sent('2020-11-08T01:00:00.000Z'), dueOn: '2020-11-06' };
    const again = { ...sent('2020-11-12T01:00:00.000Z'), dueOn: '2020-11-20' };
    expect(monthTiming([again, first], { onTimeDay: '2020-11-20' }, month)).toEqual({
      dueOn: '2020-11-06',
      daysLate: 2,
    });
    expect(monthTiming([], { onTimeDay: '2020-11-20' }, month)).toEqual({ dueOn: '2020-11-20', daysLate: null });
  });

  it('calls nothing late that nobody owes', () => {
    const late = [sent('2020-12-08T01:00:00.000Z')];
    expect(monthTiming(late, due, { ...month, notOwed: 'before-start' }).daysLate).toBeNull();
  });
});
