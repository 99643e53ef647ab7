/** Which rule judges a month. Pure; safe in a browser. */
import { compareMonths } from '../measures/calendar.ts';

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
