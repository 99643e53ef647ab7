import type { Indicator } from '#api/indicators/contract.ts';
import { formatAmount } from '../../text/format.ts';

/** As many decimals as say all of an amount: the indicator's, or two or four more, which are whole base units and computed amounts. */
export function exactPlaces(
  value: number | null,
  { decimals }: Pick<Indicator, 'decimals'>,
): { readonly decimals: number } {
  const isWhole = (places: number): boolean => value === null || Math.abs(value - Number(value.toFixed(places))) < 1e-9;
  return { decimals: [decimals, decimals + 2].find(isWhole) ?? decimals + 4 };
}

/** An amount as a calculator needs it: with the indicator's decimals where they say all of it, else with more. */
export const exactly = (value: number | null, indicator: Pick<Indicator, 'decimals'>): string =>
  formatAmount(value, exactPlaces(value, indicator));
