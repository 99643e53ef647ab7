/** A reviewer's hints in words, with their numbers. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { Hint } from '#api/submissions/contract.ts';
import { formatAmount, formatPercent, unitOf } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

/** One hint as a sentence. */
export function hintText({ t, language }: Words, hint: Omit<Hint, 'weight'>, indicator: Indicator | undefined): string {
  if (indicator === undefined) return hint.code;
  const { decimals } = indicator;
  const isShare = hint.code === 'would-be-behind';
  const amount = (value: number | null): string => (isShare ? formatPercent(value) : formatAmount(value, indicator));
  return t(`review.hint.${hint.code}`, {
    indicator: indicator.short[language],
    value: amount(hint.value),
    against: amount(hint.against),
    unit: unitOf(indicator, language),
    less: formatAmount(1 / 10 ** decimals, indicator),
  });
}
