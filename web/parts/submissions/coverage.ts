/** How complete the reports of a month are. */
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { owesNow } from '#api/submissions/lifecycle.ts';
import { formatList, formatShortDay } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

/** How far a month has come: of how many cities it is in, and which still owe it. */
export interface MonthCoverage {
  readonly year: number;
  readonly month: number;
  /** Cities whose figures are accepted: as of the last day once the month is over, as of any day before. */
  readonly accepted: number;
  readonly expected: number;
  /** The cities that owe it, each with the day up to which its figures are accepted. */
  readonly owing: readonly Pick<SubmissionLine, 'region' | 'acceptedAsOf'>[];
  /** Why nobody owes it; only who reported it all the same is expected then. */
  readonly notOwed: SubmissionLine['notOwed'];
}

/** The coverage of one month on the office's day; null where the month has no lines. */
export function coverageOf(lines: readonly SubmissionLine[], month: number, today: string): MonthCoverage | null {
  const own = lines.filter((line) => line.month === month);
  const [first] = own;
  if (first === undefined) return null;
  const isOver = lastDayOfMonth(first.year, month) < today;
  const isIn = (line: SubmissionLine): boolean => (isOver ? line.done : line.acceptedAsOf !== null);
  return {
    year: first.year,
    month,
    accepted: own.filter(isIn).length,
    expected: own.filter((line) => line.notOwed === null || isIn(line)).length,
    owing: own.filter((line) => owesNow(line, line, today)),
    notOwed: first.notOwed,
  };
}

/** The cities that owe a month; those that have reported up to a day before its end with that day: “杭州、宁波（10-19）”. */
export function owingNames(
  { owing }: MonthCoverage,
  { t, language }: Words,
  nameOf: (region: string) => string,
): string {
  const names = owing.map(({ region, acceptedAsOf }) =>
    acceptedAsOf === null
      ? nameOf(region)
      : t('everywhere.nameTo', { name: nameOf(region), day: formatShortDay(acceptedAsOf, language) }),
  );
  return formatList(names, language);
}
