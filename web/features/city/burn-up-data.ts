/** The points of the large burn-up, from the API's answer. Pure; months run from 0 (1 January) to 12 (31 December). */
import { yearPosition } from '#api/measures/calendar.ts';
import { targetAt } from '#api/targets/lifecycle.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import type { BurnUpRow } from '../../charts/burn-up-chart.tsx';

type Values = Partial<Omit<BurnUpRow, 'position'>>;

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

/** Every line's points merged along the time axis; the pending line starts at the last accepted point. */
export function burnUpRows(
  detail: IndicatorDetail,
  series: readonly SeriesPoint[],
  indicator: Indicator,
): readonly BurnUpRow[] {
  const rows = new Map<number, Values>();
  const put = (position: number, values: Values): void => {
    rows.set(position, { ...rows.get(position), ...values });
  };
  const start = indicator.kind === 'stock' ? detail.standing.baseline : 0;
  for (let month = 0; month <= 12; month += 1) {
    const target = targetAt(detail.targets, Math.max(1, month))?.amount ?? null;
    put(month, { target, pace: paceOf(indicator, month, target, start) });
  }
  if (indicator.kind !== 'ratio' && start !== null) put(0, { accepted: start });
  for (const point of detail.lastYear) put(point.month, { lastYear: drawnValue(point) });
  for (const point of series) {
    put(yearPosition(point.asOf), { [point.accepted ? 'accepted' : 'pending']: drawnValue(point) });
  }
  joinPending(series, put);
  return [...rows.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([position, values]) => ({ ...empty, ...values, position }));
}

const empty = { pace: null, target: null, accepted: null, pending: null, lastYear: null };

function paceOf(indicator: Indicator, month: number, target: number | null, start: number | null): number | null {
  if (target === null || indicator.kind === 'ratio') return null;
  const share = month === 0 ? 0 : (indicator.curve.points[month - 1] ?? 1);
  return start === null ? null : start + share * (target - start);
}

function joinPending(series: readonly SeriesPoint[], put: (position: number, values: Values) => void): void {
  const last = series.findLast(({ accepted }) => accepted);
  if (last && series.some(({ accepted }) => !accepted)) put(yearPosition(last.asOf), { pending: drawnValue(last) });
}
