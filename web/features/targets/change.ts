/** What is typed into the form of a target, and what is wrong with it. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import { problemSentence } from '#api/http/problem.ts';
import type { ProblemDocument } from '#api/http/problem.ts';
import { dayParts } from '#api/measures/calendar.ts';
import type { TargetStep } from '#api/targets/contract.ts';
import { earliestMonth, readChange } from '#api/targets/lifecycle.ts';
import type { ChangeProblem } from '#api/targets/lifecycle.ts';
import type { Words } from '../../text/messages/words.ts';

export const changeFields = ['amount', 'effectiveMonth', 'documentNumber', 'reason'] as const;
export type ChangeField = (typeof changeFields)[number];

/** The form as it stands; the month is one of those offered. */
export interface TypedChange {
  readonly amount: string;
  readonly effectiveMonth: number;
  readonly documentNumber: string;
  readonly reason: string;
}

/** A sentence for each field that is wrong. */
export type FieldSentences = Partial<Record<ChangeField, string>>;

/** The month that the form begins with: January for a first target; else this month, where the ledger allows it. */
export function usualMonth(year: number, steps: readonly TargetStep[], today: string): number {
  const now = dayParts(today);
  return steps.length > 0 && year === now.year ? Math.max(earliestMonth(steps), now.month) : earliestMonth(steps);
}

/** The months that the next change may take effect in. */
export function offeredMonths(steps: readonly TargetStep[]): readonly number[] {
  const first = earliestMonth(steps);
  return Array.from({ length: 13 - first }, (_, index) => first + index);
}

/** What is wrong, field by field, judged by the rules that the server decides with. */
export function fieldSentences(
  typed: TypedChange,
  indicator: Indicator,
  steps: readonly TargetStep[],
  words: Words,
): FieldSentences {
  const reading = readChange(typed, indicator, steps);
  if (reading.ok) return {};
  return Object.fromEntries(reading.problems.map((problem) => [problem.field, sentenceOf(problem, words)]));
}

/** The server's refusal, field by field. */
export function refusedFields({ errors }: Pick<ProblemDocument, 'errors'>): FieldSentences {
  return Object.fromEntries(
    changeFields.flatMap((field) => {
      const error = errors.find(({ pointer }) => pointer === `/${field}`);
      return error === undefined ? [] : [[field, error.detail]];
    }),
  );
}

function sentenceOf({ code, values }: ChangeProblem, { t, language }: Words): string {
  // The server speaks of its fields by name; the form stands right there.
  if (code === 'figure-empty') return t('targets.form.amountMissing');
  if (code === 'field-missing') return t('targets.form.documentMissing');
  return problemSentence(code, values, language);
}
