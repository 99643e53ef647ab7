import type { Language } from '#api/http/problem.ts';
import { isAbove, isBelow } from '#api/measures/tolerance.ts';
import type { RuleMeasure } from '#api/measures/vocabulary.ts';
import { formatIntensity, formatPercent, formatPoints, formatRatio, noValue } from './format.ts';

type Value = number | 'infinite' | null;

/** The value of a rule's measure as people write it: `−14.95 百分点`, `0.795`, `1.62`, `2`; `more` decimals where asked for. */
export function measureText(measure: RuleMeasure, value: Value, language: Language, more = 0): string {
  if (value === null) return noValue;
  if (value === 'infinite') return formatIntensity(value);
  switch (measure) {
    case 'gapPoints':
    case 'pointsAgainstPeers':
      return formatPoints(value, language, 2 + more);
    case 'completion':
    case 'neededShare':
    case 'growthOnLastYear':
      return formatPercent(value, 2 + more);
    case 'scheduleRatio':
      return formatRatio(value, 3 + more);
    case 'intensity':
      return formatIntensity(value, 2 + more);
    case 'monthsBelowPlan':
      return String(value);
  }
}

/** Further digits say nothing: values that are closer count as equal. */
const mostDigits = 9;

/**
 * A value beside the number that it is judged against: where they would look equal and are not, with as many more digits
 * as tell them apart, so that −4.99995 is not shown as −5.00 that “does not hold”.
 */
export function comparedTexts(
  measure: RuleMeasure,
  { value, number }: { readonly value: Value; readonly number: number },
  language: Language,
): { readonly value: string; readonly number: string } {
  const at = (more: number) => ({
    value: measureText(measure, value, language, more),
    number: measureText(measure, number, language, more),
  });
  if (typeof value !== 'number' || !(isAbove(value, number) || isBelow(value, number))) return at(0);
  const digits = Array.from({ length: mostDigits }, (_, more) => more);
  return at(digits.find((more) => at(more).value !== at(more).number) ?? mostDigits);
}
