/** Which figures cannot be. Pure; the same for the form and for the server. */

/** A figure of an indicator, base units, with the base units in one displayed unit. */
export interface ScaledFigure {
  /** A ratio's numerator. */
  readonly cumulative: number;
  readonly denominator: number | null;
  readonly scale: number;
}

/**
 * What a figure is greater than though it is a part of it: its own denominator, and the figure of the indicator that it
 * is a part of, null where there is none. Two indicators may count in units of different size.
 */
export function exceededBy(
  part: ScaledFigure,
  whole: Pick<ScaledFigure, 'cumulative' | 'scale'> | null,
): readonly ('denominator' | 'whole')[] {
  const overDenominator = part.denominator !== null && part.cumulative > part.denominator;
  const overWhole = whole !== null && part.cumulative * whole.scale > whole.cumulative * part.scale;
  return [...(overDenominator ? (['denominator'] as const) : []), ...(overWhole ? (['whole'] as const) : [])];
}
