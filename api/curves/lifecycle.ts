/** Which curve judges a month, and from when another one may. Pure; safe in a browser. */
import { compareMonths, type YearMonth } from '../measures/calendar.ts';
import { earliestRuleMonth, type Effective } from '../rules/lifecycle.ts';

/** What was decided on an indicator's curve. */
export interface CurveDecision extends Effective {
  readonly number: number;
  readonly action: 'assign' | 'withdraw';
  /** The number of the assignment that is withdrawn. */
  readonly withdraws: number | null;
}

const monthOf = ({ effectiveYear, effectiveMonth }: Effective): YearMonth => ({
  year: effectiveYear,
  month: effectiveMonth,
});

/** The assignments of one indicator that were not withdrawn, the one that takes effect last first; of one month the newest first. */
export function standingAssignments<Decision extends CurveDecision>(
  decisions: readonly Decision[],
): readonly Decision[] {
  const withdrawn = new Set(decisions.map(({ withdraws }) => withdraws));
  return decisions
    .filter(({ action, number }) => action === 'assign' && !withdrawn.has(number))
    .toSorted((a, b) => compareMonths(monthOf(b), monthOf(a)) || b.number - a.number);
}

/** The assignment that judges a month; undefined where the curve that the indicator came with does. They come last first. */
export function assignmentAt<Assigned extends Effective>(
  assignments: readonly Assigned[],
  at: YearMonth,
): Assigned | undefined {
  return assignments.find((one) => compareMonths(monthOf(one), at) <= 0);
}

/** A state of a node plan, as far as it says what judges. */
export interface NodePlanStep {
  readonly number: number;
  readonly state: 'submitted' | 'approved' | 'returned' | 'withdrawn';
  readonly effectiveMonth: number | null;
}

/**
 * The approved versions of one node plan that stand, the one that takes effect last first; of one month the newest first. A
 * withdrawal takes back the approval that it follows at once; of a version that was only sent it takes back nothing.
 */
export function approvedPlans<Step extends NodePlanStep>(versions: readonly Step[]): readonly Step[] {
  const approved: Step[] = [];
  for (const [index, step] of versions.entries()) {
    if (step.state === 'approved') approved.push(step);
    if (step.state === 'withdrawn' && versions[index - 1]?.state === 'approved') approved.pop();
  }
  return approved.toSorted((a, b) => (b.effectiveMonth ?? 0) - (a.effectiveMonth ?? 0) || b.number - a.number);
}

/** The approved plan that judges a month of its year; undefined where none does. They come last first. */
export function nodePlanAt<Step extends NodePlanStep>(approved: readonly Step[], month: number): Step | undefined {
  return approved.find(({ effectiveMonth }) => effectiveMonth !== null && effectiveMonth <= month);
}

/**
 * The first month that another curve may judge where the one named is too early; null where it is not: no level that anybody
 * saw is judged anew, so that it follows the last month with an accepted figure.
 */
export function judgedBefore(at: YearMonth, accepted: readonly YearMonth[]): YearMonth | null {
  const earliest = earliestRuleMonth(accepted);
  return earliest !== null && compareMonths(at, earliest) < 0 ? earliest : null;
}
