/** Where the year will end if a region goes on as it recently did, how certain that is, and by which record. */
import { acceptedUpTo } from './accepted.ts';
import {
  intervalOf,
  middleErrors,
  monthsLookedBack,
  probabilityOf,
  reachingOf,
  yearsOf,
  type IndicatorHistory,
  type Range,
} from './backtest.ts';
import { yearPosition } from './calendar.ts';
import { paceAt } from './curve.ts';
import { baselineOf } from './progress.ts';
import { projected, yearsStart } from './projection.ts';
import type { CurvePoints, Day, Figure, Kind } from './vocabulary.ts';

export interface ForecastInput {
  readonly kind: Kind;
  readonly year: number;
  /** Accepted figures of the year up to the month asked for, in any order. */
  readonly figures: readonly Figure[];
  /** A stock's level at the end of last year, base units, null where unknown; ignored for the other kinds. */
  readonly baseline: number | null;
  /** Base units; null where none is set. */
  readonly target: number | null;
  /** The curve that the region is judged by; its season is taken only where there is no completed year. */
  readonly points: CurvePoints;
  /** The completed years before this one, of every region. */
  readonly history: ForecastHistory;
}

/** What a forecast asks of a history: whose years they are, their season and their errors, but nobody's amounts. */
export type ForecastHistory = Pick<IndicatorHistory, 'season' | 'errorsAt'> & {
  readonly years: readonly Pick<IndicatorHistory['years'][number], 'year'>[];
};

/** Why there is no point: of a share, of a stock with an unknown start, with fewer than 3 months, in a season of nothing. */
const noPoint = ['ratio', 'start-unknown', 'too-few-months', 'nothing-expected'] as const;
/**
 * Why there is a point without interval and probability: the year is over, June is not, fewer than nine completed years
 * can be compared with, or the forecast, or one in ten of those it is compared with, foresaw nothing to multiply.
 */
const pointAlone = ['year-over', 'before-end-of-june', 'too-few-years', 'nothing-foreseen'] as const;
export const forecastAbsences = [...noPoint, ...pointAlone] as const;
export type ForecastAbsence = (typeof forecastAbsences)[number];

/** What the same method came to at the same month end of the completed years: 8 in 10 results lay in the range. */
export interface ForecastRecord extends Range {
  readonly month: number;
  /** How many completed years it counts. */
  readonly count: number;
}

export interface Forecast {
  /** F, base units, may be fractional; of a stock its level. */
  readonly point: number | null;
  /** Of the year's end, 8 in 10; of a stock levels. */
  readonly interval: Range | null;
  /** Of reaching the target. */
  readonly probability: number | null;
  /** How many of the record's errors reach it; null where there is no probability. */
  readonly reaching: number | null;
  readonly record: ForecastRecord | null;
  /** Why something of it is missing; null where all of it is there. */
  readonly absence: ForecastAbsence | null;
  readonly season: Season;
}

/** The season that a forecast takes out: p̄ of the years named, or, where there are none, the judging curve. */
export interface Season {
  readonly points: CurvePoints;
  readonly years: readonly number[];
}

/** The season by which an indicator is forecast. */
export function seasonOf({ points, history }: Pick<ForecastInput, 'points' | 'history'>): Season {
  return history.season === null ? { points, years: [] } : { points: history.season, years: yearsOf(history.years) };
}

const fewestMonths = 3;
/** The months of the year that must be over before an interval can be trusted: in an epidemic spring 9 in 100 held. */
const endOfJune = 6;

/** A year carried on to its end; the amounts count from its start. */
interface CarriedOn {
  readonly start: number;
  readonly asOf: Day;
  readonly done: number;
  readonly point: number;
}

/** The point F alone, base units: A + (A − A₋)/(p̄ − p̄₋)·(1 − p̄) over up to six accepted months; null where there is none. */
export function pointForecast(input: ForecastInput): number | null {
  const carried = carriedOn(input);
  return typeof carried === 'string' ? null : carried.start + carried.point;
}

function carriedOn(input: ForecastInput): CarriedOn | (typeof noPoint)[number] {
  const start = baselineOf(input);
  if (input.kind === 'ratio') return 'ratio';
  if (start === null) return 'start-unknown';
  const accepted = acceptedUpTo(input.figures, 12);
  const latest = accepted.at(-1);
  if (latest === undefined || accepted.length < fewestMonths) return 'too-few-months';
  const season = input.history.season ?? input.points;
  const waypoint = ({ cumulative, asOf }: Figure) => ({
    amount: cumulative - start,
    pace: paceAt(season, input.year, asOf),
  });
  const previous = accepted.at(-1 - monthsLookedBack);
  const point = projected(waypoint(latest), previous === undefined ? yearsStart : waypoint(previous));
  return point === null ? 'nothing-expected' : { start, asOf: latest.asOf, done: latest.cumulative - start, point };
}

/**
 * The whole forecast. Its errors are those of the last month end that the latest figure has reached, so that a figure of
 * 16 October is not trusted more than the end of September was.
 */
export function forecast(input: ForecastInput): Forecast {
  const carried = carriedOn(input);
  const nothing = {
    point: null,
    interval: null,
    probability: null,
    reaching: null,
    record: null,
    season: seasonOf(input),
  };
  if (typeof carried === 'string') return { ...nothing, absence: carried };
  const { start, done } = carried;
  const point = start + carried.point;
  const month = Math.floor(yearPosition(carried.asOf));
  if (month === 12) return { ...nothing, point, absence: 'year-over' };
  if (month < endOfJune) return { ...nothing, point, absence: 'before-end-of-june' };
  const errors = input.history.errorsAt(month);
  const [middle, interval] = [middleErrors(errors), intervalOf(errors, carried)];
  if (middle === null || interval === null) return { ...nothing, point, absence: 'too-few-years' };
  if (carried.point <= 0 || !Number.isFinite(middle.high)) return { ...nothing, point, absence: 'nothing-foreseen' };
  const target = input.target === null ? null : input.target - start;
  return {
    ...nothing,
    point,
    interval: { low: start + interval.low, high: start + interval.high },
    probability: target === null ? null : probabilityOf(errors, { done, point: carried.point, target }),
    reaching: target === null ? null : reachingOf(errors, { done, point: carried.point, target }),
    record: { ...middle, month, count: errors.length },
    absence: null,
  };
}
