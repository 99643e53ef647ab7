/** Which rule judges a month, and from when another one may. Pure; safe in a browser. */
import { compareMonths, type YearMonth } from '../measures/calendar.ts';

/** What decides from when a rule is in force. */
export interface Effective {
  readonly effectiveYear: number;
  readonly effectiveMonth: number;
}

/**
 * The rule in force at a month: the newest one that took effect by then. Before the first rule there is nothing to
 * judge, no target and no figure, and the first one is named. Rules come newest first.
 * @throws Error where there is no rule at all
 */
export function ruleAt<Rule extends Effective>(
  { rules, year }: { readonly rules: readonly Rule[]; readonly year: number },
  month: number,
): Rule {
  const at = { year, month };
  const inForce = rules.find((one) => compareMonths({ year: one.effectiveYear, month: one.effectiveMonth }, at) <= 0);
  const rule = inForce ?? rules.at(-1);
  if (rule === undefined) throw new Error('the reference data holds no rule');
  return rule;
}

/**
 * The first month from which another rule may be in force: the one after the last that has an accepted figure, so that no
 * level that anybody saw is judged anew. Null where nothing was accepted yet, and any month will do.
 * @param accepted the months that have an accepted submission, in any order
 */
export function earliestRuleMonth(accepted: readonly YearMonth[]): YearMonth | null {
  const last = accepted.toSorted(compareMonths).at(-1);
  if (last === undefined) return null;
  return last.month === 12 ? { year: last.year + 1, month: 1 } : { year: last.year, month: last.month + 1 };
}
