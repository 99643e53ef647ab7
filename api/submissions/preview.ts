/** What a figure that somebody types would mean, before it counts. Pure; the same for the form and for the server. */
import type { Indicator } from '../indicators/contract.ts';
import { standing } from '../measures/standing.ts';
import { shareScale, type Day, type Figure, type LevelConditions, type Standing } from '../measures/vocabulary.ts';
import type { InputContext } from './contract.ts';
import { inBaseUnits } from '../figures/figure-text.ts';

/** What a preview needs to know of an indicator. */
export type PreviewIndicator = Pick<Indicator, 'kind' | 'scale' | 'decimals'> & {
  readonly curve: Pick<Indicator['curve'], 'points'>;
};

/** A figure as typed and read, base units; a ratio's `cumulative` is its numerator, of any other `denominator` is null. */
export interface TypedFigure {
  readonly cumulative: number;
  readonly denominator: number | null;
}

export interface PreviewInput {
  readonly indicator: PreviewIndicator;
  /** In the indicator's unit, as the submission's reply gives it. */
  readonly context: InputContext;
  /** The rule's conditions for the indicator's kind. */
  readonly conditions: LevelConditions;
  readonly year: number;
  readonly month: number;
  readonly asOf: Day;
  readonly figure: TypedFigure;
}

/**
 * How the region would stand at the month if this figure were accepted. The peers' average, which other cities' reports
 * still move, is left out.
 */
export function preview({ indicator, context, conditions, year, month, asOf, figure }: PreviewInput): Standing {
  const { kind, scale, decimals, curve } = indicator;
  const others = context.accepted.filter((accepted) => accepted.month !== month);
  return standing({
    kind,
    scale,
    decimals,
    year,
    month,
    target: context.target === null ? null : inBaseUnits(context.target, kind === 'ratio' ? shareScale : scale),
    points: context.ownCurve?.points ?? curve.points,
    ownYears: context.ownCurve?.years ?? null,
    conditions,
    figures: [...toFigures(others, scale), figureAt(month, asOf, figure)],
    baseline: context.baseline === null ? null : inBaseUnits(context.baseline, scale),
    lastYear: toFigures(context.lastYear, scale),
    peersCompletion: null,
  });
}

/** Whether a level must be explained when it is submitted: cause and remedies, both. */
export function needsExplanation(level: Standing['level']): level is 'watch' | 'behind' {
  return level === 'watch' || level === 'behind';
}

/**
 * The cumulative that a month's increment is added to, base units: last month's accepted one; 0 in January, or a
 * stock's level at the end of last year. Null where that is not known, and then there is no increment.
 */
export function cumulativeBefore(
  { kind, scale }: Pick<PreviewIndicator, 'kind' | 'scale'>,
  context: Pick<InputContext, 'accepted' | 'baseline'>,
  month: number,
): TypedFigure | null {
  if (month === 1 && kind !== 'stock') return { cumulative: 0, denominator: kind === 'ratio' ? 0 : null };
  if (month === 1) {
    return context.baseline === null ? null : { cumulative: inBaseUnits(context.baseline, scale), denominator: null };
  }
  const [before] = toFigures(
    context.accepted.filter((figure) => figure.month === month - 1),
    scale,
  );
  return before === undefined ? null : { cumulative: before.cumulative, denominator: before.denominator };
}

/** The month's increment: cumulative less the cumulative before it, base units. */
export function incrementOf(cumulative: number, before: number): number {
  return cumulative - before;
}

/** The cumulative that a typed increment makes, base units. */
export function cumulativeOf(increment: number, before: number): number {
  return before + increment;
}

/** A typed figure as the measures take it. */
export function figureAt(month: number, asOf: Day, { cumulative, denominator }: TypedFigure): Figure {
  return { month, asOf, cumulative, denominator };
}

/** Figures as a reply carries them, in base units. */
export function toFigures(figures: InputContext['accepted'], scale: number): Figure[] {
  return figures.map(({ month, asOf, cumulative, denominator }) => ({
    month,
    asOf,
    cumulative: inBaseUnits(cumulative, scale),
    denominator: denominator === null ? null : inBaseUnits(denominator, scale),
  }));
}
