/** Back-scheduled plans as a caller sees them, amounts in the indicator's unit. Pure. */
import type { BackPlanVersionRow } from '#db/back-plans.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import type { StandingProject } from '#db/projects.ts';
import { inUnit } from '../figures/figure-text.ts';
import type { Context } from '../http/context.ts';
import {
  coverageOf,
  credibilityOf,
  planShapes,
  plannedByMonth,
  proposalWeights,
  proposePlan,
  startsInRest,
  type PlanPart,
} from '../measures/back-plan.ts';
import { followPlan, type FollowedMonth } from '../measures/followed-plan.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Gap, PlanBase, Speed } from './base.ts';
import type {
  BackPlan,
  BackPlanCommand,
  BackPlanLine,
  BackPlanReply,
  BaseAbsence,
  FollowedReply,
  NamedProject,
  PlanContent,
  ReplyBase,
} from './contract.ts';
import { backPlanRefusal, inForceOf, isCurrent, type BackPlanFacts } from './lifecycle.ts';
import { isRequired, type PlanRecord } from './record.ts';

/** The scale of an area: what is counted otherwise is not covered by square metres. */
const areaScale = 10_000;

/** The versions that the caller may know of: a draft is its bureau's alone. */
export function seenBy({ actor }: Pick<Context, 'actor'>, versions: readonly BackPlanVersionRow[]) {
  return actor.role === 'bureau' ? versions : versions.filter(({ state }) => state !== 'draft');
}

/** What the rules look at, by the versions that the caller may know of: a refusal tells of no draft either. */
export function factsOf(region: string, versions: readonly BackPlanVersionRow[]): BackPlanFacts {
  return {
    region,
    state: versions.at(-1)?.state ?? 'missing',
    submittedBy: versions.findLast(({ action }) => action === 'submit')?.actor ?? null,
  };
}

/** A plan with all that belongs to it. */
export function presentReply(record: PlanRecord, context: Context): BackPlanReply {
  const { key, indicator, base, calledIn } = record;
  const seen = seenBy(context, record.versions);
  const newest = seen.at(-1);
  const facts = factsOf(key.region, seen);
  const may = (command: BackPlanCommand) => backPlanRefusal(command, facts, context.actor) === null;
  const hasBase = typeof base !== 'string';
  return {
    ...key,
    today: dayInShanghai(context.clock.now()),
    state: facts.state,
    version: newest?.number ?? 0,
    required: isRequired(calledIn, indicator, base),
    base: hasBase ? presentBase(base, record.speed, record) : null,
    absence: hasBase ? null : base,
    plan: newest === undefined ? null : presentContent(newest, record),
    outdated: newest !== undefined && hasBase && !isCurrent(newest.plan, base),
    inForce: presentInForce(record),
    ledger: hasBase ? record.projects.map((project) => namedProject(project, base.asOf)) : [],
    reason: newest?.state === 'returned' ? newest.reason : '',
    can: { save: hasBase && may('save'), submit: hasBase && may('submit'), decide: may('approve') },
    history: seen.map((version) => presentVersion(version, indicator)).toReversed(),
  };
}

function presentBase(base: PlanBase, speed: Speed, { key, indicator }: PlanRecord): ReplyBase {
  const { scale } = indicator;
  const input = { ...base, year: key.year, after: base.asOf, points: base.season.points };
  return {
    asOf: base.asOf,
    target: inUnit(base.target, scale),
    reached: inUnit(base.reached, scale),
    remaining: inUnit(base.remaining, scale),
    ...presentSpeed(speed, scale),
    seasonYears: [...base.season.years],
    proposals: planShapes.map((shape) => ({
      shape,
      parts: presentParts(proposePlan(shape, input), scale),
      weights: [...proposalWeights(shape, input)],
    })),
  };
}

function presentSpeed({ best, bestIn, recent, recentOf }: Speed, scale: number) {
  const unit = (amount: number): number => inUnit(amount, scale);
  return {
    bestMonth: inUnit(best, scale),
    bestIn: bestIn && { ...bestIn, end: unit(bestIn.end), before: unit(bestIn.before) },
    recentPerMonth: inUnit(recent, scale),
    recentOf: recentOf && { ...recentOf, reached: unit(recentOf.reached), before: unit(recentOf.before) },
  };
}

