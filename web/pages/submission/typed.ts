/** What a person typed, as typed: texts, never numbers. */
import { z } from 'zod';

/**
 * A flow's or stock's two linked texts. `by` names the one that was typed, the other is computed from it;
 * `both` stands after a paste of two columns, which must agree.
 */
const typedAmount = z.object({
  increment: z.string(),
  cumulative: z.string(),
  by: z.enum(['increment', 'cumulative', 'both']),
});
export type TypedAmount = z.infer<typeof typedAmount>;

/** A ratio's two parts; a numerator of null follows the indicator that it is taken from. */
const typedRatio = z.object({ numerator: z.string().nullable(), denominator: z.string() });
export type TypedRatio = z.infer<typeof typedRatio>;

export const typedRow = z.union([typedAmount, typedRatio]);
export type TypedRow = z.infer<typeof typedRow>;

/** The whole form. */
export const typedSheet = z.object({
  figures: z.record(z.string(), typedRow),
  asOf: z.string(),
  note: z.string(),
  cause: z.string(),
  measures: z.string(),
});
export type TypedSheet = z.infer<typeof typedSheet>;

export type TextField = 'asOf' | 'note' | 'cause' | 'measures';
export type AmountField = 'increment' | 'cumulative';
export type RatioField = 'numerator' | 'denominator';
export type FigureField = AmountField | RatioField;

/** Whether two sheets hold the same texts. */
export function sameSheet(a: TypedSheet, b: TypedSheet): boolean {
  const indicators = new Set([...Object.keys(a.figures), ...Object.keys(b.figures)]);
  return (
    (['asOf', 'note', 'cause', 'measures'] as const).every((field) => a[field] === b[field]) &&
    [...indicators].every((indicator) => sameRow(a.figures[indicator], b.figures[indicator]))
  );
}

/** Whether two rows hold the same texts; which of a linked pair was typed makes no difference. */
export function sameRow(a: TypedRow | undefined, b: TypedRow | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('numerator' in a) return 'numerator' in b && a.numerator === b.numerator && a.denominator === b.denominator;
  return 'cumulative' in b && a.cumulative === b.cumulative && a.increment === b.increment;
}
