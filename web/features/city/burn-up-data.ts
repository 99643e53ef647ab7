/** The large burn-up of an indicator, from the API's answer. Pure; months run from 0 (1 January) to 12 (31 December). */
import { yearPosition } from '#api/measures/calendar.ts';
import { targetAt } from '#api/targets/lifecycle.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { ownMax, sharedMax, type BurnUpInput, type BurnUpPoint } from '../../charts/burn-up-input.ts';

/** A figure as the chart draws it: a ratio as its share, any other as its amount. */
export function drawnValue(point: { readonly cumulative: number; readonly denominator: number | null }): number | null {
  if (point.denominator === null) return point.cumulative;
  return point.denominator === 0 ? null : point.cumulative / point.denominator;
}

/** What a point is measured against: the curve's amount of that day; for a ratio, whose pace is 1 all year, its target. */
export function expectedValue(point: SeriesPoint, { standing }: IndicatorDetail): number | null {
  return point.denominator === null ? point.expected : standing.target;
}

/**
 * The points that a month's page shows: up to that month, and what is pending after it. Where a later month is accepted
 * already, the page looks back, and nothing later belongs on it.
 */
export function shownSeries(series: readonly SeriesPoint[], month: number): readonly SeriesPoint[] {
  const looksBack = series.some((point) => point.accepted && point.month > month);
  return looksBack ? series.filter((point) => point.month <= month) : series;
}

/** What the chart of an indicator is drawn from, in the indicator's unit; a ratio's values are shares. */
export function burnUpInput(
  detail: IndicatorDetail,
  series: readonly SeriesPoint[],
  indicator: Pick<Indicator, 'kind' | 'curve'>,
  plan: NonNullable<BurnUpInput['plan']> = [],
): BurnUpInput {
  const start = indicator.kind === 'ratio' ? null : indicator.kind === 'stock' ? detail.standing.baseline : 0;
  const points = series.flatMap((point) => pointOf(point, detail));
  const targets = targetSteps(detail);
  const reached = points.filter(({ accepted }) => accepted);
  const target = targets.at(-1)?.value ?? null;
  // What waits moves no scale, except where there is nothing else to make one of.
  const scaled = reached.length === 0 && target === null ? points : reached;
  return {
    points,
    pace: paceOf(detail, indicator, start),
    targets,
    lastYear: detail.lastYear.flatMap((point) => {
      const value = drawnValue(point);
      return value === null ? [] : [{ position: point.month, value }];
    }),
    plan,
    start,
    projection: detail.projection,
    interval: detail.forecast.interval,
    max: ownMax(
      [...scaled.map(({ value }) => value), detail.projection ?? 0, detail.forecast.interval?.high ?? 0],
      target,
    ),
  };
}

/**
 * The same picture as shares of the way from the year's start to the target now in force, with what the whole way comes to
 * in the indicator's unit. Without a target there is nothing to compare, and nothing is drawn.
 */
export function inShares(input: BurnUpInput): { readonly input: BurnUpInput; readonly span: number | null } {
  const from = input.start ?? 0;
  const target = input.targets.at(-1)?.value ?? null;
  const span = target === null || target <= from ? null : target - from;
  if (span === null)
    return { input: { points: [], pace: [], targets: [], start: null, projection: null, max: sharedMax }, span };
  const share = (value: number): number => (value - from) / span;
  const { start, projection, interval, lastYear = [] } = input;
  return {
    input: {
      points: input.points.map((point) => ({
        ...point,
        value: share(point.value),
        expected: point.expected === null ? null : share(point.expected),
      })),
      pace: input.pace.map(share),
      targets: input.targets.map((step) => ({ ...step, value: share(step.value) })),
      lastYear: lastYear.map((point) => ({ ...point, value: share(point.value) })),
      start: start === null ? null : 0,
      projection: projection === null ? null : share(projection),
      interval: interval ? { low: share(interval.low), high: share(interval.high) } : null,
      max: sharedMax,
    },
    span,
  };
}

function pointOf(point: SeriesPoint, detail: IndicatorDetail): readonly BurnUpPoint[] {
  const value = drawnValue(point);
  if (value === null) return [];
  const { month, accepted } = point;
  return [{ month, position: yearPosition(point.asOf), value, expected: expectedValue(point, detail), accepted }];
}

/** The targets in force month by month, each once. */
function targetSteps({ targets }: IndicatorDetail): BurnUpInput['targets'] {
  const months = Array.from({ length: 12 }, (_, month) => ({
    from: month,
    value: targetAt(targets, month + 1)?.amount ?? null,
  }));
  return months.flatMap(({ from, value }, index) =>
    value === null || months[index - 1]?.value === value ? [] : [{ from, value }],
  );
}

/** The pace at New Year and the month ends, each against the target of its time; none for a ratio. */
function paceOf(
  { targets }: IndicatorDetail,
  { kind, curve }: Pick<Indicator, 'kind' | 'curve'>,
  start: number | null,
) {
  if (kind === 'ratio' || start === null) return [];
  const values = Array.from({ length: 13 }, (_, month) => {
    const target = targetAt(targets, Math.max(1, month))?.amount ?? null;
    const share = month === 0 ? 0 : (curve.points[month - 1] ?? 1);
    return target === null ? null : start + share * (target - start);
  });
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? known : [];
}