const presentParts = (parts: readonly PlanPart[], scale: number) =>
  parts.map((part) => ({ ...part, amount: inUnit(part.amount, scale) }));

/** What a month's report is set beside. */
export function presentCourse({ asOf, reached, parts }: BackPlan, { scale }: IndicatorRow): BackPlanLine['inForce'] {
  return { asOf, reached: inUnit(reached, scale), parts: presentParts(parts, scale) };
}

function presentContent({ number, plan }: BackPlanVersionRow, record: PlanRecord): PlanContent {
  const { indicator, speed, projects } = record;
  const { scale } = indicator;
  const byId = new Map(projects.map((one) => [one.project.id, one]));
  return {
    version: number,
    asOf: plan.asOf,
    target: inUnit(plan.target, scale),
    reached: inUnit(plan.reached, scale),
    remaining: inUnit(plan.target - plan.reached, scale),
    parts: presentParts(plan.parts, scale),
    measures: [...plan.measures],
    projects: plan.projects.map((id) => {
      const found = byId.get(id);
      return found === undefined ? withdrawn(id) : namedProject(found, plan.asOf);
    }),
    ...presentSpeed(speed, scale),
    credibility: credibilityOf(plan.parts, speed).map((month) => ({ ...month, planned: inUnit(month.planned, scale) })),
    coverage: presentCoverage(plan, record),
  };
}

const withdrawn = (id: string): NamedProject => ({ id, name: '', startPlanned: null, area: null, counts: false });

function namedProject({ project, newest }: StandingProject, asOf: string): NamedProject {
  const { name, startPlanned, prefabricatedArea: area } = newest;
  return { id: project.id, name, startPlanned, area, counts: area !== null && startsInRest(startPlanned, asOf) };
}

/** How far the projects that a plan names cover it, base units; null where its indicator is no area. */
export function planCoverage(plan: BackPlan, indicator: IndicatorRow, projects: readonly StandingProject[]) {
  if (indicator.scale !== areaScale) return null;
  const named = new Set(plan.projects);
  const covering = projects
    .filter(({ project }) => named.has(project.id))
    .map(({ newest }) => ({ area: newest.prefabricatedArea, startPlanned: newest.startPlanned }));
  return coverageOf(covering, plan.asOf, plan.target - plan.reached);
}

function presentCoverage(plan: BackPlan, { indicator, projects }: PlanRecord): PlanContent['coverage'] {
  const coverage = planCoverage(plan, indicator, projects);
  if (coverage === null) return null;
  const { area, share, missing } = coverage;
  return { area: inUnit(area, indicator.scale), share, missing: inUnit(missing, indicator.scale) };
}

function presentInForce(record: PlanRecord): BackPlanReply['inForce'] {
  const approved = inForceOf(record.versions);
  if (approved === undefined) return null;
  const { parts, reached } = approved.plan;
  return {
    ...presentContent(approved, record),
    approvedAt: approved.at,
    approvedBy: approved.actedAs.name,
    followed: followPlan(parts, reached, record.figures).map((month) => presentFollowed(month, record.indicator)),
  };
}

/** What is left of a target and what it is the difference of; none where there is nothing to plan. */
export function presentGap(gap: Gap | BaseAbsence, { scale }: IndicatorRow) {
  if (typeof gap === 'string') return { target: null, reached: null, remaining: null };
  const { target, reached, remaining } = gap;
  return { target: inUnit(target, scale), reached: inUnit(reached, scale), remaining: inUnit(remaining, scale) };
}

/** A month of a plan as it went. */
export const presentFollowed = (
  { month, by, planned, terms, cumulative, actual, slippage }: FollowedMonth,
  { scale }: IndicatorRow,
): FollowedReply => ({
  month,
  by,
  planned: inUnit(planned, scale),
  terms: terms.map((term) => ({ ...term, amount: inUnit(term.amount, scale) })),
  cumulative: inUnit(cumulative, scale),
  actual: inUnit(actual, scale),
  slippage: inUnit(slippage, scale),
});

const presentVersion = (
  { number, at, actedAs, action, reason, plan }: BackPlanVersionRow,
  { scale }: IndicatorRow,
): BackPlanReply['history'][number] => ({
  version: number,
  at,
  person: actedAs.name,
  action,
  reason,
  months: plannedByMonth(plan.parts).map(({ month, planned }) => ({ month, planned: inUnit(planned, scale) })),
});
