/** Which rule judges a month, from when another one may, and what the presets are called. Pure; safe in a browser. */
import type { Bilingual } from '../http/shapes.ts';
import { compareMonths, type YearMonth } from '../measures/calendar.ts';
import type { PresetName } from '../measures/rule.ts';

/** What a preset is called, and whose practice it is. A preset judges nobody until it is stored as a rule with a month. */
export const presetTitles: Readonly<Record<PresetName, { readonly name: Bilingual; readonly source: Bilingual }>> = {
  'three-measures': {
    name: { zh: '三项并看', en: 'Three measures' },
    source: {
      zh: '本系统默认规则；浙江省未公布官方阈值',
      en: 'the default of this system; no official Zhejiang threshold is published',
    },
  },
  points: {
    name: { zh: '百分点差', en: 'Points below pace' },
    source: { zh: '银川 2025', en: 'Yinchuan 2025' },
  },
  ratio: { name: { zh: '进度比', en: 'Ratio to pace' }, source: { zh: '武汉', en: 'Wuhan' } },
  consecutive: { name: { zh: '连续未达', en: 'Consecutive misses' }, source: { zh: '三亚 2022', en: 'Sanya 2022' } },
  average: { name: { zh: '同比与均值', en: 'Growth and average' }, source: { zh: '天津 2022', en: 'Tianjin 2022' } },
};

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
