/** Why an indicator has its level: the conditions of the rule that hold, in words. Pure. */
import type { StandingReply } from '../http/shapes.ts';
import type { Operator, RuleMeasure } from '../measures/vocabulary.ts';
import { fixed, noValue, percent } from './numbers.ts';
import type { PaperLanguage } from './words.ts';

const measures: Readonly<Record<PaperLanguage, Readonly<Record<RuleMeasure, string>>>> = {
  zh: {
    completion: '完成率',
    scheduleRatio: '进度比',
    gapPoints: '缺口（百分点）',
    intensity: '所需强度',
    neededShare: '所需占比',
    monthsBelowPlan: '连续低于计划月数',
    growthOnLastYear: '较上年同期增长',
    pointsAgainstPeers: '与各市平均相差（百分点）',
  },
  en: {
    completion: 'completion',
    scheduleRatio: 'ratio to pace',
    gapPoints: 'gap in points',
    intensity: 'intensity needed',
    neededShare: 'share needed',
    monthsBelowPlan: 'months below plan',
    growthOnLastYear: 'growth on last year',
    pointsAgainstPeers: 'points against the other cities',
  },
};

const signs: Readonly<Record<Operator, string>> = { below: '<', 'at-or-below': '≤', above: '>', 'at-or-above': '≥' };

/** `缺口（百分点） −13.17 ≤ −10；进度比 0.820 < 0.85`; empty where the rule holds nothing against the indicator. */
export function proofOf({ reasons, level }: StandingReply, language: PaperLanguage): string {
  return reasons
    .filter((reason) => reason.held && reason.level === level)
    .map(({ measure, operator, number, value }) => {
      const found = value === 'infinite' ? '∞' : value === null ? noValue : inMeasure(measure, value);
      return `${measures[language][measure]} ${found} ${signs[operator]} ${inMeasure(measure, number)}`;
    })
    .join(language === 'zh' ? '；' : '; ');
}

function inMeasure(measure: RuleMeasure, value: number): string {
  switch (measure) {
    case 'completion':
    case 'neededShare':
    case 'growthOnLastYear':
      return percent(value);
    case 'monthsBelowPlan':
      return fixed(value, 0);
    case 'scheduleRatio':
      return fixed(value, 3);
    case 'gapPoints':
    case 'intensity':
    case 'pointsAgainstPeers':
      return fixed(value, 2);
  }
}
