/** Numbers, changes and places of a bulletin as it prints them; no value is `--`, which is not 0. Pure. */
import { amount, fixed, noValue, percent } from '../papers/numbers.ts';
import type { BulletinFacts, FactsIndicator, FactsStanding } from './contract.ts';

export type BulletinLanguage = 'zh' | 'en';

export { amount, noValue, percent };

/** A change with its direction in words: `增长39.41%`, `提高7.10个百分点`; what rounds to nothing is `持平`. */
function change(value: number | null, words: readonly [up: string, down: string, same: string], end: string): string {
  if (value === null) return noValue;
  const written = fixed(Math.abs(value), 2);
  if (!/[1-9]/.test(written)) return words[2];
  return `${value > 0 ? words[0] : words[1]}${written}${end}`;
}

const grew = { zh: ['增长', '下降', '持平'], en: ['up ', 'down ', 'unchanged'] } as const;
const rose = { zh: ['提高', '下降', '持平'], en: ['up ', 'down ', 'unchanged'] } as const;
const points = { zh: '个百分点', en: ' points' } as const;

/** Against the same month a year before: in per cent, of a ratio in points. */
export function yearOnYear(
  { actual, lastYear }: FactsStanding,
  { kind }: FactsIndicator,
  language: BulletinLanguage,
): string {
  if (actual === null || lastYear === null) return noValue;
  if (kind === 'ratio') return change((actual - lastYear) * 100, rose[language], points[language]);
  return lastYear === 0 ? noValue : change((actual / lastYear - 1) * 100, grew[language], '%');
}

/** The completion against that of the month before, in points. */
export function sinceLastMonth({ completion, completionBefore }: FactsStanding, language: BulletinLanguage): string {
  if (completion === null || completionBefore === null) return noValue;
  return change((completion - completionBefore) * 100, rose[language], points[language]);
}

/** Completion minus pace in points, with its sign. */
export function gapPoints({ gapPoints: gap }: FactsStanding): string {
  if (gap === null) return noValue;
  const written = fixed(gap, 2);
  return gap > 0 && /[1-9]/.test(written) ? `+${written}` : written;
}

/** Cities with their completion of an indicator, the highest first and equal ones in the official order. */
export function ranked(facts: BulletinFacts, indicator: string): { readonly region: string; readonly place: number }[] {
  const known = facts.cities.flatMap(({ region, standings }) => {
    const completion = standings.find((one) => one.indicator === indicator)?.completion ?? null;
    return completion === null ? [] : [{ region, completion }];
  });
  const ordered = known.toSorted((one, other) => other.completion - one.completion);
  return ordered.map(({ region, completion }) => ({
    region,
    // Equal completions share a place.
    place: 1 + ordered.filter((other) => other.completion > completion).length,
  }));
}
