import type { YearMonth } from '#api/measures/calendar.ts';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import type { Overview } from '#api/standings/contract.ts';
import type { Words } from '../../text/messages/words.ts';

/**
 * What the words of a month's coverage name; `part` says of how many accepted cities the figures do not end a month that is
 * over, and is empty where there are none.
 */
export function coverageValues(
  { year, month, coverage }: YearMonth & Pick<Overview, 'coverage'>,
  today: string,
  { t }: Pick<Words, 't'>,
) {
  const { accepted, done, expected } = coverage;
  const count = today < lastDayOfMonth(year, month) ? 0 : accepted - done;
  return { accepted, expected, part: count === 0 ? '' : t('everywhere.midMonth', { count }) };
}
