/** What the items of one or several interviews come to. Pure. */
import { itemStates } from '#api/interviews/contract.ts';
import type { ChecklistItem, ItemState } from '#api/interviews/contract.ts';
import { daysBetween } from '#api/measures/calendar.ts';

type DueItem = Pick<ChecklistItem, 'state' | 'dueOn' | 'overdue'>;

export interface ItemSums {
  readonly items: number;
  readonly states: Readonly<Record<ItemState, number>>;
  readonly overdue: number;
}

/** What waits for a bureau from today on: this week's number, and the next day with its number where this week has none. */
export interface DueSoon {
  readonly thisWeek: number;
  readonly next: { readonly day: string; readonly items: number } | null;
}

/** Adds counts per state and overdue items up; a state that is not counted is 0. */
export function sumItems(lines: readonly Pick<ItemSums, 'states' | 'overdue'>[]): ItemSums {
  const states = { open: 0, reported: 0, verified: 0, returned: 0 };
  for (const line of lines) for (const state of itemStates) states[state] += line.states[state];
  return {
    items: itemStates.reduce((sum, state) => sum + states[state], 0),
    states,
    overdue: lines.reduce((sum, line) => sum + line.overdue, 0),
  };
}

/** Counts items by state; overdue are those that the server calls so. */
export function countItems(items: readonly DueItem[]): ItemSums {
  const states = { open: 0, reported: 0, verified: 0, returned: 0 };
  for (const { state } of items) states[state] += 1;
  return { items: items.length, states, overdue: items.filter((item) => item.overdue).length };
}

/** Items that a bureau still has to report, due from today to Sunday, and the next day after that. */
export function dueSoon(items: readonly DueItem[], today: string): DueSoon {
  const waiting = items
    .filter(({ state }) => state === 'open' || state === 'returned')
    .filter(({ dueOn }) => daysBetween(today, dueOn) >= 0);
  const thisWeek = waiting.filter(({ dueOn }) => daysBetween(today, dueOn) <= daysToSunday(today));
  const nextDay = waiting.map(({ dueOn }) => dueOn).toSorted()[0];
  return {
    thisWeek: thisWeek.length,
    next:
      nextDay === undefined ? null : { day: nextDay, items: waiting.filter((item) => item.dueOn === nextDay).length },
  };
}

/** 2020-10-19 was a Monday. */
function daysToSunday(today: string): number {
  const weekday = ((daysBetween('2020-10-19', today) % 7) + 7) % 7;
  return 6 - weekday;
}
