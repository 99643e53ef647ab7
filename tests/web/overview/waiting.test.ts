/** What waits for an official, counted from the year's months. */
import { describe, expect, it } from 'vitest';
import { waitingOf } from '#web/features/overview/waiting.ts';

describe('what waits', () => {
  it('is what any month has to review or was returned, and what the latest one lacks', () => {
    expect(
      waitingOf([
        { month: 10, status: 'submitted' },
        { month: 10, status: 'draft' },
        { month: 10, status: 'missing' },
        { month: 9, status: 'resubmitted' },
        { month: 9, status: 'missing' },
        { month: 8, status: 'returned' },
        { month: 8, status: 'accepted' },
      ]),
    ).toEqual([
      { kind: 'review', count: 2, month: null },
      { kind: 'returned', count: 1, month: null },
      { kind: 'missing', count: 2, month: 10 },
    ]);
  });

  it('is nothing where all is accepted, or nothing was asked for', () => {
    expect(waitingOf([{ month: 9, status: 'accepted' }])).toEqual([]);
    expect(waitingOf([])).toEqual([]);
  });
});
