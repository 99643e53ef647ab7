/** How a back-scheduled plan is followed: what it wanted done by a day against accepted figures. Amounts are base units. */
import { plannedByMonth, type PlanPart } from './back-plan.ts';
import { dayParts, daysBetween } from './calendar.ts';
import type { Day } from './vocabulary.ts';

/** What a period that has begun brings to what was planned by a day: its amount by so many of its days, rounded down to base units. */
export interface PlannedTerm {
  readonly amount: number;
  readonly days: number;
  readonly ofDays: number;
}

/** The periods that have begun by the end of a day, each with how much of it is over. */
export function plannedTerms(parts: readonly PlanPart[], day: Day): readonly PlannedTerm[] {
  return parts
    .filter(({ from }) => from <= day)
    .map(({ from, to, amount }) => ({
      amount,
      days: daysBetween(from, day < to ? day : to) + 1,
      ofDays: daysBetween(from, to) + 1,
    }));
}

/** What a plan wanted to have done by the end of a day, of its own amounts, base units; within a period evenly by day, rounded down. */
export const plannedBy = (parts: readonly PlanPart[], day: Day): number =>
  sum(plannedTerms(parts, day).map(({ amount, days, ofDays }) => Math.floor((amount * days) / ofDays)));

/** A month of a plan as it went: cumulative amounts in base units. */
export interface FollowedMonth {
  readonly month: number;
  /** The day that both sums are of: of the accepted figure, else the month's end. */
  readonly by: Day;
  readonly planned: number;
  /** What `planned` is the sum of. */
  readonly terms: readonly PlannedTerm[];
  /** The accepted figure; null where there is none yet. */
  readonly cumulative: number | null;
  /** Done since the plan began: the figure less what had been reached. */
  readonly actual: number | null;
  /** Done less planned: negative is behind the plan. */
  readonly slippage: number | null;
}

/** Follows a plan month by month against accepted figures, from what had been reached when it began. */
export function followPlan(
  parts: readonly PlanPart[],
  reached: number,
  figures: readonly { readonly month: number; readonly asOf: Day; readonly cumulative: number }[],
): readonly FollowedMonth[] {
  const begins = parts[0]?.from ?? '';
  return plannedByMonth(parts).map(({ month }) => {
    const end = parts.findLast((part) => part.month === month)?.to ?? '';
    const figure = figures.find((one) => one.month === month && one.asOf >= begins);
    const by = figure?.asOf ?? end;
    const planned = plannedBy(parts, by);
    const cumulative = figure?.cumulative ?? null;
    const actual = cumulative === null ? null : cumulative - reached;
    const slippage = actual === null ? null : actual - planned;
    return { month, by, planned, terms: plannedTerms(parts, by), cumulative, actual, slippage };
  });
}

/** A month of a plan beside what is reported for it, base units. */
export interface MonthBesidePlan {
  /** The first day that is planned: the month's first, unless the plan began within the month. */
  readonly from: Day;
  /** What is planned from then to the month's end. */
  readonly planned: number;
  /** What of it was planned by the day of the report. */
  readonly plannedByDay: number;
  /** Reported since that first day less planned by the day: negative is behind. Null where nothing is reported from it on. */
  readonly difference: number | null;
}

/**
 * Sets a month's report beside the plan; null where the plan has nothing of the month. A whole month is compared by its
 * increment, from the cumulative before it; a month that the plan began within by what was added since the plan began.
 */
export function monthBesidePlan(
  plan: { readonly reached: number; readonly parts: readonly PlanPart[] },
  report: {
    readonly month: number;
    readonly asOf: Day;
    readonly before: number | null;
    readonly cumulative: number | null;
  },
): MonthBesidePlan | null {
  const own = plan.parts.filter(({ month }) => month === report.month);
  const from = own[0]?.from;
  if (from === undefined) return null;
  const plannedByDay = plannedBy(own, report.asOf);
  const start = dayParts(from).day === 1 ? report.before : plan.reached;
  const isKnown = report.cumulative !== null && start !== null && report.asOf >= from;
  return {
    from,
    planned: sum(own.map(({ amount }) => amount)),
    plannedByDay,
    difference: isKnown ? (report.cumulative ?? 0) - (start ?? 0) - plannedByDay : null,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
