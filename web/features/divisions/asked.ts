/** What the page asks for, from its address. Pure. */
import { divisionSorts, type DivisionQuery } from '#api/divisions/contract.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import type { divisionsSearch } from './search.ts';

export type Search = ReturnType<typeof divisionsSearch>;

/** A column's sort in the address, `-gap`, is the server's `gap`, descending; what it does not know is left out. */
export function asked(
  { region, indicator, list, sort, page, find }: Search,
  { year, month }: YearMonth,
): DivisionQuery {
  const column = divisionSorts.find((one) => one === sort?.replace('-', ''));
  return {
    year,
    month,
    ...(region !== undefined && { region }),
    ...(indicator !== undefined && { indicator }),
    ...(list !== undefined && { list }),
    ...(find !== undefined && { search: find }),
    ...(column !== undefined && { sort: column, ...(sort?.startsWith('-') === true && { descending: 'yes' }) }),
    ...(page !== undefined && { page: Number(page) }),
  };
}
