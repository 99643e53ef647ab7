/** What the table of deadlines shows, and what is typed into its form. Pure. */
import type { DeadlineDecision, MonthDeadline } from '#api/deadlines/contract.ts';
import { deadlineOf, deadlineProblems } from '#api/deadlines/lifecycle.ts';
import type { DecidedMonth } from '#api/deadlines/lifecycle.ts';
import { problemSentence } from '#api/http/problem.ts';
import type { Language, ProblemDocument } from '#api/http/problem.ts';
import { isDay } from '#api/measures/calendar.ts';

/** One line of the table: a month for all cities, or an exception of one. */
export interface DeadlineLine {
  readonly region: string | null;
  readonly onTimeDay: string;
  readonly closesOn: string | null;
  /** The newest decision behind it; null where the usual day counts. */
  readonly decision: DeadlineDecision | null;
}

/** A month and its decisions, as the rules take them. */
export const decided = ({ year, month, usual, decisions }: MonthDeadline, today: string): DecidedMonth => ({
  year,
  month,
  usual,
  today,
  decisions: decisions.map((decision) => ({ ...decision, year, month })),
});

/** A month's lines: for all cities first, then its exceptions in the order they were first made. */
export function deadlineLines(month: MonthDeadline): readonly DeadlineLine[] {
  const { decisions } = decided(month, '');
  const regions = new Set([null, ...month.decisions.map(({ region }) => region)]);
  return [...regions].map((region) => ({
    region,
    ...deadlineOf(decisions, { year: month.year, month: month.month, region }, month.usual),
    decision: month.decisions.findLast((decision) => decision.region === region) ?? null,
  }));
}

export const deadlineFields = ['region', 'onTimeDay', 'closesOn', 'reason'] as const;
export type DeadlineField = (typeof deadlineFields)[number];

/** The form as it stands; an empty region is all cities, an empty closing day none. */
export type TypedDeadline = Readonly<Record<DeadlineField, string>>;

/** The body that a form is sent as. */
export const bodyOf = ({ region, onTimeDay, closesOn, reason }: TypedDeadline) => ({
  region: region === '' ? null : region,
  onTimeDay,
  closesOn: closesOn === '' ? null : closesOn,
  reason,
});

/** A sentence for each field that is wrong. */
export type FieldSentences = Partial<Record<DeadlineField, string>>;

/** What is wrong, field by field, judged by the rules that the server decides with. */
export function fieldSentences(typed: TypedDeadline, month: DecidedMonth, language: Language): FieldSentences {
  if (!isDay(typed.onTimeDay)) return { onTimeDay: problemSentence('no-such-day', {}, language) };
  return Object.fromEntries(
    deadlineProblems(bodyOf(typed), month).map(({ field, code, values }) => [
      field,
      problemSentence(code, values, language),
    ]),
  );
}

/** The server's refusal, field by field. */
export function refusedFields({ errors }: Pick<ProblemDocument, 'errors'>): FieldSentences {
  return Object.fromEntries(
    deadlineFields.flatMap((field) => {
      const error = errors.find(({ pointer }) => pointer === `/${field}`);
      return error === undefined ? [] : [[field, error.detail]];
    }),
  );
}
