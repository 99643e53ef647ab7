import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { listIndicators } from '#api/indicators/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { listRegions } from '#api/regions/contract.ts';
import type { Region } from '#api/regions/contract.ts';
import { query } from './queries.ts';
import { lasting } from './query-client.ts';

export const regionsQuery = { ...query(listRegions, {}), ...lasting };
export const indicatorsQuery = { ...query(listIndicators, {}), ...lasting };

const byCode = <Item extends { readonly code: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.code, item]));

const regionsByCode = (regions: readonly Region[]): ReadonlyMap<string, Region> => byCode(regions);
const indicatorsByCode = (indicators: readonly Indicator[]): ReadonlyMap<string, Indicator> => byCode(indicators);

/** The regions by code, in the department's order. */
export function useRegions(): ReadonlyMap<string, Region> {
  return useSuspenseQuery({ ...regionsQuery, select: regionsByCode }).data;
}

/** The regions that report, in the department's order: those with no other below them, however deep the tree is. */
export function useReportingRegions(): readonly Region[] {
  return useSuspenseQuery({ ...regionsQuery, select: reportingAmong }).data;
}

/** Those with no other below them, in the order given; one pass over each list, because a nation has thousands. Pure. */
export function reportingAmong(regions: readonly Region[]): readonly Region[] {
  const parents = new Set(regions.map(({ parent }) => parent));
  return regions.filter(({ code }) => !parents.has(code));
}

/** The same on a page that needs these codes: they are read anew where one was added since they were read. */
export function useIndicatorsOf(codes: readonly string[]): ReadonlyMap<string, Indicator> {
  const indicators = useIndicators();
  useQuery({ ...indicatorsQuery, staleTime: 0, enabled: codes.some((code) => !indicators.has(code)) });
  return indicators;
}

/** The indicators by code, in the department's order. */
export function useIndicators(): ReadonlyMap<string, Indicator> {
  return useSuspenseQuery({ ...indicatorsQuery, select: indicatorsByCode }).data;
}
