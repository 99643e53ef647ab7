import { describe, expect, it } from 'vitest';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import { countItems, dueSoon, sumItems } from '#web/features/interviews/item-sums.ts';

type DueItem = Pick<ChecklistItem, 'state' | 'dueOn' | 'overdue'>;
const item = (state: DueItem['state'], dueOn: string, overdue = false): DueItem => ({ state, dueOn, overdue });

describe('countItems', () => {
  it('counts by state and takes the server’s word for what is late', () => {
    const items = [item('open', '2020-10-01', true), item('verified', '2020-10-01'), item('open', '2020-11-01')];
    expect(countItems(items)).toEqual({
      items: 3,
      states: { open: 2, reported: 0, verified: 1, returned: 0 },
      overdue: 1,
    });
  });
});

describe('sumItems', () => {
  it('adds interviews up', () => {
    const lines = [
      { states: { open: 10, reported: 2, verified: 1, returned: 0 }, overdue: 1 },
      { states: { open: 3, reported: 0, verified: 0, returned: 1 }, overdue: 0 },
    ];
    // 10 + 3 + 2 + 1 + 1 = 17
    expect(sumItems(lines)).toEqual({
      items: 17,
      states: { open: 13, reported: 2, verified: 1, returned: 1 },
      overdue: 1,
    });
  });
});

describe('dueSoon', () => {
  // 2020-10-19 was a Monday, so that its week ends on 2020-10-25.
  it('counts from today to Sunday', () => {
    const items = [item('open', '2020-10-19'), item('returned', '2020-10-25'), item('open', '2020-10-26')];
    expect(dueSoon(items, '2020-10-19').thisWeek).toBe(2);
  });

  it('ends the week on the same Sunday, whichever day today is', () => {
    expect(dueSoon([item('open', '2020-10-25')], '2020-10-25').thisWeek).toBe(1);
    expect(dueSoon([item('open', '2020-10-26')], '2020-10-25').thisWeek).toBe(0);
    // 2020-10-15 was a Thursday: three days to Sunday the 18th.
    expect(dueSoon([item('open', '2020-10-18'), item('open', '2020-10-19')], '2020-10-15').thisWeek).toBe(1);
  });

  it('leaves out what no longer waits for a bureau, and what is late already', () => {
    const items = [
      item('reported', '2020-10-20'),
      item('verified', '2020-10-20'),
      item('open', '2020-10-18', true),
      item('open', '2020-10-30'),
      item('returned', '2020-10-30'),
    ];
    expect(dueSoon(items, '2020-10-19')).toEqual({ thisWeek: 0, next: { day: '2020-10-30', items: 2 } });
  });

  it('knows no next day where nothing waits', () => {
    expect(dueSoon([item('verified', '2020-10-30')], '2020-10-19')).toEqual({ thisWeek: 0, next: null });
  });
});
