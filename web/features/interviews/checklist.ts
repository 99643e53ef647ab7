/** How an interview's items lie in its page. Pure. */
import type { ChecklistItem, Interview } from '#api/interviews/contract.ts';
import { daysBetween } from '#api/measures/calendar.ts';

/** An item of one city in an address: `331100-2.4`. */
export function itemKey({ region, item }: Pick<ChecklistItem, 'region' | 'item'>): string {
  return `${region}-${item}`;
}

/** The item that an address opens; null where it names none of this interview. */
export function openItem(items: readonly ChecklistItem[], open: string | undefined): ChecklistItem | null {
  return items.find((item) => itemKey(item) === open) ?? null;
}

/** The items of one row of the matrix, in the order of the interview's cities; null where a city has none. */
export function rowItems(
  interview: Pick<Interview, 'regions' | 'items'>,
  item: string,
): readonly (ChecklistItem | null)[] {
  return interview.regions.map(
    (region) => interview.items.find((candidate) => candidate.region === region && candidate.item === item) ?? null,
  );
}

const settled = (item: ChecklistItem): number => (item.state === 'verified' ? 1 : 0);

/** What a bureau has to do first: items not yet verified by their due day, then the verified ones; ties by key. */
export function dueFirst(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.toSorted(
    (a, b) =>
      settled(a) - settled(b) ||
      a.dueOn.localeCompare(b.dueOn) ||
      a.item.localeCompare(b.item, 'en', { numeric: true }),
  );
}

/** Days since an overdue item was due; 0 where it is not overdue. */
export function daysOverdue(item: Pick<ChecklistItem, 'overdue' | 'dueOn'>, today: string): number {
  return item.overdue ? daysBetween(item.dueOn, today) : 0;
}
