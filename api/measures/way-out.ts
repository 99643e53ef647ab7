/** The smallest amount that leads to a better level at the next report. */
import { acceptedUpTo } from './accepted.ts';
import { levelOf, contextOf } from './assessment.ts';
import type { AssessmentContext } from './assessment.ts';
import { lastDayOfMonth } from './calendar.ts';
import { paceAt } from './curve.ts';
import { sameDateLastYear } from './last-year.ts';
import { wholeNotBelow } from './tolerance.ts';
import { levels, wayOutLevels } from './vocabulary.ts';
import type { Day, Figure, Level, Standing, StandingInput, WayOut } from './vocabulary.ts';

interface NextReport {
  readonly by: Day;
  readonly latest: Figure;
  readonly context: AssessmentContext;
  /** What the denominator is presumed to grow by: D̂·(p₊ − p), rounded up to the last decimal; null unless it is a ratio. */
  readonly denominatorAdded: number | null;
}

/**
 * For every level better than the current one, the smallest amount that the next report must add to reach it, a
 * multiple of the indicator's last decimal, in base units: one such unit less does not reach it. A ratio's denominator
 * is presumed to grow with the curve, rounded up to the same decimal, so that both can be typed. The next report is
 * the end of the latest figure's month, or of the month after where the figure already is of a month end; the
 * peers' average is taken to stay as it is. A level that costs as much as a better one is left out: nobody would choose
 * it. Empty where there is nothing to judge or the year is over.
 */
export function wayOut(input: StandingInput, current: Standing): readonly WayOut[] {
  const wanted = wayOutLevels.filter((level) => isJudged(current.level) && isBetter(level, current.level));
  const next = wanted.length === 0 ? null : nextReport(input);
  if (next === null) return [];
  const ways = wanted.map((level) => ({
    level,
    add: smallestAddition(input, next, level),
    by: next.by,
    denominatorAdded: next.denominatorAdded,
  }));
  return ways.filter((way, index) => way.add === null || ways.slice(index + 1).every(({ add }) => add !== way.add));
}

const isJudged = (level: Level): boolean => level !== 'no-data' && level !== 'no-target';

const isBetter = (level: Level, than: Level): boolean => levels.indexOf(level) < levels.indexOf(than);

function nextReport(input: StandingInput): NextReport | null {
  const figures = acceptedUpTo(input.figures, input.month);
  const latest = figures.at(-1);
  if (latest === undefined) return null;
  const isMonthEnd = latest.asOf === lastDayOfMonth(input.year, latest.month);
  const month = isMonthEnd ? latest.month + 1 : latest.month;
  if (month > 12) return null;
  const by = lastDayOfMonth(input.year, month);
  const lastYear = sameDateLastYear(input.kind, input.lastYear, by);
  const context = contextOf(input, isMonthEnd ? figures : figures.slice(0, -1), by, lastYear);
  if (context === null) return null;
  return { by, latest, context, denominatorAdded: input.kind === 'ratio' ? addedDenominator(input, latest, by) : null };
}

function addedDenominator(input: StandingInput, latest: Figure, by: Day): number | null {
  const pace = paceAt(input.points, input.year, latest.asOf);
  if (pace === 0) return null;
  const step = stepOf(input);
  const growth = ((latest.denominator ?? 0) / pace) * (paceAt(input.points, input.year, by) - pace);
  return wholeNotBelow(growth / step) * step;
}

function smallestAddition(input: StandingInput, next: NextReport, level: Level): number | null {
  if (input.kind === 'ratio' && next.denominatorAdded === null) return null;
  const step = stepOf(input);
  const reaches = (steps: number) => !isBetter(level, levelAfter(next, steps * step));
  const most = maxSteps(input, next, step);
  if (!reaches(most)) return null;
  return firstTrue(most, reaches) * step;
}

/** One in the indicator's last decimal, base units: less cannot be typed. */
export const stepOf = ({ scale, decimals }: Pick<StandingInput, 'scale' | 'decimals'>): number =>
  Math.max(1, scale / 10 ** decimals);

/** No more can be added to a numerator than to its denominator; no more helps than what is missing to the target. */
function maxSteps(input: StandingInput, next: NextReport, step: number): number {
  if (next.denominatorAdded !== null) return Math.floor(next.denominatorAdded / step);
  return Math.ceil(((input.target ?? 0) - next.latest.cumulative) / step);
}

function levelAfter({ latest, context, denominatorAdded }: NextReport, add: number): Level {
  const denominator = latest.denominator === null ? null : latest.denominator + (denominatorAdded ?? 0);
  return levelOf(context, { cumulative: latest.cumulative + add, denominator });
}

/** The smallest whole number from 0 to `most` for which a condition holds, that holds for `most` and never stops. */
function firstTrue(most: number, condition: (candidate: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (condition(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
