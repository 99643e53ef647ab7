/**
 * What if: how a region would stand at each month end still to come, if its months brought stated amounts; and what it
 * would take. Judged by the target and the rule of the month asked for, the peers taken to stay as they are.
 */
import { acceptedUpTo, type Amounts } from './accepted.ts';
import { assess } from './assessment.ts';
import { lastDayOfMonth } from './calendar.ts';
import { paceAt } from './curve.ts';
import { forecast, type Forecast, type ForecastHistory } from './forecast.ts';
import { baselineOf } from './progress.ts';
import { wholeNotBelow } from './tolerance.ts';
import { levels, type Figure, type Level, type Standing, type StandingInput } from './vocabulary.ts';
import { stepOf } from './way-out.ts';

/** A region and indicator whose rest of the year is tried; base units throughout. */
export interface Scenario {
  readonly input: StandingInput;
  readonly history: ForecastHistory;
}

/** A month still to come, as it would stand at its end. */
export interface ScenarioMonth {
  readonly month: number;
  readonly figure: Figure;
  readonly standing: Standing;
  readonly forecast: Forecast;
}

/** The months whose amounts are still to come: those after the latest figure, and its own where that is of its middle. */
export function monthsToCome({ input }: Scenario): readonly number[] {
  const latest = latestOf(input);
  const first = latest === undefined ? 1 : isMonthEnd(input, latest) ? latest.month + 1 : latest.month;
  return Array.from({ length: Math.max(0, 13 - first) }, (_, index) => first + index);
}

/** What each month to come would add if the year ended at `total`, spread by the season, in multiples of the last decimal. */
export function spreadBySeason(scenario: Scenario, total: number): readonly Amounts[] {
  const { input, history } = scenario;
  const done = latestOf(input)?.cumulative ?? baselineOf(input) ?? 0;
  return spread(scenario, Math.max(0, total - done), history.season ?? input.points);
}

/**
 * The months to come as the recent ones went: a flow and a stock up to the forecast, a ratio by its own share of the
 * denominators that the curve presumes. Zeros where nothing can be foreseen.
 */
export function asRecently(scenario: Scenario): readonly Amounts[] {
  const { input, history } = scenario;
  if (input.kind !== 'ratio') {
    const { point } = forecast({ ...input, figures: acceptedUpTo(input.figures, input.month), history });
    return spreadBySeason(scenario, point ?? 0);
  }
  const step = stepOf(input);
  const latest = latestOf(input);
  const share = latest?.denominator ? latest.cumulative / latest.denominator : 0;
  return denominatorsToCome(scenario).map((denominator) => ({
    cumulative: Math.floor((denominator * share) / step) * step,
    denominator,
  }));
}

/** What the curve presumes that a ratio's denominator grows by in each month to come, rounded up as the way out does. */
export function denominatorsToCome(scenario: Scenario): readonly number[] {
  const { input } = scenario;
  const latest = latestOf(input);
  const pace = latest === undefined ? 0 : paceAt(input.points, input.year, latest.asOf);
  const step = stepOf(input);
  const year = pace === 0 ? 0 : (latest?.denominator ?? 0) / pace;
  return increments(scenario, input.points).map((share) => wholeNotBelow((year * share) / step) * step);
}

/** How the region would stand at each month end to come with these additions, one for each of `monthsToCome`. */
export function tryMonths(scenario: Scenario, additions: readonly Amounts[]): readonly ScenarioMonth[] {
  const { input, history } = scenario;
  const figures = figuresWith(scenario, additions);
  return figures
    .filter(({ month }) => monthsToCome(scenario).includes(month))
    .map((figure) => {
      const tried = { ...input, month: figure.month, figures: acceptedUpTo(figures, figure.month) };
      return { month: figure.month, figure, standing: assess(tried), forecast: forecast({ ...tried, history }) };
    });
}

