import { shareScale, type Kind } from './vocabulary.ts';

/** How next year's target is drafted from this year's. */
export interface DraftRule {
  readonly kind: Kind;
  /** Hundredths of a per cent that are added (500 is 5 %); of a ratio hundredths of a point, 50 is half a point. */
  readonly growth: number;
  /** What the result is rounded to, in base units, a ratio's in ten-thousandths; above 0. */
  readonly step: number;
}

/**
 * Next year's target in base units: base × (1 + growth), of a ratio base + growth, rounded to the step, halves away from
 * zero. Null without a base, because what is missing stays missing. Example: 600.00 万㎡ (6 000 000) with 5.25 % is 631.5,
 * and to the next 5 万㎡ 630. Computed in whole numbers, so that no half is lost to a fraction.
 */
export function draftTarget(base: number | null, { kind, growth, step }: DraftRule): number | null {
  if (base === null) return null;
  if (kind === 'ratio') return roundedTo(BigInt(base) + BigInt(growth), 1n, BigInt(step));
  const whole = BigInt(shareScale);
  return roundedTo(BigInt(base) * (whole + BigInt(growth)), whole, BigInt(step));
}

/** The multiple of `step` that is nearest to numerator ÷ denominator; a half goes away from zero. */
function roundedTo(numerator: bigint, denominator: bigint, step: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const steps = (2n * size + denominator * step) / (2n * denominator * step);
  return Number(numerator < 0n ? -steps * step : steps * step);
}
