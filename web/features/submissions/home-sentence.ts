/** What a bureau or an official must know first about a year's months. */
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import type { Region } from '#api/regions/contract.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { isOwed } from '#api/submissions/lifecycle.ts';
import { formatMonth, formatShortDay } from '../../text/format.ts';
import { coverageOf, owingNames } from '../../parts/submissions/coverage.ts';
import type { Words } from '../../text/messages/words.ts';

/**
 * A bureau's first sentence: what came back and why, else what is late, else what is due next, else what it can no longer
 * send, else what waits.
 * Of two months of the same urgency the earlier one is named.
 */
export function bureauSentence({ t, language }: Words, lines: readonly SubmissionLine[]): string {
  const oldestFirst = lines.toSorted((a, b) => a.month - b.month);
  const first = (is: (line: SubmissionLine) => boolean): SubmissionLine | null => oldestFirst.find(is) ?? null;
  const named = (line: SubmissionLine): string => formatMonth(line.year, line.month, language);
  const returned = first((line) => line.status === 'returned');
  if (returned !== null) {
    return t('submissions.home.returned', { month: named(returned), reason: returned.returnReason ?? '' });
  }
  const late = first((line) => line.overdue && !line.closed);
  if (late !== null) return owedSentence(late, 'overdueOne', { t, language });
  const open = first((line) => isOwed(line, line) && !line.closed);
  if (open !== null) return owedSentence(open, open.status === 'draft' ? 'draft' : 'due', { t, language });
  const closed = first((line) => isOwed(line, line) && line.closed);
  if (closed !== null) {
    return t('submissions.home.closedOne', { month: named(closed), closesOn: closed.closesOn ?? '' });
  }
  const waiting = first((line) => line.status === 'submitted' || line.status === 'resubmitted');
  if (waiting !== null) return t('submissions.home.waiting', { month: named(waiting) });
  const [newest] = lines;
  const isAnyOwed = newest === undefined || lines.some(({ notOwed }) => notOwed === null);
  return isAnyOwed ? t('submissions.home.done') : t('submissions.home.noneOwed', { year: newest.year });
}

/** What of a month is owed until when: all of it, or its last figures where some as of an earlier day are accepted. */
function owedSentence(line: SubmissionLine, state: 'overdueOne' | 'draft' | 'due', { t, language }: Words): string {
  const { year, month, dueOn, acceptedAsOf } = line;
  const words = { month: formatMonth(year, month, language), dueOn };
  if (acceptedAsOf === null) return t(`submissions.home.${state}`, words);
  const day = formatShortDay(acceptedAsOf, language);
  return t(line.overdue ? 'submissions.home.endOverdue' : 'submissions.home.endDue', { ...words, day });
}

/** An official's first sentence: the latest month that is past its end and not yet all in, else the latest one. */
export function officialSentence(
  { t, language }: Words,
  lines: readonly SubmissionLine[],
  today: string,
  regions: ReadonlyMap<string, Region>,
): string {
  const ended = [...new Set(lines.map((line) => line.month))]
    .filter((month) => lines.some((line) => line.month === month && lastDayOfMonth(line.year, month) < today))
    .toSorted((a, b) => b - a);
  const coverages = ended.flatMap((month) => coverageOf(lines, month, today) ?? []);
  const owed = coverages.filter(({ notOwed }) => notOwed === null);
  const shown = owed.find(({ accepted, expected }) => accepted < expected) ?? owed[0];
  if (shown === undefined) {
    const [first] = lines;
    return first?.notOwed ? t('submissions.home.noneOwed', { year: first.year }) : t('submissions.home.title');
  }
  const words = {
    month: formatMonth(shown.year, shown.month, language),
    accepted: shown.accepted,
    expected: shown.expected,
  };
  if (shown.owing.length === 0) return t('submissions.home.allIn', words);
  const names = owingNames(shown, { t, language }, (code) => regions.get(code)?.short[language] ?? code);
  return t('submissions.home.missing', { ...words, names });
}
