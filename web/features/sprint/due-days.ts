/** What the cities that were called in still have to do by when. Pure. */
import type { ChecklistItem } from '#api/interviews/contract.ts';

type Item = Pick<ChecklistItem, 'region' | 'dueOn' | 'state'>;

export interface Deadline {
  readonly day: string;
  readonly items: number;
  /** Those that are not verified yet. */
  readonly open: number;
  /** Of whom, in the order of the regions given; only who has any. */
  readonly cities: readonly { readonly region: string; readonly open: number }[];
}

/** The due days in their order with their open items, by city. */
export function deadlinesOf(items: readonly Item[], regions: readonly string[]): readonly Deadline[] {
  const own = items.filter(({ region }) => regions.includes(region));
  return [...Map.groupBy(own, ({ dueOn }) => dueOn)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, due]) => {
      const open = due.filter(({ state }) => state !== 'verified');
      const countOf = (region: string): number => open.filter((item) => item.region === region).length;
      const cities = regions.map((region) => ({ region, open: countOf(region) })).filter((city) => city.open > 0);
      return { day, items: due.length, open: open.length, cities };
    });
}
