/** Everything that a plan is presented and decided by, read at once. */
import type { BackPlanVersionRow } from '#db/back-plans.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listInterviews } from '#db/interviews.ts';
import type { StandingProject } from '#db/projects.ts';
import type { Reader } from '#db/dialect';
import type { Figure } from '../measures/vocabulary.ts';
import type { PlanBase, Speed } from './base.ts';
import type { BaseAbsence } from './contract.ts';

/** Whose plan, of which year, on what. */
export interface PlanKey {
  readonly year: number;
  readonly region: string;
  readonly indicator: string;
}

export interface PlanRecord {
  readonly key: PlanKey;
  readonly indicator: IndicatorRow;
  /** In order; all of them, whoever looks. */
  readonly versions: readonly BackPlanVersionRow[];
  readonly base: PlanBase | BaseAbsence;
  readonly speed: Speed;
  /** The city's projects that were not withdrawn. */
  readonly projects: readonly StandingProject[];
  /** This year's accepted figures. */
  readonly figures: readonly Figure[];
  /** Whether its city was called in this year. */
  readonly calledIn: boolean;
}

/** The cities that were called in to an interview of a year, whether it was held yet or not. */
export async function citiesCalledIn(reader: Reader, year: number): Promise<ReadonlySet<string>> {
  const called = (await listInterviews(reader)).filter(
    ({ heldOn, state }) => heldOn.startsWith(`${year}-`) && state !== 'planned' && state !== 'cancelled',
  );
  return new Set(called.flatMap(({ details }) => details?.areas ?? []).map(({ region }) => region));
}

/** Whether a city owes a plan on an indicator: it was called in, the indicator is a core one, and something is left. */
export function isRequired(calledIn: boolean, { core }: Pick<IndicatorRow, 'core'>, gap: unknown): boolean {
  return calledIn && core && typeof gap !== 'string';
}
