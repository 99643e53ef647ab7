/** Where a year will end, from a standing and the completed years before it. */
import { forecast, pointForecast, type ForecastInput } from '../measures/forecast.ts';
import { inUnit } from '../figures/figure-text.ts';
import type { IndicatorStanding } from '../assessments/city-standing.ts';
import { yearsIn } from '../assessments/history.ts';
import type { ForecastSnapshot } from '../assessments/snapshot.ts';
import type { ForecastReply } from './contract.ts';

type Known = Pick<ForecastSnapshot, 'history'>;

/** The year-end value in the unit; null where nothing can be foreseen, a share above all, because its parts grow together. */
export function projectionOf(one: IndicatorStanding, known: Known): number | null {
  return inUnit(pointForecast(forecastInput(one, known)), one.indicator.scale);
}

/** What surrounds the projection as it leaves the server. */
export function presentForecast(one: IndicatorStanding, known: Known): ForecastReply {
  const { interval, probability, reaching, record, absence, season } = forecast(forecastInput(one, known));
  const { code, scale } = one.indicator;
  return {
    interval: interval === null ? null : { low: inUnit(interval.low, scale), high: inUnit(interval.high, scale) },
    probability,
    reaching,
    record: record === null ? null : { ...record },
    absence,
    season: { years: [...season.years], points: [...season.points] },
    invented: yearsIn(known.history, code).invented,
  };
}

function forecastInput({ indicator, input }: IndicatorStanding, { history }: Known): ForecastInput {
  const { kind, year, month, figures, baseline, target, points } = input;
  return {
    kind,
    year,
    figures: figures.filter((figure) => figure.month <= month),
    baseline,
    target,
    points,
    history: yearsIn(history, indicator.code),
  };
}
