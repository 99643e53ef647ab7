/** The rules of the ledger of annual targets. Safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import type { ProblemCode, ProblemValue } from '../http/problem.ts';
import type { Bilingual } from '../http/shapes.ts';
import { shareScale, type Kind } from '../measures/vocabulary.ts';
import { readFigure, type FigureFormat, type FigureReading } from '../figures/figure-text.ts';
import { isReason } from '../http/reason.ts';
import type { TargetChangeIn } from './contract.ts';

/** What decides which line of the ledger is in force. */
export interface TargetStep {
  /** 1 for the year's first target, then rising. */
  readonly sequence: number;
  /** The first month that is judged by this target. */
  readonly effectiveMonth: number;
}

/** What the rules look at in an indicator. */
export interface TargetIndicator extends FigureFormat {
  readonly kind: Kind;
  readonly short: Bilingual;
  readonly unit: Bilingual;
}

/** What is wrong in a field of a change. */
export interface ChangeProblem {
  readonly field: keyof TargetChangeIn;
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** `amount` in base units, a ratio's in ten-thousandths. */
export type ChangeReading =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly problems: readonly ChangeProblem[] };

/** Shares are typed in per cent with at most two decimals, which are exactly the ten-thousandths that are stored. */
const percent: FigureFormat = { scale: 100, decimals: 2 };

/**
 * The target that judges a month: of one region, indicator and year, the change of the highest sequence with
 * `effectiveMonth` ≤ month. Null where none is in force yet. An adjustment from October on leaves September as it was judged.
 */
export function targetAt<Step extends TargetStep>(changes: readonly Step[], month: number): Step | null {
  const inForce = changes.filter((change) => change.effectiveMonth <= month);
  return inForce.reduce<Step | null>(
    (newest, change) => (newest === null || change.sequence > newest.sequence ? change : newest),
    null,
  );
}

/**
 * The line that the year began with, where the one that judges a month has another amount; null where there is only one target
 * to measure by.
 */
export function changedFrom<Step extends TargetStep & { readonly amount: number }>(
  changes: readonly Step[],
  month: number,
): Step | null {
  const first = changes.reduce<Step | null>(
    (oldest, change) => (oldest === null || change.sequence < oldest.sequence ? change : oldest),
    null,
  );
  const inForce = targetAt(changes, month);
  return first === null || inForce === null || inForce.amount === first.amount ? null : first;
}

/** The first month that the next change may take effect in: not before the newest one did; January for a first target. */
export function earliestMonth(steps: readonly TargetStep[]): number {
  return Math.max(1, ...steps.map(({ effectiveMonth }) => effectiveMonth));
}

/** Whether a person may set and change targets. */
export function mayChange({ role }: { readonly role: Role }): boolean {
  return role === 'official';
}

/** Whether an accepted figure is judged by a line: one of a month from which on it is in force. */
export function isJudged(effectiveMonth: number, judgedUpTo: number): boolean {
  return judgedUpTo >= effectiveMonth;
}

/** How a target is typed: in the indicator's unit, a ratio's in per cent. */
export function typedFormat({
  kind,
  scale,
  decimals,
  unit,
}: TargetIndicator): FigureFormat & { readonly unit: Bilingual } {
  return kind === 'ratio' ? { ...percent, unit: { zh: '%', en: '%' } } : { scale, decimals, unit };
}

/** Reads a target into base units: `1,234.5` 万㎡ is 12 345 000, `30` per cent of a ratio 3000; above 100 % is too large. */
export function readTarget(input: TargetChangeIn['amount'], indicator: TargetIndicator): FigureReading {
  const reading = readFigure(input, typedFormat(indicator));
  if (!reading.ok || indicator.kind !== 'ratio' || reading.value <= shareScale) return reading;
  return { ok: false, code: 'figure-too-large', text: String(input).trim() };
}

/**
 * Reads a change of a cell's target, or says everything that is wrong with it: the amount, an effective month before the
 * newest line's, no document number, a reason that says nothing.
 */
export function readChange(
  change: TargetChangeIn,
  indicator: TargetIndicator,
  steps: readonly TargetStep[],
): ChangeReading {
  const amount = readTarget(change.amount, indicator);
  const problems: readonly ChangeProblem[] = [
    ...(amount.ok ? [] : [amountProblem(amount, indicator)]),
    ...textProblems(change),
    ...monthProblems(change, steps),
  ];
  if (!amount.ok || problems.length > 0) return { ok: false, problems };
  return { ok: true, amount: amount.value };
}

function amountProblem(
  { code, text }: Extract<FigureReading, { ok: false }>,
  indicator: TargetIndicator,
): ChangeProblem {
  const { decimals, unit } = typedFormat(indicator);
  return { field: 'amount', code, values: { indicator: indicator.short, text, decimals, unit } };
}

function monthProblems({ effectiveMonth }: TargetChangeIn, steps: readonly TargetStep[]): readonly ChangeProblem[] {
  const month = earliestMonth(steps);
  return effectiveMonth >= month
    ? []
    : [{ field: 'effectiveMonth', code: 'effective-month-too-early', values: { month } }];
}

function textProblems({ documentNumber, reason }: TargetChangeIn): readonly ChangeProblem[] {
  const hasDocument = documentNumber.trim() !== '';
  return [
    ...(hasDocument
      ? []
      : [{ field: 'documentNumber', code: 'field-missing', values: { field: 'documentNumber' } } as const]),
    ...(isReason(reason) ? [] : [{ field: 'reason', code: 'reason-required', values: {} } as const]),
  ];
}