/**
 * The smallest amount that the months up to one end must add together, spread over them by the curve, to stand there at a
 * level or better; null where no amount up to the target does. A ratio's is of its numerator, its denominators as presumed.
 */
export function neededBy(scenario: Scenario, level: Level, by: number): readonly Amounts[] | null {
  const { input } = scenario;
  const step = stepOf(input);
  const months = monthsToCome(scenario).filter((month) => month <= by);
  if (months.length === 0 || input.target === null) return null;
  const denominators = input.kind === 'ratio' ? denominatorsToCome(scenario).slice(0, months.length) : null;
  const most = denominators === null ? mostNeeded(input) : denominators.reduce((sum, one) => sum + one, 0);
  const tried = (steps: number): readonly Amounts[] =>
    parts(scenario, steps * step, input.points, months.length, denominators);
  const reaches = (steps: number): boolean => {
    const { level: reached } = assess({ ...input, month: by, figures: figuresWith(scenario, tried(steps)) });
    return levels.indexOf(reached) <= levels.indexOf(level);
  };
  let [low, high] = [0, Math.ceil(most / step)];
  if (!reaches(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle + 1;
  }
  return tried(high);
}

const mostNeeded = (input: StandingInput): number =>
  Math.max(0, (input.target ?? 0) - (latestOf(input)?.cumulative ?? baselineOf(input) ?? 0));

/** The year's figures with the additions; a figure of the middle of a month gives way to that month's end. */
function figuresWith(scenario: Scenario, additions: readonly Amounts[]): readonly Figure[] {
  const { input } = scenario;
  const [first = 13] = monthsToCome(scenario);
  const accepted = acceptedUpTo(input.figures, input.month);
  const latest = accepted.at(-1);
  let cumulative = latest?.cumulative ?? baselineOf(input) ?? 0;
  let denominator = latest?.denominator ?? (input.kind === 'ratio' ? 0 : null);
  const added = additions.map((one, index): Figure => {
    cumulative += one.cumulative;
    denominator = denominator === null ? null : denominator + (one.denominator ?? 0);
    const month = first + index;
    return { month, asOf: lastDayOfMonth(input.year, month), cumulative, denominator };
  });
  return [...accepted.filter(({ month }) => month < first), ...added];
}

/** The shares of the year that a curve expects in each month to come. */
function increments(scenario: Scenario, points: StandingInput['points']): readonly number[] {
  const { input } = scenario;
  const latest = latestOf(input);
  let before = latest === undefined ? 0 : paceAt(points, input.year, latest.asOf);
  return monthsToCome(scenario).map((month) => {
    const pace = paceAt(points, input.year, lastDayOfMonth(input.year, month));
    const share = pace - before;
    before = pace;
    return share;
  });
}

function spread(scenario: Scenario, total: number, points: StandingInput['points']): readonly Amounts[] {
  return parts(scenario, total, points, monthsToCome(scenario).length, null);
}

/** A total over the first months to come by a curve's increments, each a multiple of the last decimal: the parts sum to it. */
function parts(
  scenario: Scenario,
  total: number,
  points: StandingInput['points'],
  count: number,
  denominators: readonly number[] | null,
): readonly Amounts[] {
  const step = stepOf(scenario.input);
  const shares = increments(scenario, points).slice(0, count);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const steps = Math.round(total / step);
  let [expected, given] = [0, 0];
  return shares.map((share, index) => {
    expected += whole > 0 ? share / whole : 1 / count;
    const upTo = index === count - 1 ? steps : Math.round(steps * expected);
    const part = upTo - given;
    given = upTo;
    return { cumulative: part * step, denominator: denominators?.[index] ?? null };
  });
}

const latestOf = (input: StandingInput): Figure | undefined => acceptedUpTo(input.figures, input.month).at(-1);

const isMonthEnd = ({ year }: StandingInput, { month, asOf }: Figure): boolean => asOf === lastDayOfMonth(year, month);
