/** What a bureau or an official must know first about a year's months. */
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import type { Region } from '#api/regions/contract.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { formatList, formatMonth } from '../../text/format.ts';
import { coverageOf } from '../../parts/submissions/coverage.ts';
import { isUnsent } from './late-words.ts';
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
  if (late !== null) return t('submissions.home.overdueOne', { month: named(late), dueOn: late.dueOn });
  const open = first((line) => isUnsent(line) && !line.closed);
  if (open !== null) {
    const key = open.status === 'draft' ? 'submissions.home.draft' : 'submissions.home.due';
    return t(key, { month: named(open), dueOn: open.dueOn });
  }
  const closed = first((line) => isUnsent(line) && line.closed && !line.accepted);
  if (closed !== null) {
    return t('submissions.home.closedOne', { month: named(closed), closesOn: closed.closesOn ?? '' });
  }
  const waiting = first((line) => line.status === 'submitted' || line.status === 'resubmitted');
  return waiting === null ? t('submissions.home.done') : t('submissions.home.waiting', { month: named(waiting) });
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
  const coverages = ended.flatMap((month) => coverageOf(lines, month) ?? []);
  const shown = coverages.find(({ accepted, expected }) => accepted < expected) ?? coverages[0];
  if (shown === undefined) return t('submissions.home.title');
  const words = {
    month: formatMonth(shown.year, shown.month, language),
    accepted: shown.accepted,
    expected: shown.expected,
  };
  if (shown.missing.length === 0) return t('submissions.home.allIn', words);
  const names = shown.missing.map((code) => regions.get(code)?.short[language] ?? code);
  return t('submissions.home.missing', { ...words, names: formatList(names, language) });
}
