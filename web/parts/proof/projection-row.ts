/** The year-end projection as a row of the proof. Pure. */
import { yearPosition } from '#api/measures/calendar.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import { paceAt } from '#api/measures/curve.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { formatAmount, formatDay, formatPercent } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import { seasonText } from '../season-text.ts';
import type { ProofRow } from './proof-rows.ts';

interface ProjectionInput extends Words {
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  readonly period: YearMonth;
}

/** How many accepted months the projection looks back, as in api/measures/forecast.ts. */
const monthsBack = 6;

/**
 * F = A + (A − A₋) ÷ (p − p₋) × (1 − p) with its numbers, p being the season's and not the pace; null where there is no projection, or where the figures on
 * this page do not lead to it.
 */
export function projectionRow({ detail, indicator, period, t, language }: ProjectionInput): ProofRow | null {
  const {
    projection,
    standing,
    forecast: { season },
  } = detail;
  const accepted = lastOfEachMonth(detail.series, period.month);
  const latest = accepted.at(-1);
  if (projection === null || latest === undefined || indicator.kind === 'ratio') return null;
  const before = accepted.at(-1 - monthsBack);
  const from = before?.cumulative ?? (indicator.kind === 'stock' ? standing.baseline : 0);
  if (from === null) return null;
  const paceOf = (point: SeriesPoint): number => paceAt(season.points, period.year, point.asOf);
  const [pace, fromPace] = [paceOf(latest), before === undefined ? 0 : paceOf(before)];
  const computed = latest.cumulative + ((latest.cumulative - from) / (pace - fromPace)) * (1 - pace);
  if (formatAmount(computed, indicator) !== formatAmount(projection, indicator)) return null;
  const [done, then] = [formatAmount(latest.cumulative, indicator), formatAmount(from, indicator)];
  // A digit more than the pace has: what is left of the year is a large part of the result.
  const [now, earlier] = [formatPercent(pace, 5), formatPercent(fromPace, 5)];
  const formula = `${done} + (${done} − ${then}) ÷ (${now} − ${earlier}) × (1 − ${now})`;
  const how = t('city.proof.projectionHow', {
    season: seasonText(season.years, { t, language }),
    since:
      before === undefined ? t('city.proof.sinceStart') : t('city.proof.sinceDay', { day: formatDay(before.asOf) }),
  });
  const value = formatAmount(projection, indicator);
  return { key: 'projection', label: t('city.proof.projection'), value, formula, how, origin: null };
}

/** The accepted points up to a month, the newest of each. */
function lastOfEachMonth(series: readonly SeriesPoint[], month: number): readonly SeriesPoint[] {
  const ordered = series
    .filter((point) => point.accepted && point.month <= month)
    .toSorted((a, b) => yearPosition(a.asOf) - yearPosition(b.asOf));
  return [...new Map(ordered.map((point) => [point.month, point])).values()];
}
