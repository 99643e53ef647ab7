/** How long a city has lagged, by its strip. Pure. */
import type { Level } from '../measures/vocabulary.ts';

interface Mark {
  readonly month: number;
  readonly level: Level | null;
}

/** The months up to one in which a city was watch or behind without a break; `since` is the first of them. */
export function monthsInRow(
  strip: readonly Mark[],
  upTo: number,
): { readonly monthsInRow: number; readonly since: number | null } {
  const marks = strip.filter(({ month }) => month <= upTo).toSorted((a, b) => b.month - a.month);
  const broken = marks.findIndex(({ level }) => level !== 'behind' && level !== 'watch');
  const lagging = broken === -1 ? marks : marks.slice(0, broken);
  return { monthsInRow: lagging.length, since: lagging.at(-1)?.month ?? null };
}
