/** What waits for an official, counted from the year's months. */
import { describe, expect, it } from 'vitest';
import { waitingOf } from '#web/features/overview/waiting.ts';
import { submissionLine as line } from '../replies.ts';

describe('what waits', () => {
  it('is what any month has to review or was returned, and who owes the newest month that is over', () => {
    const lines = [
      line(10, { status: 'submitted' }),
      line(10, { status: 'draft' }),
      line(9, { status: 'resubmitted' }),
      line(9, { status: 'missing' }),
      line(9, { status: 'accepted', acceptedAsOf: '2020-09-21' }),
      line(8, { status: 'missing' }),
      line(8, { status: 'returned' }),
      line(7),
    ];
    expect(waitingOf(lines, '2020-10-19')).toEqual([
      { kind: 'review', count: 2, month: null },
      { kind: 'returned', count: 1, month: null },
      { kind: 'missing', count: 2, month: 9 },
    ]);
  });

  it('is who has nothing of the running month where no earlier one is owed', () => {
    const lines = [
      line(10, { status: 'missing' }),
      line(10, { status: 'draft' }),
      line(10, { status: 'accepted', acceptedAsOf: '2020-10-16' }),
      line(9),
    ];
    expect(waitingOf(lines, '2020-10-19')).toEqual([{ kind: 'missing', count: 2, month: 10 }]);
    // On the first of November the one with figures of the middle of October owes its end too.
    expect(waitingOf(lines, '2020-11-01')).toEqual([{ kind: 'missing', count: 3, month: 10 }]);
  });

  it('is nothing where all is accepted, or nothing was asked for', () => {
    expect(waitingOf([line(9)], '2020-10-19')).toEqual([]);
    expect(waitingOf([], '2020-10-19')).toEqual([]);
  });
});
