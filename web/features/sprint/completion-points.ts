/** A city's figures as shares of its annual target, so that cities of any size share one scale. Pure. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { yearPosition } from '#api/measures/calendar.ts';
import { paceAt } from '#api/measures/curve.ts';
import type { SeriesPoint } from '#api/standings/contract.ts';
import { sharedMax, type BurnUpInput, type BurnUpPoint } from '../../charts/burn-up-input.ts';

interface Against {
  readonly indicator: Pick<Indicator, 'kind' | 'curve'>;
  readonly standing: Pick<StandingReply, 'target' | 'baseline'>;
  readonly year: number;
}

/**
 * Completion at each figure's day against the target in force now: A / T; for a share (N / D) / T; for a stock
 * (A − A₀) / (T − A₀) with A₀ the level at the end of last year. Without a target there is nothing to show.
 */
export function completionPoints(series: readonly SeriesPoint[], against: Against): readonly BurnUpPoint[] {
  return series.flatMap((point) => {
    const value = completionOf(point, against);
    if (value === null) return [];
    return [
      {
        month: point.month,
        position: yearPosition(point.asOf),
        value,
        expected: expectedAt(point.asOf, against),
        accepted: point.accepted,
      },
    ];
  });
}

/** What a city is expected to reach and by which plan it means to, in the indicator's unit. */
interface Ahead {
  readonly projection: number | null;
  readonly plan?: NonNullable<BurnUpInput['plan']>;
}

/** What a city's burn-up is drawn from where cities share one scale. */
export function completionInput(
  points: readonly BurnUpPoint[],
  { projection, plan = [] }: Ahead,
  against: Omit<Against, 'year'>,
): BurnUpInput {
  const { indicator, standing } = against;
  const isRatio = indicator.kind === 'ratio';
  const hasTarget = standing.target !== null;
  return {
    points,
    // A share of two flows has no pace: it is measured against its target all year.
    pace: isRatio || !hasTarget ? [] : [0, ...indicator.curve.points],
    targets: hasTarget ? [{ from: 0, value: 1 }] : [],
    plan: plan.flatMap(({ position, value }) => {
      const share = projectedCompletion(value, against);
      return share === null ? [] : [{ position, value: share }];
    }),
    start: isRatio ? null : 0,
    projection: projectedCompletion(projection, { indicator, standing }),
    max: sharedMax,
  };
}

/** Where an amount of the year's end or of a plan in the indicator's unit lies as a share of the target; a ratio's is not projected. */
export function projectedCompletion(projection: number | null, against: Omit<Against, 'year'>): number | null {
  return projection === null ? null : completionOf({ cumulative: projection, denominator: null }, against);
}

function completionOf(
  point: Pick<SeriesPoint, 'cumulative' | 'denominator'>,
  { indicator, standing }: Omit<Against, 'year'>,
): number | null {
  const { target } = standing;
  if (target === null) return null;
  if (indicator.kind === 'ratio')
    return point.denominator ? quotient(point.cumulative / point.denominator, target) : null;
  const baseline = indicator.kind === 'stock' ? standing.baseline : 0;
  return baseline === null ? null : quotient(point.cumulative - baseline, target - baseline);
}

function expectedAt(day: string, { indicator, year }: Against): number {
  return indicator.kind === 'ratio' ? 1 : paceAt(indicator.curve.points, year, day);
}

function quotient(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
