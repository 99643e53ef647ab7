/** Figures of a month: stored, typed, compared, in words. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { FigureReply } from '#api/figures/contract.ts';
import { inBaseUnits, inUnit } from '#api/figures/figure-text.ts';
import type { TypedFigure } from '#api/submissions/preview.ts';
import { formatAmount, formatPercent, noValue } from '../../text/format.ts';

/** A figure in its indicator's unit: the amount, or a ratio's share with its two parts. */
export function figureText(indicator: Indicator, figure: Pick<FigureReply, 'value' | 'denominator'> | null): string {
  if (figure === null) return noValue;
  const { value, denominator } = figure;
  if (denominator === null) return formatAmount(value, indicator);
  const share = denominator === 0 ? noValue : formatPercent(value / denominator);
  return `${share} (${formatAmount(value, indicator)} / ${formatAmount(denominator, indicator)})`;
}

/** A figure in base units in its indicator's unit. */
export function inUnitOf(
  { scale }: Pick<Indicator, 'scale'>,
  { cumulative, denominator }: TypedFigure,
): Pick<FigureReply, 'value' | 'denominator'> {
  return { value: inUnit(cumulative, scale), denominator: denominator === null ? null : inUnit(denominator, scale) };
}

/** A stored figure in base units. */
export function storedFigure(
  indicator: Pick<Indicator, 'scale'>,
  stored: Pick<FigureReply, 'value' | 'denominator'>,
): TypedFigure {
  return {
    cumulative: inBaseUnits(stored.value, indicator.scale),
    denominator: stored.denominator === null ? null : inBaseUnits(stored.denominator, indicator.scale),
  };
}

/** Whether two figures in base units are the same. */
export function sameFigure(a: TypedFigure | null, b: TypedFigure | null): boolean {
  return a?.cumulative === b?.cumulative && a?.denominator === b?.denominator;
}
