/**
 * Back-scheduled plans (倒排计划): what is left of a year's target, spread over what is left of the year. Amounts are exact
 * integers in base units, and the parts always sum to the remaining amount.
 */
import { daysBetween, daysInMonth, dayParts, lastDayOfMonth, shiftDay } from './calendar.ts';
import { paceAt } from './curve.ts';
import type { CurvePoints, Day } from './vocabulary.ts';

/** 上旬, 中旬, 下旬: the 1st to the 10th, the 11th to the 20th, and the rest of a month. */
export const tenDays = ['early', 'middle', 'late'] as const;
export type TenDay = (typeof tenDays)[number];

/** A period of a plan: what is left of a month, or of a ten-day period in the last two months. Both days are in it. */
export interface PlanPeriod {
  readonly month: number;
  /** Null where the period is a month. */
  readonly part: TenDay | null;
  readonly from: Day;
  readonly to: Day;
}

export interface PlanPart extends PlanPeriod {
  /** What is planned in it, base units. */
  readonly amount: number;
}

/** The shapes a plan is proposed in: as the season goes, even by day, or with the most first. */
export const planShapes = ['season', 'even', 'front'] as const;
export type PlanShape = (typeof planShapes)[number];

/** The first of the months that are planned by ten days. */
const firstOfTenDays = 11;

/** The periods after a day up to the year's end: none on 31 December. A period that has begun goes on the day after. */
export function planPeriods(year: number, after: Day): readonly PlanPeriod[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return months
    .flatMap((month) => (month < firstOfTenDays ? [wholeMonth(year, month)] : tenDaysOf(year, month)))
    .filter(({ to }) => to > after)
    .map((period) => (period.from > after ? period : { ...period, from: shiftDay(after, 1) }));
}

const wholeMonth = (year: number, month: number): PlanPeriod => {
  const to = lastDayOfMonth(year, month);
  return { month, part: null, from: `${to.slice(0, 8)}01`, to };
};

function tenDaysOf(year: number, month: number): readonly PlanPeriod[] {
  const last = lastDayOfMonth(year, month);
  const day = (number: string): Day => `${last.slice(0, 8)}${number}`;
  return [
    { month, part: 'early', from: day('01'), to: day('10') },
    { month, part: 'middle', from: day('11'), to: day('20') },
    { month, part: 'late', from: day('21'), to: last },
  ];
}

/** What a plan is proposed from. */
export interface ProposalInput {
  readonly year: number;
  /** The day of the accepted figure that the remaining amount is counted from. */
  readonly after: Day;
  /** What is left of the target, base units. */
  readonly remaining: number;
  /** The base units of one step of the indicator's decimals: 100 m² where 万㎡ have two. */
  readonly step: number;
  /** The season, as shares by month end. */
  readonly points: CurvePoints;
}

/**
 * Spreads the remaining amount: first over the months, then within the last two over their ten-day periods, each by largest
 * remainder in whole steps; what is less than a step falls to the last period. `season` weighs a period by what the curve
 * expects in it, `even` by its share of a month's days, `front` by the latter times the number of months left (n for the first of n months,
 * 1 for December). Where the season expects nothing more, even.
 *
 * 252.00 left at the end of September on the curve of 2019 is 81.72 in October, 80.22 in November, 90.06 in December.
 */
export function proposePlan(shape: PlanShape, input: ProposalInput): readonly PlanPart[] {
  const periods = planPeriods(input.year, input.after);
  if (periods.length === 0) return [];
  const weights = weightsOf(shape, periods, input);
  const weighed = periods.map((period, index) => ({ period, weight: weights[index] ?? 0 }));
  const months = [...Map.groupBy(weighed, ({ period }) => period.month).values()];
  const steps = Math.floor(input.remaining / input.step);
  const ofMonths = spread(
    steps,
    months.map((month) => sum(month.map(({ weight }) => weight))),
  );
  const parts = months.flatMap((month, index) => {
    const own = spread(
      ofMonths[index] ?? 0,
      month.map(({ weight }) => weight),
    );
    return month.map(({ period }, at) => ({ ...period, amount: (own[at] ?? 0) * input.step }));
  });
  const rest = input.remaining - steps * input.step;
  return parts.map((part, index) => (index === parts.length - 1 ? { ...part, amount: part.amount + rest } : part));
}

/** What each part of a proposal weighs, in its order: shares of the year, or months. Only their proportions count. */
export function proposalWeights(shape: PlanShape, input: ProposalInput): readonly number[] {
  return weightsOf(shape, planPeriods(input.year, input.after), input);
}

function weightsOf(shape: PlanShape, periods: readonly PlanPeriod[], { points, year }: ProposalInput) {
  const even = periods.map(({ month, from, to }) => (daysBetween(from, to) + 1) / daysInMonth(year, month));
  if (shape === 'front') return periods.map(({ month }, index) => (even[index] ?? 0) * (13 - month));
  if (shape === 'even') return even;
  const season = periods.map(({ from, to }) =>
    Math.max(0, paceAt(points, year, to) - paceAt(points, year, shiftDay(from, -1))),
  );
  return sum(season) > 0 ? season : even;
}

/**
 * Spreads whole steps by weights with the largest remainder: each gets its share rounded down, and the steps left over go to
 * the largest fractions, of equal ones to the earlier. The result sums to the steps exactly. Without any weight all are equal.
 */
