import { nextMonth, type YearMonth } from '#api/measures/calendar.ts';

/** How many months ahead may be chosen. */
const ahead = 24;

/** The months from which an indicator may be required or retired: from the first that nothing was judged in. */
export function offeredMonths(earliest: YearMonth | null): readonly YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = earliest ?? { year: 2020, month: 1 }; months.length < ahead; month = nextMonth(month)) {
    months.push(month);
  }
  return months;
}
