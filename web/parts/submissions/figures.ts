/** Figures of a month: stored, typed, compared, in words. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import { inBaseUnits, inUnit } from '#api/figures/figure-text.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { formatAmount, formatPercent, noValue } from '../../text/format.ts';

/** A figure in its indicator's unit: the amount, or a ratio's share with its two parts. */
export function figureText(
  indicator: Indicator,
  figure: Pick<FigureReply, 'cumulative' | 'denominator'> | null,
): string {
  if (figure === null) return noValue;
  const { cumulative, denominator } = figure;
  if (denominator === null) return formatAmount(cumulative, indicator);
  const share = denominator === 0 ? noValue : formatPercent(cumulative / denominator);
  return `${share} (${formatAmount(cumulative, indicator)} / ${formatAmount(denominator, indicator)})`;
}

/** A figure in base units in its indicator's unit. */
export function inUnitOf(
  { scale }: Pick<Indicator, 'scale'>,
  { cumulative, denominator }: TypedFigure,
): Pick<FigureReply, 'cumulative' | 'denominator'> {
  return {
    cumulative: inUnit(cumulative, scale),
    denominator: denominator === null ? null : inUnit(denominator, scale),
  };
}

/** A stored figure in base units. */
export function storedFigure(
  indicator: Pick<Indicator, 'scale'>,
  stored: Pick<FigureReply, 'cumulative' | 'denominator'>,
): TypedFigure {
  return {
    cumulative: inBaseUnits(stored.cumulative, indicator.scale),
    denominator: stored.denominator === null ? null : inBaseUnits(stored.denominator, indicator.scale),
  };
}

/** Whether two figures in base units are the same. */
export function sameFigure(a: TypedFigure | null, b: TypedFigure | null): boolean {
  return a?.cumulative === b?.cumulative && a?.denominator === b?.denominator;
}
