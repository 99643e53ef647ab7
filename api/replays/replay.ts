/** What other conditions would have said of months that are over: the sandbox of rules. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IndicatorRow } from '#db/indicators.ts';
import { ownInput, peersAverage } from '../assessments/city-standing.ts';
import { indicatorsAt, reportingAt, type Snapshot } from '../assessments/snapshot.ts';
import { levelsUnder } from '../measures/assessment.ts';
import { compareMonths, type YearMonth } from '../measures/calendar.ts';
import { cityLevel } from '../measures/roll-up.ts';
import { looksAt } from '../measures/rule.ts';
import { type Level, type LevelConditions, type Rule } from '../measures/vocabulary.ts';
import { maxReplayFlips, type RuleFlip, type RuleReplay } from './contract.ts';
import { ruleAt } from '../rules/lifecycle.ts';

type Counts = Record<Level, number>;

/** How long the replay works before others are served, in milliseconds. */
const turn = 10;

/** The months to look at, in order: those of the period that have an accepted figure. */
export function replayedMonths(accepted: readonly YearMonth[], from: YearMonth, to: YearMonth): readonly YearMonth[] {
  return accepted.filter((one) => compareMonths(from, one) <= 0 && compareMonths(one, to) <= 0).toSorted(compareMonths);
}

/**
 * The levels of every reporting region in these months, by the rule that was in force in each and by `conditions`. The
 * work is cut into short turns, so that nobody waits for it.
 * @param months in order
 * @param snapshotOf a year's snapshot
 */
export async function replay(
  conditions: Rule['conditions'],
  months: readonly YearMonth[],
  snapshotOf: (year: number) => Promise<Snapshot>,
): Promise<RuleReplay> {
  const counted: RuleReplay['months'] = [];
  const flips: { cities: RuleFlip[]; indicators: RuleFlip[] } = { cities: [], indicators: [] };
  let began = performance.now();
  for (const { year, month } of months) {
    const snapshot = await snapshotOf(year);
    const counts = { before: noCounts(), after: noCounts() };
    for (const { code } of reportingAt(snapshot, month)) {
      const city = cityLevels(snapshot, code, month, conditions);
      counts.before[city.before] += 1;
      counts.after[city.after] += 1;
      const at = { region: code, year, month };
      if (city.before !== city.after)
        flips.cities.push({ ...at, indicator: null, before: city.before, after: city.after });
      flips.indicators.push(...city.flips.map((flip) => ({ ...at, ...flip })));
      if (performance.now() - began > turn) {
        await nextTurn();
        began = performance.now();
      }
    }
    counted.push({ year, month, ...counts });
  }
  return {
    months: counted,
    flips: [...flips.cities, ...flips.indicators].slice(0, maxReplayFlips),
    flipCount: { cities: flips.cities.length, indicators: flips.indicators.length },
  };
}

const noCounts = (): Counts => ({ achieved: 0, 'on-pace': 0, watch: 0, behind: 0, 'no-data': 0, 'no-target': 0 });

type IndicatorFlip = Pick<RuleFlip, 'indicator' | 'before' | 'after'>;

function cityLevels(snapshot: Snapshot, region: string, month: number, conditions: Rule['conditions']) {
  const inForce = ruleAt(snapshot, month).conditions;
  const before: { core: boolean; level: Level }[] = [];
  const after: { core: boolean; level: Level }[] = [];
  const flips: IndicatorFlip[] = [];
  for (const indicator of indicatorsAt(snapshot, month)) {
    const rules = [inForce[indicator.kind], conditions[indicator.kind]] as const;
    const [was = 'no-data', is = 'no-data'] = levelsAt(snapshot, region, { indicator, month, rules });
    before.push({ core: indicator.core, level: was });
    after.push({ core: indicator.core, level: is });
    if (was !== is) flips.push({ indicator: indicator.code, before: was, after: is });
  }
  return { before: cityLevel(before), after: cityLevel(after), flips };
}

interface Asked {
  readonly indicator: IndicatorRow;
  readonly month: number;
  readonly rules: readonly LevelConditions[];
}

function levelsAt(snapshot: Snapshot, region: string, { indicator, month, rules }: Asked): readonly Level[] {
  const asksPeers = rules.some((rule) => looksAt(rule, 'pointsAgainstPeers'));
  const peersCompletion = asksPeers ? peersAverage(snapshot, region, indicator, month) : null;
  return levelsUnder({ ...ownInput(snapshot, region, indicator, month), peersCompletion }, rules);
}
