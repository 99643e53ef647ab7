import { rankCities } from '#api/measures/ranking.ts';
import type { Overview } from '#api/standings/contract.ts';

/**
 * The overview of one indicator: each city's level and strip are those of this indicator and not the worst of its core
 * ones, and the worst of this indicator come first. As it was where none is chosen. Pure.
 */
export function ofIndicator(reply: Overview, indicator: string | null): Overview {
  if (indicator === null) return reply;
  const regions = reply.regions.map((city) => {
    const own = city.indicators.find((standing) => standing.indicator === indicator);
    const gapPoints = own?.gapPoints ?? null;
    return { city: { ...city, level: own?.level ?? 'no-data', strip: own?.strip ?? [] }, key: city.region, gapPoints };
  });
  const ranked = rankCities(regions.map((one) => ({ ...one, level: one.city.level })));
  return { ...reply, regions: ranked.map(({ city }) => city) };
}
