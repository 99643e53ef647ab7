/** The rows of a trial: how each month still to come would end, and what it would take. Pure. */
import { rankCities } from '#api/measures/ranking.ts';
import { monthsToCome, neededBy, tryMonths, type Scenario, type ScenarioMonth } from '#api/measures/scenario.ts';
import type { Amounts } from '#api/measures/accepted.ts';
import type { ScenarioContext } from '#api/scenarios/contract.ts';

/** The levels that are asked for: what it would take. */
export const wantedLevels = ['on-pace', 'achieved'] as const;
export type WantedLevel = (typeof wantedLevels)[number];

export interface ScenarioRow extends ScenarioMonth {
  /** Its place among the cities, 1 being the best; null where others are not seen. */
  readonly place: number | null;
}

/** Every month to come up to the first without an amount. */
export function scenarioRows(
  scenario: Scenario,
  { region, others }: Pick<ScenarioContext, 'region' | 'others'>,
  additions: readonly (Amounts | null)[],
): readonly ScenarioRow[] {
  const firstMissing = additions.indexOf(null);
  const known = additions.slice(0, firstMissing === -1 ? undefined : firstMissing).filter((one) => one !== null);
  return tryMonths(scenario, known).map((month) => {
    const { level, gapPoints } = month.standing;
    const ranked = others === null ? [] : rankCities([...others, { key: region, level, gapPoints }]);
    const at = ranked.findIndex(({ key }) => key === region);
    return { ...month, place: at === -1 ? null : ranked.length - at };
  });
}

/** What each level takes by each month end to come; null where no amount reaches it. */
export interface Takes {
  readonly month: number;
  readonly level: WantedLevel;
  readonly additions: readonly Amounts[] | null;
  readonly total: number | null;
}

export function takesOf(scenario: Scenario): readonly Takes[] {
  return monthsToCome(scenario).flatMap((month) =>
    wantedLevels.map((level) => {
      const additions = neededBy(scenario, level, month);
      const total = additions === null ? null : additions.reduce((sum, { cumulative }) => sum + cumulative, 0);
      return { month, level, additions, total };
    }),
  );
}

/** What is put into the sliders: months after the ones that were asked for add nothing. */
export function filledUp(additions: readonly Amounts[], presumed: readonly Amounts[]): readonly Amounts[] {
  return presumed.map((one, index) => additions[index] ?? { ...one, cumulative: 0 });
}

/** How far a slider goes, and by how much a key moves it, in base units: hundredths of what is missing or was presumed. */
export function sliderScale(
  { input }: Scenario,
  presumed: readonly Amounts[],
  index: number,
): { readonly max: number; readonly step: number } {
  const unit = Math.max(1, input.scale / 10 ** input.decimals);
  const one = presumed[index];
  const done = input.figures.findLast(({ month }) => month <= input.month)?.cumulative ?? input.baseline ?? 0;
  const most =
    one?.denominator ?? Math.max((input.target ?? 0) - done, ...presumed.map(({ cumulative }) => 2 * cumulative), unit);
  const step = Math.max(unit, roundStep(most / 100 / unit) * unit);
  return { max: Math.max(step, Math.ceil(most / step) * step), step };
}

/** The next of 1, 2, 5, 10, 20 … that is not below a number. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return ([1, 2, 5, 10].find((digit) => digit * power >= least) ?? 10) * power;
}
