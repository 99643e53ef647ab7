import type { Reader } from '#db/dialect';
import { notOwedWhy, type NotOwed } from './lifecycle.ts';
import { readOfficeCalendar } from './office-calendar.ts';

/** The months of a year that nobody owes. */
export async function readNotOwed(
  reader: Reader,
  year: number,
  knownAt?: string,
): Promise<ReadonlyMap<number, NotOwed>> {
  const calendar = await readOfficeCalendar(reader, [year], knownAt);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return new Map(
    months.flatMap((month) => {
      const why = notOwedWhy({ year, month }, calendar);
      return why === null ? [] : [[month, why] as const];
    }),
  );
}
