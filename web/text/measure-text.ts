import type { Language } from '#api/http/problem.ts';
import type { RuleMeasure } from '#api/measures/vocabulary.ts';
import { formatIntensity, formatPercent, formatPoints, formatRatio, noValue } from './format.ts';

/** The value of a rule's measure as people write it: `−14.95 百分点`, `0.795`, `1.62`, `2`. */
export function measureText(measure: RuleMeasure, value: number | 'infinite' | null, language: Language): string {
  if (value === null) return noValue;
  if (value === 'infinite') return formatIntensity(value);
  switch (measure) {
    case 'gapPoints':
    case 'pointsAgainstPeers':
      return formatPoints(value, language);
    case 'completion':
    case 'neededShare':
    case 'growthOnLastYear':
      return formatPercent(value);
    case 'scheduleRatio':
      return formatRatio(value);
    case 'intensity':
      return formatIntensity(value);
    case 'monthsBelowPlan':
      return String(value);
  }
}
