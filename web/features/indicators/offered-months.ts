import type { Language } from '#api/http/problem.ts';
import { nextMonth, type YearMonth } from '#api/measures/calendar.ts';
import { formatMonth } from '../../text/format.ts';

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

/** A month as the contract writes it, `2021-01`, in words. */
export function monthInWords(month: string, language: Language): string {
  const [year, number] = month.split('-').map(Number);
  return formatMonth(year ?? 0, number ?? 0, language);
}
