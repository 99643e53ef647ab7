/** What the rows and heads of the matrix say. Pure. */
import type { ChecklistItem, Interview } from '#api/interviews/contract.ts';
import { daysBetween } from '#api/measures/calendar.ts';

type Due = Pick<ChecklistItem, 'dueOn'>;

/** The day that stands once for a row: the one that most of its items have, the earliest of equals; null for no item. */
export function rowDue(items: readonly (Due | null)[]): string | null {
  const days = items.flatMap((item) => (item === null ? [] : [item.dueOn])).toSorted();
  const countOf = (day: string) => days.filter((other) => other === day).length;
  return days.toSorted((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1))[0] ?? null;
}

/** Whether an item that is not verified is due within seven days, or late. */
export function isDueSoon({ state, dueOn }: Pick<ChecklistItem, 'state' | 'dueOn'>, today: string): boolean {
  return state !== 'verified' && daysBetween(today, dueOn) <= 7;
}

/** How many of a city's items are verified, and how many it has. */
export function closedOf(items: readonly ChecklistItem[], region: string): { verified: number; total: number } {
  const own = items.filter((item) => item.region === region);
  return { verified: own.filter(({ state }) => state === 'verified').length, total: own.length };
}

/** What the caller may verify now, by city in the interview's order; a city where nothing waits is left out. */
export function waitingByCity({ regions, items }: Pick<Interview, 'regions' | 'items'>): readonly {
  readonly region: string;
  readonly items: readonly ChecklistItem[];
}[] {
  return regions
    .map((region) => ({ region, items: items.filter((item) => item.region === region && item.can.verify) }))
    .filter((city) => city.items.length > 0);
}

/** A due day with its items. */
export interface DuePoint {
  readonly day: string;
  readonly items: number;
  readonly verified: number;
}

/** The due days in their order, each with how many items it has and how many of them are verified. */
export function duePoints(items: readonly ChecklistItem[]): readonly DuePoint[] {
  const byDay = Map.groupBy(items, ({ dueOn }) => dueOn);
  return [...byDay]
    .map(([day, due]) => ({
      day,
      items: due.length,
      verified: due.filter(({ state }) => state === 'verified').length,
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
