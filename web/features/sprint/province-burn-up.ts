/** The province's burn-up, from the sprint's reply. Pure: values in the indicator's unit. */
import { yearPosition } from '#api/measures/calendar.ts';
import { paceAt } from '#api/measures/curve.ts';
import type { ProvincePoint } from '#api/standings/contract.ts';
import { ownMax, type BurnUpInput, type BurnUpPoint } from '../../charts/burn-up-input.ts';
import type { SprintView } from './sprint-view.ts';

/** Whether every city that is expected has a figure of the very month: only such months can be compared. */
export const isComplete = ({ coverage }: Pick<ProvincePoint, 'coverage'>): boolean =>
  coverage.accepted === coverage.expected;

/** The province's months on the view's indicator. */
export function provincePoints({
  reply,
  indicator,
}: Pick<SprintView, 'reply' | 'indicator'>): readonly ProvincePoint[] {
  return reply.province.indicators.find((one) => one.indicator === indicator.code)?.series ?? [];
}

/** The input of the picture: months that every city reported are solid, the others hollow, against what the province wants to reach. */
export function provinceInput(view: SprintView): BurnUpInput {
  const { indicator, province, provinceTarget: target, tense } = view;
  // A share of two flows has no pace, and a stock's begins at a level that the sum does not tell.
  const hasPace = indicator.kind === 'flow' && target !== null;
  const points = provincePoints(view).flatMap((point) => pointOf(point, view));
  const projection = tense === 'over' ? null : (province?.projection ?? null);
  const sum = province?.targetOfAll ?? null;
  const also = province?.ownTarget != null && sum !== null && sum !== target ? sum : null;
  return {
    points,
    pace: hasPace ? [0, ...provincePace(view)].map((share) => share * target) : [],
    targets: target === null ? [] : [{ from: 0, value: target }],
    ...(also !== null && { alsoTarget: also }),
    start: indicator.kind === 'flow' ? 0 : null,
    projection,
    max: ownMax([...points.map(({ value }) => value), projection ?? 0, also ?? 0], target),
  };
}

/** The pace that the sums are judged by: each city's own, weighted by its target; the indicator's where no city has one. */
function provincePace({ rows, indicator }: Pick<SprintView, 'rows' | 'indicator'>): readonly number[] {
  const { points } = indicator.curve;
  const standings = rows.flatMap(({ standing }) => (standing?.target ? [standing] : []));
  // As served where it is everybody's, so that no digit is lost in adding up.
  if (standings.every(({ ownCurve }) => ownCurve === null)) return points;
  const whole = standings.reduce((sum, { target }) => sum + (target ?? 0), 0);
  const due = (month: number) =>
    standings.reduce(
      (sum, { target, ownCurve }) => sum + (target ?? 0) * ((ownCurve?.points ?? points)[month] ?? 1),
      0,
    );
  return points.map((_, month) => due(month) / whole);
}

function pointOf(point: ProvincePoint, view: SprintView): readonly BurnUpPoint[] {
  const { indicator, provinceTarget: target, reply } = view;
  const { month, asOf, cumulative, denominator } = point;
  if (denominator === 0) return [];
  const pace = indicator.kind === 'flow' ? paceAt(provincePace(view), reply.year, asOf) : null;
  const expected = indicator.kind === 'ratio' ? target : target === null || pace === null ? null : pace * target;
  const value = denominator === null ? cumulative : cumulative / denominator;
  return [{ month, position: yearPosition(asOf), value, expected, accepted: isComplete(point) }];
}
