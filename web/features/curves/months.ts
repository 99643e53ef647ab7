/** From when a curve may judge, as a list of choices. Pure. */
import type { YearMonth } from '#api/measures/calendar.ts';

/** How many months ahead a curve may be planned. */
const ahead = 18;

/** The months from the earliest on; from January of the office's year where nothing was accepted yet. */
export function offeredMonths(earliest: YearMonth | null, year: number): readonly YearMonth[] {
  const first = earliest ?? { year, month: 1 };
  return Array.from({ length: ahead }, (_, index) => {
    const at = first.month - 1 + index;
    return { year: first.year + Math.floor(at / 12), month: (at % 12) + 1 };
  });
}

/** A month as a choice of a list names it. */
export const keyOf = ({ year, month }: YearMonth): string => `${year}-${month}`;
