/**
 * What the system's own data say of an item. A check reads and decides nothing: `item-lifecycle.ts` says what follows, and
 * `data-closing.ts` does it. To have the data check another kind of item, add its check to `itemChecks`.
 */
import type { Reader } from '#db/dialect';
import { cityStanding, type IndicatorStanding } from '../assessments/city-standing.ts';
import type { Snapshot } from '../assessments/snapshot.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';
import { inUnit } from '../figures/figure-text.ts';
import type { CheckKind, ItemCheckResult } from './contract.ts';
import { backPlansApproved, nextTargetsSet, plansCovered } from './plan-checks.ts';

/** What a check may look at. */
export interface CheckedData {
  /** Everything that standings of a year are computed from, as it stands now. */
  snapshot(year: number): Promise<Snapshot>;
  /** For plans and projects, which are no part of standings. */
  readonly reader: Reader;
}

/** What is to be checked: a city's item after an interview of this year. */
export interface CheckSubject {
  readonly region: string;
  readonly year: number;
}

/** Whether the data say that an item is done; with the reason and the numbers that it rests on. */
export type ItemCheck = (data: CheckedData, subject: CheckSubject) => Promise<ItemCheckResult>;

/** The kinds of items that data check. One that is missing here is checked by persons alone. */
const itemChecks: Partial<Readonly<Record<CheckKind, ItemCheck>>> = {
  standing: annualTargetReached,
  'back-plan': backPlansApproved,
  projects: plansCovered,
  'next-targets': nextTargetsSet,
};

/** The check of an item; null where persons alone check it. */
export function checkOf(kind: CheckKind): ItemCheck | null {
  return itemChecks[kind] ?? null;
}

/**
 * Whether a city has reached its annual target (2.5): every core indicator that has a target, by the latest accepted figure.
 * One that falls short is enough to fail; nothing can be said where no figure or no target is known.
 */
export async function annualTargetReached(data: CheckedData, { region, year }: CheckSubject): Promise<ItemCheckResult> {
  const snapshot = await data.snapshot(year);
  const row = snapshot.regions.byCode.get(region);
  const core = row === undefined ? [] : cityStanding(snapshot, row, 12).indicators.filter(isJudged);
  const short = core.filter(({ standing }) => standing.actual !== null && standing.level !== 'achieved');
  const silent = core.filter(({ standing }) => standing.actual === null);
  return {
    ...verdictOf(core.length, short, silent),
    numbers: core.map((one) => ({ label: nameOf(one), value: reachedText(one) })),
  };
}

const isJudged = ({ indicator, standing }: IndicatorStanding): boolean => indicator.core && standing.target !== null;

const nameOf = ({ indicator }: IndicatorStanding) => ({ zh: indicator.shortZh, en: indicator.shortEn });

function verdictOf(
  judged: number,
  short: readonly IndicatorStanding[],
  silent: readonly IndicatorStanding[],
): Pick<ItemCheckResult, 'verdict' | 'reason'> {
  if (short.length > 0)
    return { verdict: 'fails', reason: about(short, '尚未完成年度目标', 'short of the annual target') };
  if (judged === 0) {
    return {
      verdict: 'unknown',
      reason: { zh: '没有年度目标，无法判断', en: 'There is no annual target to judge by' },
    };
  }
  if (silent.length > 0)
    return { verdict: 'unknown', reason: about(silent, '尚无已通过的数据', 'no accepted figure yet') };
  return {
    verdict: 'holds',
    reason: { zh: '核心指标均已完成年度目标', en: 'Every core indicator has reached its annual target' },
  };
}

function about(of: readonly IndicatorStanding[], zh: string, en: string): ItemCheckResult['reason'] {
  return {
    zh: `${of.map(({ indicator }) => indicator.shortZh).join('、')}${zh}`,
    en: `${of.map(({ indicator }) => indicator.shortEn).join(', ')}: ${en}`,
  };
}

/** “652 / 700 万㎡, 93.1 %”; a ratio in per cent. */
function reachedText({ indicator, standing }: IndicatorStanding): ItemCheckResult['numbers'][number]['value'] {
  if (standing.target === null) return { zh: '--', en: '--' };
  const target = targetInUnit(standing.target, indicator);
  const actual = indicator.kind === 'ratio' ? standing.share : inUnit(standing.actual, indicator.scale);
  if (indicator.kind === 'ratio') {
    const said = `${percent(actual)} / ${percent(target)}`;
    return { zh: said, en: said };
  }
  const said = `${plain(actual)} / ${plain(target)}`;
  const completion = percent(standing.completion);
  return { zh: `${said} ${indicator.unitZh}，${completion}`, en: `${said} ${indicator.unitEn}, ${completion}` };
}

const plain = (value: number | null): string => (value === null ? '--' : String(value));

const percent = (share: number | null): string => (share === null ? '--' : `${(share * 100).toFixed(1)} %`);
