/** What two rules say of each region and indicator in the months of a year, kept as a byte each: a nation has millions of them. */
import { levelsUnder } from '../measures/assessment.ts';
import { contributionOf } from '../measures/contributions.ts';
import { quotient } from '../measures/progress.ts';
import { looksAt } from '../measures/rule.ts';
import { meanOfOthers, type Added } from '../measures/sums.ts';
import { kinds, levels, type Rule, type StandingInput } from '../measures/vocabulary.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { walkOf, type YearToJudge, type YearWalk } from './year-walk.ts';

/** The levels by the rule that was in force and by the one that is tried: their places in `levels`, where the walk has them. */
export interface JudgedYear {
  readonly walk: YearWalk;
  readonly was: Uint8Array;
  readonly is: Uint8Array;
}

/** Judges the months of a year by the rules that were in force in them and by `conditions`. */
export async function judgeYear(year: YearToJudge, conditions: Rule['conditions']): Promise<JudgedYear> {
  const walk = walkOf(year);
  const peersOf = await peersIn(walk, year, conditions);
  const was = new Uint8Array(walk.size);
  const is = new Uint8Array(walk.size);
  await walk.each((input, at) => {
    const rules = [input.conditions, conditions[input.kind]];
    const [before = 'no-data', after = 'no-data'] = levelsUnder({ ...input, peersCompletion: peersOf(at) }, rules);
    was[at] = levels.indexOf(before);
    is[at] = levels.indexOf(after);
  });
  return { walk, was, is };
}

/** The average completion of the others, by where a region's number lies; null of all where no rule compares with it. */
async function peersIn(
  walk: YearWalk,
  { columns, months }: YearToJudge,
  conditions: Rule['conditions'],
): Promise<(at: number) => number | null> {
  const rules = [conditions, ...months.map((month) => ruleAt(columns, month).conditions)];
  if (!rules.some((one) => kinds.some((kind) => looksAt(one[kind], 'pointsAgainstPeers')))) return () => null;
  const completions = new Float64Array(walk.size).fill(Number.NaN);
  await walk.each((input, at) => {
    completions[at] = completionOf(input) ?? Number.NaN;
  });
  const all = addedUp(walk, completions);
  return (at) => {
    const own = completions[at] ?? Number.NaN;
    const group = at % (walk.indicators.length * 12);
    return meanOfOthers(all[group] ?? none, Number.isNaN(own) ? none : { sum: own, count: 1 });
  };
}

const none: Added = { sum: 0, count: 0 };

function completionOf(input: StandingInput): number | null {
  const progress = contributionOf(input, input.month)?.progress;
  return progress === undefined ? null : quotient(progress.done, progress.planned);
}

/** The completions of each month and indicator added up over its regions in their order, where the first region's number lies. */
function addedUp(walk: YearWalk, completions: Float64Array): readonly (Added | undefined)[] {
  const all: Added[] = [];
  for (const { month, regions, indicators } of walk.months) {
    for (const indicator of indicators) {
      let added = none;
      for (const region of regions) {
        const one = completions[walk.at(month, region, indicator)] ?? Number.NaN;
        if (!Number.isNaN(one)) added = { sum: added.sum + one, count: added.count + 1 };
      }
      all[walk.at(month, 0, indicator)] = added;
    }
  }
  return all;
}
