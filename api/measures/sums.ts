/**
 * What regions bring to the sums of those above them, in numbers that add up at every height of the tree: a nation is summed
 * from its provinces as a province from its cities, and after a change only the path above it is added up again. Sums lie in
 * typed arrays, `sumsLength` numbers for each region and indicator, because a nation has tens of thousands of them.
 */
import { contributionOf, type Contribution } from './contributions.ts';
import { sameDateLastYear } from './last-year.ts';
import { quotient, type Progress } from './progress.ts';
import { looksAt } from './rule.ts';
import type { LevelConditions, StandingInput } from './vocabulary.ts';

/** Of the regions that report; `counted` are those with a target and a figure that can be judged, which alone are in the amounts. */
const fields = [
  'expected',
  'accepted',
  'counted',
  'withTarget',
  'targetOfAll',
  'cumulative',
  'denominator',
  'done',
  'planned',
  'due',
  'whole',
  'yearTotal',
  'yearTotals',
  'ahead',
  'aheads',
  'recentDone',
  'recentExpected',
  'recentPerMonth',
  'latestMonth',
  'thenCumulative',
  'thenDenominator',
  'thens',
  'completion',
  'completions',
] as const;
type Field = (typeof fields)[number];

const place = Object.fromEntries(fields.map((field, index) => [field, index])) as Readonly<Record<Field, number>>; // Its keys are the fields.
/** Of each month of the year behind the fields: with a figure of the very month, counted, done beyond what was due, whole. */
const monthFields = 4;
/** Numbers that one region's sums on one indicator take. */
export const sumsLength = fields.length + 12 * monthFields;

/** The sums of one region on one indicator: its numbers in an array that may hold those of many. */
export interface Sums {
  readonly numbers: Float64Array;
  readonly from: number;
}

/** Sums of nothing. */
export const noSums = (): Sums => ({ numbers: new Float64Array(sumsLength), from: 0 });

export const sumOf = ({ numbers, from }: Sums, field: Field): number => numbers[from + place[field]] ?? 0;

function add({ numbers, from }: Sums, at: number, value: number): void {
  numbers[from + at] = (numbers[from + at] ?? 0) + value;
}

/** Adds one region's or one part's sums to those of the region above it. */
export function addSums(to: Sums, part: Sums): void {
  const latest = Math.max(sumOf(to, 'latestMonth'), sumOf(part, 'latestMonth'));
  for (let at = 0; at < sumsLength; at += 1) add(to, at, part.numbers[part.from + at] ?? 0);
  to.numbers[to.from + place.latestMonth] = latest;
}

/** Which of the costlier sums somebody asks for. */
export interface Asked {
  /** The months of the year, by which months below plan in a row are counted. */
  readonly months: boolean;
  readonly lastYear: boolean;
}

/** What a rule looks at. */
export const askedBy = (conditions: LevelConditions): Asked => ({
  months: looksAt(conditions, 'monthsBelowPlan'),
  lastYear: looksAt(conditions, 'growthOnLastYear'),
});

/** Adds a region that reports, at a month end; what is not asked for stays 0. */
export function addRegion(to: Sums, input: StandingInput, month: number, asked: Asked): void {
  const plus = (field: Field, value: number) => add(to, place[field], value);
  plus('expected', 1);
  plus('accepted', input.figures.some((figure) => figure.month === month) ? 1 : 0);
  plus('withTarget', input.target === null ? 0 : 1);
  plus('targetOfAll', input.target ?? 0);
  const contribution = contributionOf(input, month);
  if (asked.months) addMonths(to, input, month);
  if (contribution === null) return;
  addContribution(to, contribution);
  if (asked.lastYear) addLastYear(to, contribution);
}

function addContribution(to: Sums, { latest, progress, recentPerMonth }: Contribution): void {
  const plus = (field: Field, value: number) => add(to, place[field], value);
  const completion = quotient(progress.done, progress.planned);
  addProgress(to, progress);
  plus('cumulative', latest.cumulative);
  plus('denominator', latest.denominator ?? 0);
  plus('recentPerMonth', recentPerMonth);
  plus('completion', completion ?? 0);
  plus('completions', completion === null ? 0 : 1);
  to.numbers[to.from + place.latestMonth] = Math.max(sumOf(to, 'latestMonth'), latest.month);
}

