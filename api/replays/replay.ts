/** What other conditions would have said of months that are over: the sandbox of rules. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { YearColumns } from '../assessments/year-columns.ts';
import { compareMonths, type YearMonth } from '../measures/calendar.ts';
import { cityLevel } from '../measures/roll-up.ts';
import { looksAt } from '../measures/rule.ts';
import { kinds, levels, type Level, type Rule } from '../measures/vocabulary.ts';
import { maxReplayFlips, type RuleFlip, type RuleReplay } from './contract.ts';
import { judgeYear, type JudgedYear } from './judged-year.ts';
import type { WalkedMonth } from './year-walk.ts';

type Counts = Record<Level, number>;

/** The months to look at, in order: those of the period that have an accepted figure. */
export function replayedMonths(accepted: readonly YearMonth[], from: YearMonth, to: YearMonth): readonly YearMonth[] {
  return accepted.filter((one) => compareMonths(from, one) <= 0 && compareMonths(one, to) <= 0).toSorted(compareMonths);
}

/**
 * The years whose columns a replay of these months reads, rising: also the one before each where the tried rule looks at
 * growth, because columns hold of it only what the rules in force ask for.
 */
export function replayedYears(conditions: Rule['conditions'], months: readonly YearMonth[]): readonly number[] {
  const asked = months.flatMap(({ year }) => (asksGrowth(conditions) ? [year - 1, year] : [year]));
  return [...new Set(asked)].toSorted((a, b) => a - b);
}

const asksGrowth = (conditions: Rule['conditions']): boolean =>
  kinds.some((kind) => looksAt(conditions[kind], 'growthOnLastYear'));

/**
 * The levels of every reporting region in these months, by the rule that was in force in each and by `conditions`. The
 * work is cut into short turns, so that nobody waits for it.
 * @param months in order
 * @param years the columns of `replayedYears`, of one revision
 */
export async function replay(
  conditions: Rule['conditions'],
  months: readonly YearMonth[],
  years: ReadonlyMap<number, YearColumns>,
): Promise<RuleReplay> {
  const reply: Told = { months: [], cities: listOfFirst(), indicators: listOfFirst() };
  for (const [year, own] of Map.groupBy(months, (one) => one.year)) {
    const columns = years.get(year);
    if (columns === undefined) throw new Error(`the replay was not given ${year}`);
    const before = asksGrowth(conditions) ? (years.get(year - 1) ?? null) : null;
    const judged = await judgeYear({ columns, before, months: own.map(({ month }) => month) }, conditions);
    for (const month of judged.walk.months) {
      await nextTurn();
      tell(reply, judged, { ...month, year });
    }
  }
  return {
    months: reply.months,
    flips: [...reply.cities.first, ...reply.indicators.first].slice(0, maxReplayFlips),
    flipCount: { cities: reply.cities.count, indicators: reply.indicators.count },
  };
}

/** Flips of which all are counted and the first are kept. */
interface Flips {
  readonly first: RuleFlip[];
  count: number;
}

const listOfFirst = (): Flips => ({ first: [], count: 0 });

interface Told {
  readonly months: RuleReplay['months'];
  readonly cities: Flips;
  readonly indicators: Flips;
}

/** Counts a month's levels and names those that are others. */
function tell(
  told: Told,
  { walk, was, is }: JudgedYear,
  { year, month, regions, indicators }: WalkedMonth & { readonly year: number },
): void {
  const counts = { before: noCounts(), after: noCounts() };
  for (const place of regions) {
    const at = { region: walk.regions[place] ?? '', year, month };
    let [coreWas, coreIs] = [0, 0];
    for (const indicator of indicators) {
      const where = walk.at(month, place, indicator);
      const [before = 0, after = 0] = [was[where], is[where]];
      const { code = '', core = false } = walk.indicators[indicator] ?? {};
      if (before !== after) addFlip(told.indicators, { ...at, indicator: code, ...named(before, after) });
      if (core) [coreWas, coreIs] = [coreWas | (1 << before), coreIs | (1 << after)];
    }
    const [before, after] = [cityLevelOf(coreWas), cityLevelOf(coreIs)];
    counts.before[before] += 1;
    counts.after[after] += 1;
    if (before !== after) addFlip(told.cities, { ...at, indicator: null, before, after });
  }
  told.months.push({ year, month, ...counts });
}

function addFlip(flips: Flips, flip: RuleFlip): void {
  flips.count += 1;
  if (flips.first.length < maxReplayFlips) flips.first.push(flip);
}

const named = (before: number, after: number) => ({
  before: levels[before] ?? 'no-data',
  after: levels[after] ?? 'no-data',
});

/** The city's level by which levels its core indicators have, as bits: of so few sets each is asked for once. */
const cityLevels = Array.from({ length: 1 << levels.length }, (_, bits) =>
  cityLevel(levels.filter((_level, place) => (bits >> place) % 2 === 1).map((level) => ({ core: true, level }))),
);
const cityLevelOf = (bits: number): Level => cityLevels[bits] ?? 'no-target';

const noCounts = (): Counts => ({ achieved: 0, 'on-pace': 0, watch: 0, behind: 0, 'no-data': 0, 'no-target': 0 });
