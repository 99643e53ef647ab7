import type { TenDay } from '#api/measures/back-plan.ts';
import { formatMonthName } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

/** A period of a plan in words: a month, or a ten-day period of one. */
export function periodName(
  { month, part }: { readonly month: number; readonly part: TenDay | null },
  { t, language }: Words,
): string {
  return t(`backPlans.period.${part ?? 'month'}`, { month: formatMonthName(month, language) });
}
