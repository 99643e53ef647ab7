import type { NodePlanRow } from '#db/curves.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { judgedOn } from '../assessments/own-curves.ts';
import type { Snapshot } from '../assessments/snapshot.ts';
import { approvedPlans, judgedBefore } from '../curves/lifecycle.ts';
import type { Context } from '../http/context.ts';
import { dayParts, type YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { NodePlan, NodePlanCommand, NodePlanVersion } from './contract.ts';
import { nodePlanRefusal, type NodePlanFacts } from './lifecycle.ts';

/** Whose plan, of which year, on what. */
export interface NodePlanKey {
  readonly year: number;
  readonly region: string;
  readonly indicator: string;
}

/** A plan with what it is weighed against. */
export interface NodePlanRecord {
  readonly key: NodePlanKey;
  readonly indicator: IndicatorRow;
  /** In order. */
  readonly versions: readonly NodePlanRow[];
  readonly snapshot: Snapshot;
  readonly accepted: readonly YearMonth[];
}

/** What the rules look at. */
export const factsOf = ({ key, versions }: NodePlanRecord): NodePlanFacts => ({
  region: key.region,
  state: versions.at(-1)?.state ?? 'missing',
  submittedBy: versions.findLast(({ action }) => action === 'submit')?.actor ?? null,
});

/** The first month of a year that a plan approved now may judge; null where all of them were judged. */
export function earliestMonth(year: number, accepted: readonly YearMonth[]): number | null {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return months.find((month) => judgedBefore({ year, month }, accepted) === null) ?? null;
}

/** Whether the newest approval judged something, so that it cannot be taken back. */
export function isJudged({ key, versions, accepted }: NodePlanRecord): boolean {
  const [newest] = versions.slice(-1);
  const month = newest?.state === 'approved' ? newest.effectiveMonth : null;
  return month !== null && judgedBefore({ year: key.year, month }, accepted) !== null;
}

/** One plan as whoever asks sees it. */
export function presentNodePlan(record: NodePlanRecord, { actor, clock }: Pick<Context, 'actor' | 'clock'>): NodePlan {
  const { key, indicator, versions, snapshot, accepted } = record;
  const facts = factsOf(record);
  const isOpen = earliestMonth(key.year, accepted) !== null;
  const may = (command: NodePlanCommand) => nodePlanRefusal(command, facts, actor) === null;
  const today = dayParts(dayInShanghai(clock.now()));
  const without = { ...snapshot, curves: { ...snapshot.curves, nodePlans: new Map() } };
  const judged = judgedOn(indicator, key.region, today.year === key.year ? today.month : 12, without);
  return {
    year: key.year,
    region: key.region,
    indicator: key.indicator,
    state: facts.state,
    version: versions.length,
    department: {
      name: { zh: judged.pace.nameZh, en: judged.pace.nameEn },
      points: [...judged.pace.points],
    },
    approved: approvedPlans(versions).map(presentVersion),
    history: versions.map(presentVersion).toReversed(),
    can: {
      submit: isOpen && may('submit'),
      decide: may('approve'),
      withdraw: may('withdraw') && !isJudged(record),
    },
  };
}

const presentVersion = (row: NodePlanRow): NodePlanVersion => ({
  version: row.number,
  action: row.action,
  points: [...row.points],
  effectiveMonth: row.effectiveMonth,
  reason: row.reason,
  person: row.actedAs.name,
  at: row.at,
});
