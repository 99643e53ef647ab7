/** Numbers as the papers print them; no value is `--`. Pure. */
import type { StandingReply } from '../http/shapes.ts';
import type { IndicatorRow } from '#db/indicators.ts';

export const noValue = '--';

/** A number with so many decimals: `1,234.50`, `−0.50`; what rounds to zero has no sign. */
export function fixed(value: number, decimals: number): string {
  const written = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return value < 0 && /[1-9]/.test(written) ? `−${written}` : written;
}

/** A fraction as a percentage. */
export const percent = (fraction: number | null): string =>
  fraction === null ? noValue : `${fixed(fraction * 100, 2)}%`;

/** An indicator's amount in its unit; a ratio's as a percentage. */
export function amount(value: number | null, { kind, decimals }: Pick<IndicatorRow, 'kind' | 'decimals'>): string {
  if (value === null) return noValue;
  return kind === 'ratio' ? percent(value) : fixed(value, decimals);
}

/**
 * An amount that was computed, such as a monthly need: with two decimals also where whole things are counted. Of a ratio what
 * is still to be done is an amount too: what its numerator lacks.
 */
export function computed(value: number | null, { decimals }: Pick<IndicatorRow, 'decimals'>): string {
  return value === null ? noValue : fixed(value, Math.max(2, decimals));
}

/** How far it is from where the year stands: an amount for what adds up, points for a ratio. */
export function gap({ gapAmount, gapPoints }: StandingReply, indicator: IndicatorRow, points: string): string {
  const value = indicator.kind === 'ratio' ? gapPoints : gapAmount;
  if (value === null) return noValue;
  const written = fixed(value, Math.max(2, indicator.kind === 'ratio' ? 2 : indicator.decimals));
  const signed = value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
  return indicator.kind === 'ratio' ? `${signed} ${points}` : signed;
}
