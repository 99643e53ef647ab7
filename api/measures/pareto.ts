/** Which regions a sum's shortfall comes from: the largest first, each with its share and what they come to together. */
import { rank, type Ranked } from './ranking.ts';
import { isBelow } from './tolerance.ts';

export interface Shortfall<Item> {
  readonly item: Item;
  /** Below 0, in the unit of the gaps given. */
  readonly gapAmount: number;
  /** Of the sum of all shortfalls; a surplus elsewhere makes up for none of it. */
  readonly share: number;
  /** The shares up to this one; 1 at the last. */
  readonly cumulative: number;
}

/** The items that lie below their pace, the largest gap first and equal ones by key. */
export function shortfalls<Item extends Ranked & { readonly gapAmount: number | null }>(
  items: readonly Item[],
): readonly Shortfall<Item>[] {
  const short = items.flatMap((item) =>
    item.gapAmount !== null && isBelow(item.gapAmount, 0) ? [{ key: item.key, item, gapAmount: item.gapAmount }] : [],
  );
  const total = short.reduce((sum, { gapAmount }) => sum + gapAmount, 0);
  let together = 0;
  return rank(short, 'worst-first', ({ gapAmount }) => gapAmount).map(({ item, gapAmount }) => {
    together += gapAmount;
    return { item, gapAmount, share: gapAmount / total, cumulative: together / total };
  });
}
