/** Which days the overview's figures are of. Pure. */
import type { Overview, RegionStanding } from '#api/standings/contract.ts';

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
