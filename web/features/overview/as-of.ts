/** Which days the overview's figures are of. Pure. */
import type { YearMonth } from '#api/measures/calendar.ts';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import type { Overview, RegionStanding } from '#api/standings/contract.ts';
import type { CityRow } from './rows.ts';

/** The earliest day of a row's shown figures where it is before the month's end; null where all are of it, or there are none. */
export function earlierDay({ cells }: CityRow, { year, month }: YearMonth): string | null {
  const days = cells.flatMap(({ standing }) => standing?.asOf ?? []);
  const [first] = days.toSorted();
  return first === undefined || first >= lastDayOfMonth(year, month) ? null : first;
}

/** Whether a city stands on figures of a month before the one asked for. */
export function isStale({ indicators }: Pick<RegionStanding, 'indicators'>): boolean {
  return indicators.some(({ asOf, missingMonths }) => asOf !== null && missingMonths > 0);
}

/** The first and the last day of the cities' figures on an indicator where they differ; null where they do not. */
export function differingDays(
  { regions }: Pick<Overview, 'regions'>,
  indicator: string,
): { readonly from: string; readonly to: string } | null {
  const days = regions
    .flatMap(({ indicators }) => indicators.find((standing) => standing.indicator === indicator)?.asOf ?? [])
    .toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined || from === to ? null : { from, to };
}
