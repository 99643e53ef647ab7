import type { Indicator } from '#api/indicators/contract.ts';
import { formatAmount } from '../../text/format.ts';

/** An amount as a calculator needs it: with the indicator's decimals where they say all of it, else with four more. */
export function exactly(value: number | null, indicator: Pick<Indicator, 'decimals'>): string {
  const brief = formatAmount(value, indicator);
  if (value === null || Math.abs(value - Number(value.toFixed(indicator.decimals))) < 1e-9) return brief;
  return formatAmount(value, { decimals: indicator.decimals + 4 });
}