function addProgress(to: Sums, progress: Progress): void {
  const plus = (field: Field, value: number) => add(to, place[field], value);
  plus('counted', 1);
  plus('done', progress.done);
  plus('planned', progress.planned);
  plus('due', progress.expected);
  plus('whole', progress.whole);
  plus('yearTotal', progress.yearTotal ?? 0);
  plus('yearTotals', progress.yearTotal === null ? 0 : 1);
  plus('ahead', progress.ahead ?? 0);
  plus('aheads', progress.ahead === null ? 0 : 1);
  plus('recentDone', progress.recentDone);
  plus('recentExpected', progress.recentExpected);
}

function addLastYear(to: Sums, { input, latest }: Contribution): void {
  const then = sameDateLastYear(input.kind, input.lastYear, latest.asOf);
  if (then === null) return;
  add(to, place.thens, 1);
  add(to, place.thenCumulative, then.cumulative);
  add(to, place.thenDenominator, then.denominator ?? 0);
}

function addMonths(to: Sums, input: StandingInput, month: number): void {
  for (let at = 1; at <= month; at += 1) {
    const first = fields.length + (at - 1) * monthFields;
    add(to, first, input.figures.some((figure) => figure.month === at) ? 1 : 0);
    const contribution = contributionOf(input, at);
    if (contribution === null) continue;
    add(to, first + 1, 1);
    add(to, first + 2, contribution.progress.done - contribution.progress.expected);
    add(to, first + 3, contribution.progress.whole);
  }
}

/** The progress of the sums; null where nobody counts. Its pace is Σ(pᵢ·Tᵢ) / ΣTᵢ, each at its own date. */
export function progressOfSums(sums: Sums): Progress | null {
  const counted = sumOf(sums, 'counted');
  if (counted === 0) return null;
  const planned = sumOf(sums, 'planned');
  const expected = sumOf(sums, 'due');
  const projected = sumOf(sums, 'yearTotals') === counted;
  return {
    pace: quotient(expected, planned) ?? 0,
    done: sumOf(sums, 'done'),
    planned,
    expected,
    whole: sumOf(sums, 'whole'),
    yearTotal: projected ? sumOf(sums, 'yearTotal') : null,
    ahead: projected && sumOf(sums, 'aheads') > 0 ? sumOf(sums, 'ahead') : null,
    recentDone: sumOf(sums, 'recentDone'),
    recentExpected: sumOf(sums, 'recentExpected'),
  };
}

/** The sum of the progress of several regions that count; null of none. */
export function sumProgress(parts: readonly Progress[]): Progress | null {
  const sums = noSums();
  for (const part of parts) addProgress(sums, part);
  return progressOfSums(sums);
}

/** A month of the sums: whether anybody has a figure of it, and the gap in percentage points; null where nobody counts. */
export function monthOfSums({ numbers, from }: Sums, month: number) {
  const first = from + fields.length + (month - 1) * monthFields;
  const [accepted = 0, counted = 0, gap = 0, whole = 0] = numbers.subarray(first, first + monthFields);
  return { isReported: accepted > 0, gapPoints: counted === 0 ? null : quotient(100 * gap, whole) };
}

/** The average completion of the regions in the sums but one, which is among them; null where there are no others. */
export function othersCompletion(all: Sums, own: Sums): number | null {
  return meanOfOthers(completionsOf(all), completionsOf(own));
}

const completionsOf = (sums: Sums): Added => ({ sum: sumOf(sums, 'completion'), count: sumOf(sums, 'completions') });

/** Numbers that were added up, and how many they were. */
export interface Added {
  readonly sum: number;
  readonly count: number;
}

/** The mean of all numbers but those that are one's own, which are among them; null where there are no others. */
export function meanOfOthers(all: Added, own: Added): number | null {
  const others = all.count - own.count;
  return others === 0 ? null : (all.sum - own.sum) / others;
}