export function spread(steps: number, weights: readonly number[]): readonly number[] {
  const total = sum(weights);
  const shares = weights.map((weight) => (total > 0 ? (steps * weight) / total : steps / weights.length));
  const whole = shares.map(Math.floor);
  const left = steps - sum(whole);
  const byFraction = shares
    .map((share, index) => ({ index, fraction: share - Math.floor(share) }))
    .toSorted((a, b) => b.fraction - a.fraction || a.index - b.index);
  const more = new Set(byFraction.slice(0, left).map(({ index }) => index));
  return whole.map((amount, index) => amount + (more.has(index) ? 1 : 0));
}

/**
 * Changes one part and spreads the rest over the parts after it, or before it where it is the last, in the proportions that they
 * had; the sum stays. An amount beyond what the others hold is cut to that.
 */
export function changePart<Part extends { readonly amount: number }>(
  parts: readonly Part[],
  at: number,
  amount: number,
  step: number,
): readonly Part[] {
  const isLast = at === parts.length - 1;
  const gives = (index: number): boolean => (isLast ? index < at : index > at);
  const others = parts.filter((_, index) => gives(index));
  const room = sum(others.map((part) => part.amount)) + (parts[at]?.amount ?? 0);
  const taken = others.length === 0 ? room : Math.min(Math.max(0, amount), room);
  const left = room - taken;
  const shares = spread(
    Math.floor(left / step),
    others.map((part) => part.amount),
  ).map((steps) => steps * step);
  const last = shares.length - 1;
  const exact = shares.map((share, index) => (index === last ? share + left - sum(shares) : share));
  const given = new Map(others.map((part, index) => [part, exact[index] ?? 0]));
  return parts.map((part, index) => ({ ...part, amount: index === at ? taken : (given.get(part) ?? part.amount) }));
}

/** A month of a plan against what was done before; `null` where there is nothing to compare with. */
export interface MonthCredibility {
  readonly month: number;
  readonly planned: number;
  readonly againstBest: number | null;
  readonly againstRecent: number | null;
  /** Planned above the best month ever (存疑): it needs a written measure. */
  readonly doubtful: boolean;
}

/** How credible each month of a plan is, against the best month ever and the mean of the recent months, in base units. */
export function credibilityOf(
  parts: readonly Pick<PlanPart, 'month' | 'amount'>[],
  { best, recent }: { readonly best: number | null; readonly recent: number | null },
): readonly MonthCredibility[] {
  return plannedByMonth(parts).map(({ month, planned }) => ({
    month,
    planned,
    againstBest: against(planned, best),
    againstRecent: against(planned, recent),
    doubtful: best !== null && planned > best,
  }));
}

/** What a plan holds of each month, in order. */
export function plannedByMonth(parts: readonly Pick<PlanPart, 'month' | 'amount'>[]) {
  return [...Map.groupBy(parts, ({ month }) => month)]
    .map(([month, own]) => ({ month, planned: sum(own.map(({ amount }) => amount)) }))
    .toSorted((a, b) => a.month - b.month);
}

/** A year's month ends since its start, twelve or fewer. */
export interface YearOfMonthEnds {
  readonly year: number;
  readonly monthEnds: readonly number[];
}

/** A month with what was reached by its end and by the end of the one before, of the year's start 0. */
export interface MonthOfYear {
  readonly year: number;
  readonly month: number;
  readonly end: number;
  readonly before: number;
}

/** The month of the largest increase over the month before, of equal ones the first; null where there is none. */
export function bestMonthOf(years: readonly YearOfMonthEnds[]): MonthOfYear | null {
  const months = years.flatMap(({ year, monthEnds }) =>
    monthEnds.map((end, index) => ({ year, month: index + 1, end, before: monthEnds[index - 1] ?? 0 })),
  );
  return months.reduce<MonthOfYear | null>(
    (best, one) => (best === null || one.end - one.before > best.end - best.before ? one : best),
    null,
  );
}

/** A project as coverage sees it: its prefabricated area in base units, and the day on which it is to start. */
export interface CoveringProject {
  readonly area: number | null;
  readonly startPlanned: Day | null;
}

export interface Coverage {
  /** The area of the projects that start in the remaining months, base units. */
  readonly area: number;
  /** That area ÷ the remaining amount; null where nothing remains. */
  readonly share: number | null;
  /** What no project stands for, base units: 0 where the plan is covered. */
  readonly missing: number;
}

/** How far named projects cover what is left: those count whose planned start is after the day and within its year. */
export function coverageOf(projects: readonly CoveringProject[], after: Day, remaining: number): Coverage {
  const counted = projects.filter(({ startPlanned }) => startsInRest(startPlanned, after));
  const area = sum(counted.map((project) => project.area ?? 0));
  return { area, share: remaining > 0 ? area / remaining : null, missing: Math.max(0, remaining - area) };
}

/** Whether a planned start lies after a day and within its year. */
export const startsInRest = (startPlanned: Day | null, after: Day): boolean =>
  startPlanned !== null && startPlanned > after && dayParts(startPlanned).year === dayParts(after).year;

const against = (planned: number, past: number | null): number | null =>
  past === null || past <= 0 ? null : planned / past;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
