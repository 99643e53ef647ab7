/** How long a city has lagged, in words. Pure: `t` is the page's texts. */
import type { Candidate } from '#api/escalations/contract.ts';
import type { Language } from '#api/http/problem.ts';
import { formatMonthName } from '../../../text/format.ts';
import type { Text } from '../../../text/messages/catalogue.ts';

/** Since which month a city lags, and for how many. */
export function sinceText(
  { since, monthsInRow }: Pick<Candidate, 'since' | 'monthsInRow'>,
  language: Language,
  t: Text,
): string {
  if (since === null) return t('callIn.notLagging');
  const month = formatMonthName(since, language);
  return monthsInRow === 1 ? t('callIn.sinceOne', { month }) : t('callIn.sinceText', { month, n: monthsInRow });
}
