/** What back-scheduled plans, the project ledger and next year's targets say of a city's items. */
import { listBackPlanVersions } from '#db/back-plans.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listProjects } from '#db/projects.ts';
import { rowsOf, type Snapshot } from '../assessments/snapshot.ts';
import { gapOf, type Gap } from '../back-plans/base.ts';
import type { BackPlan } from '../back-plans/contract.ts';
import { inForceOf } from '../back-plans/lifecycle.ts';
import { planCoverage } from '../back-plans/present.ts';
import { inUnit } from '../figures/figure-text.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';
import { targetAt } from '../targets/lifecycle.ts';
import type { CheckedData, CheckSubject } from './checks.ts';
import type { ItemCheckResult } from './contract.ts';

type Said = ItemCheckResult['reason'];

/** A core indicator on which something is left, and the approved plan in force; null where there is none. */
interface Owed {
  readonly indicator: IndicatorRow;
  readonly gap: Gap;
  readonly plan: BackPlan | null;
  /** Whether a version waits for the department. */
  readonly isSent: boolean;
}

/**
 * Whether a city has the plans that it owes (2.4): one approved, towards the target in force, for each core indicator on which
 * something is left. Nothing can be said where no indicator has both a target and a figure.
 */
export async function backPlansApproved(data: CheckedData, subject: CheckSubject): Promise<ItemCheckResult> {
  const { owed, isKnown } = await owedPlans(data, subject);
  const lacking = owed.filter(({ gap, plan }) => plan?.target !== gap.target);
  const numbers = owed.map(({ indicator, gap, plan }) => ({
    label: shortName(indicator),
    value:
      plan === null
        ? { zh: '尚无批准的计划', en: 'no approved plan' }
        : inUnits(indicator, plan.target, gap.target, ' → ', ['计划目标 → 现行目标', 'target of the plan → in force']),
  }));
  if (!isKnown) return unknown;
  if (lacking.length === 0) {
    const reason =
      owed.length === 0
        ? {
            zh: '核心指标均已完成，无须倒排',
            en: 'Every core indicator has reached its target: nothing is to be scheduled',
          }
        : { zh: '倒排计划均已批准', en: 'The back-scheduled plans are approved' };
    return { verdict: 'holds', reason, numbers };
  }
  const reason = about(
    lacking,
    '没有按现行目标批准的倒排计划',
    'no approved back-scheduled plan for the target in force',
  );
  return { verdict: 'fails', reason, numbers };
}

/** Whether named projects cover the approved plans of a city (1.6), as the ledger has them now. */
export async function plansCovered(data: CheckedData, subject: CheckSubject): Promise<ItemCheckResult> {
  const { owed, isKnown } = await owedPlans(data, subject);
  if (!isKnown) return unknown;
  const projects = await listProjects(data.reader, { region: subject.region });
  const covered = owed.map((one) => ({
    ...one,
    coverage: one.plan === null ? null : planCoverage(one.plan, one.indicator, projects),
  }));
  const lacking = covered.filter(({ plan, coverage }) => plan === null || (coverage?.missing ?? 0) > 0);
  const numbers = covered.map(({ indicator, gap, coverage }) => ({
    label: shortName(indicator),
    value: inUnits(indicator, coverage?.area ?? 0, gap.remaining, ' / ', ['已列项目 / 剩余', 'projects / remaining']),
  }));
  if (lacking.length > 0) {
    return {
      verdict: 'fails',
      reason: about(lacking, '列出的项目不足以支撑计划', 'the named projects do not cover the plan'),
      numbers,
    };
  }
  const reason = { zh: '列出的项目已覆盖剩余任务', en: 'The named projects cover what is left' };
  return { verdict: 'holds', reason, numbers };
}

/** Whether a city has next year's target on every core indicator that has one this year (3.2). */
export async function nextTargetsSet(data: CheckedData, { region, year }: CheckSubject): Promise<ItemCheckResult> {
  const [now, next] = [await data.snapshot(year), await data.snapshot(year + 1)];
  const targetOf = (of: Snapshot, { code }: IndicatorRow) =>
    targetAt(rowsOf(of.targets, region, code), 12)?.amount ?? null;
  const core = now.indicators.filter((indicator) => indicator.core && targetOf(now, indicator) !== null);
  if (core.length === 0) return unknown;
  const lacking = core.filter((indicator) => targetOf(next, indicator) === null);
  const numbers = core.map((indicator) => {
    const amount = targetOf(next, indicator);
    const said = amount === null ? '--' : String(targetInUnit(amount, indicator));
    return { label: shortName(indicator), value: { zh: `${year + 1} 年 ${said}`, en: `${year + 1}: ${said}` } };
  });
  if (lacking.length > 0) {
    const missing = about(
      lacking.map((indicator) => ({ indicator })),
      '尚无明年目标',
      'no target for next year yet',
    );
    return { verdict: 'fails', reason: missing, numbers };
  }
  return { verdict: 'holds', reason: { zh: '明年目标已下达', en: "Next year's targets are set" }, numbers };
}

const unknown: ItemCheckResult = {
  verdict: 'unknown',
  reason: {
    zh: '没有年度目标或已通过的数据，无法判断',
    en: 'There is no annual target or no accepted figure to judge by',
  },
  numbers: [],
};

/** What is owed; `isKnown` is false where a core indicator with a target has no figure yet, or none has a target. */
export async function owedPlans(data: CheckedData, { region, year }: CheckSubject) {
  const snapshot = await data.snapshot(year);
  const versions = await listBackPlanVersions(data.reader, { year, region });
  const core = snapshot.indicators
    .filter((indicator) => indicator.core)
    .map((indicator) => ({ indicator, gap: gapOf(snapshot, region, indicator) }));
  const owed = core.flatMap(({ indicator, gap }): Owed[] => {
    if (typeof gap === 'string') return [];
    const own = versions.filter((version) => version.indicator === indicator.code);
    return [{ indicator, gap, plan: inForceOf(own)?.plan ?? null, isSent: own.at(-1)?.state === 'submitted' }];
  });
  const isKnown = owed.length > 0 || core.some(({ gap }) => gap === 'nothing-left');
  return { owed, isKnown: isKnown && !core.some(({ gap }) => gap === 'no-figure') };
}

const shortName = ({ shortZh, shortEn }: IndicatorRow): Said => ({ zh: shortZh, en: shortEn });

function inUnits(
  indicator: IndicatorRow,
  a: number,
  b: number,
  between: string,
  [zh, en]: readonly [string, string],
): Said {
  const said = `${inUnit(a, indicator.scale)}${between}${inUnit(b, indicator.scale)}`;
  return { zh: `${zh} ${said} ${indicator.unitZh}`, en: `${en} ${said} ${indicator.unitEn}` };
}

const about = (of: readonly { readonly indicator: IndicatorRow }[], zh: string, en: string): Said => ({
  zh: `${of.map(({ indicator }) => indicator.shortZh).join('、')}${zh}`,
  en: `${of.map(({ indicator }) => indicator.shortEn).join(', ')}: ${en}`,
});
