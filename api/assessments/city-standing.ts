import type { AcceptedFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import type { RegionRow } from '#db/regions.ts';
import type { TargetChange } from '#db/targets.ts';
import type { OwnCurve } from '../http/shapes.ts';
import { assess } from '../measures/assessment.ts';
import { looksAt } from '../measures/rule.ts';
import { meanOfOthers, type Added } from '../measures/sums.ts';
import { standing } from '../measures/standing.ts';
import type { ByOriginalTarget } from '../measures/original-target.ts';
import { monthStrip, recoveryOf, type StripMonth } from '../measures/strip.ts';
import { cityLevel, levelCounts } from '../measures/roll-up.ts';
import type { Level, Standing, StandingInput } from '../measures/vocabulary.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { targetAt } from '../targets/lifecycle.ts';
import { areSame, found, keptByInputs, keptMonth } from './kept-standings.ts';
import { completionByOriginal } from './original-targets.ts';
import { judgedOn, presentOwnCurve } from './own-curves.ts';
import { indicatorsAt, reportingAt, rowsOf, type InputRows, type Snapshot } from './snapshot.ts';

/** One city on one indicator, with the rows it was computed from. */
export interface IndicatorStanding {
  readonly indicator: IndicatorRow;
  readonly standing: Standing;
  readonly input: StandingInput;
  /** What judges in the place of the indicator's own curve. */
  readonly ownCurve: OwnCurve;
  /** The accepted figure that the standing speaks of. */
  readonly figure: AcceptedFigure | null;
  readonly target: TargetChange | null;
  /** By the target that the year began with, where it was changed since; `standing` is by the one in force. */
  readonly byOriginalTarget: ByOriginalTarget | null;
  readonly strip: readonly StripMonth[];
}

export interface CityStanding {
  readonly region: RegionRow;
  readonly level: Level;
  readonly counts: Readonly<Record<Level, number>>;
  readonly indicators: readonly IndicatorStanding[];
  readonly strip: readonly StripMonth[];
}

const keptInputs = keptByInputs<StandingInput>();

/**
 * What a city brings to the sums of those above it at a month end: what its own standing is computed from, without its
 * peers, which sums have none of. The same object as long as nothing in it changed.
 */
export function inputOf(snapshot: Snapshot, region: string, indicator: IndicatorRow, month: number): StandingInput {
  return keptMonth(keptInputs(snapshot, region, indicator).months, month, () =>
    ownInput(snapshot, region, indicator, month),
  );
}

/** The same, made anew and kept by nobody: for who looks at many months once. */
export function ownInput(snapshot: InputRows, region: string, indicator: IndicatorRow, month: number): StandingInput {
  const lastYear = rowsOf(snapshot.lastYear, region, indicator.code);
  const { pace, ownYears = null } = judgedOn(indicator, region, month, snapshot);
  return {
    kind: indicator.kind,
    scale: indicator.scale,
    decimals: indicator.decimals,
    year: snapshot.year,
    month,
    target: targetAt(rowsOf(snapshot.targets, region, indicator.code), month)?.amount ?? null,
    points: pace.points,
    ownYears,
    conditions: ruleAt(snapshot, month).conditions[indicator.kind],
    figures: rowsOf(snapshot.figures, region, indicator.code),
    baseline: lastYear.find((figure) => figure.month === 12)?.cumulative ?? null,
    lastYear,
    peersCompletion: null,
  };
}

/** The peers' completion where the rule in force looks at it; else null, as nobody asks. */
export function peersCompletion(
  snapshot: Snapshot,
  region: string,
  indicator: IndicatorRow,
  month: number,
): number | null {
  const { conditions } = ruleAt(snapshot, month);
  return looksAt(conditions[indicator.kind], 'pointsAgainstPeers')
    ? peersAverage(snapshot, region, indicator, month)
    : null;
}

/** The average completion of the other cities at a month; null where none of them has a target and a figure. */
export function peersAverage(
  snapshot: Snapshot,
  region: string,
  indicator: IndicatorRow,
  month: number,
): number | null {
  const { of, all } = completionsAt(snapshot, indicator, month);
  const own = of.get(region) ?? null;
  return meanOfOthers(all, own === null ? noneAdded : { sum: own, count: 1 });
}

const noneAdded: Added = { sum: 0, count: 0 };

/** Every city's completion in a month, and their sum: from it each city's peers follow without adding up all others anew. */
interface Completions {
  readonly of: ReadonlyMap<string, number | null>;
  readonly all: Added;
}

/** What every city's peers are averaged from, gone with its snapshot: without it each city would measure all others anew. */
const averaged = new WeakMap<Snapshot, Map<string, Completions>>();
/** Each city's own, over the snapshots of a lineage. */
const ownCompletions = keptByInputs<number | null>();

function completionsAt(snapshot: Snapshot, indicator: IndicatorRow, month: number): Completions {
  const kept = averaged.get(snapshot) ?? new Map<string, Completions>();
  averaged.set(snapshot, kept);
  return found(kept, `${indicator.code}/${month}`, () => {
    const of = new Map(
      reportingAt(snapshot, month).map(({ code }) => [code, ownCompletion(snapshot, code, indicator, month)]),
    );
    const known = [...of.values()].filter((completion) => completion !== null);
    return { of, all: { sum: known.reduce((sum, one) => sum + one, 0), count: known.length } };
  });
}

function ownCompletion(snapshot: Snapshot, region: string, indicator: IndicatorRow, month: number): number | null {
  const { months } = ownCompletions(snapshot, region, indicator);
  return found(months, month, () => assess(ownInput(snapshot, region, indicator, month)).completion);
}

const keptStandings = keptByInputs<{ readonly peers: readonly (number | null)[]; readonly value: IndicatorStanding }>();

function indicatorStanding(
  snapshot: Snapshot,
  region: string,
  indicator: IndicatorRow,
  month: number,
): IndicatorStanding {
  const { months } = keptStandings(snapshot, region, indicator);
  const peers = Array.from({ length: month }, (_, index) => peersCompletion(snapshot, region, indicator, index + 1));
  const isStill = (kept: { readonly peers: readonly (number | null)[] }) => areSame(kept.peers, peers);
  return keptMonth(months, month, () => ({ peers, value: newStanding(snapshot, region, indicator, peers) }), isStill)
    .value;
}

/** `peers` has their completion at each month up to the one asked for. */
function newStanding(
  snapshot: Snapshot,
  region: string,
  indicator: IndicatorRow,
  peers: readonly (number | null)[],
): IndicatorStanding {
  const month = peers.length;
  const inputAt = (at: number): StandingInput => ({
    ...ownInput(snapshot, region, indicator, at),
    peersCompletion: peers[at - 1] ?? null,
  });
  const input = inputAt(month);
  return {
    indicator,
    input,
    standing: standing(input),
    ownCurve: presentOwnCurve(judgedOn(indicator, region, month, snapshot)),
    figure: rowsOf(snapshot.figures, region, indicator.code).findLast((figure) => figure.month <= month) ?? null,
    target: targetAt(rowsOf(snapshot.targets, region, indicator.code), month),
    byOriginalTarget: completionByOriginal(snapshot, [{ region, input }], { indicator, month }),
    strip: monthStrip(month, inputAt),
  };
}

/** One city at a month end: every indicator, and the city's level as the worst over its core indicators. */
export function cityStanding(snapshot: Snapshot, region: RegionRow, month: number): CityStanding {
  const indicators = indicatorsAt(snapshot, month).map((indicator) =>
    indicatorStanding(snapshot, region.code, indicator, month),
  );
  const judged = indicators.map(({ indicator, standing }) => ({ core: indicator.core, level: standing.level }));
  return {
    region,
    indicators,
    level: cityLevel(judged),
    counts: levelCounts(judged.filter(({ core }) => core)),
    strip: cityStrip(indicators, month),
  };
}

/** The city's strip: each month's worst level over the core indicators, and the month in which all of them were made good. */
function cityStrip(indicators: readonly IndicatorStanding[], month: number): readonly StripMonth[] {
  const core = indicators.filter(({ indicator }) => indicator.core);
  const months = Array.from({ length: 12 }, (_, index) => {
    const marks = core.flatMap(({ strip }) => strip[index] ?? []);
    const levels = marks.flatMap((mark) => (mark.level === null ? [] : [{ core: true, level: mark.level }]));
    return {
      month: index + 1,
      level: index < month ? cityLevel(levels) : null,
      reported: marks.every((mark) => mark.reported),
    };
  });
  const levels = months.map(({ level }) => level);
  return months.map((mark, index) => ({ ...mark, recoveredIn: recoveryOf(levels, index) }));
}
