/** The sums of any region of the tree at a month end, added up from those of its parts and kept as long as no part changed. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RegionRow } from '#db/regions.ts';
import { addRegion, addSums, askedBy, sumsLength, type Sums } from '../measures/sums.ts';
import { partsAt } from '../regions/tree.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { ownInput } from './city-standing.ts';
import { found, keptMonth } from './kept-standings.ts';
import type { RegionColumns } from './region-columns.ts';
import { inputRowsOf, type YearColumns } from './year-columns.ts';

/** The sums of one region on every indicator, and how many of the regions that report below it have an accepted month. */
export interface RegionSums {
  readonly numbers: Float64Array;
  readonly accepted: number;
  readonly expected: number;
  /** The months of the year in which any of them has an accepted submission, as bits, January the lowest. */
  readonly months: number;
  /** Whether anything in the sums, or a target beside them, is invented for the demonstration. */
  readonly invented: boolean;
}

/** One region's sums on the indicator at a place. */
export const sumsAt = ({ numbers }: RegionSums, place: number): Sums => ({ numbers, from: place * sumsLength });

interface Kept {
  /** What it was made from: the region's own columns and its parts' sums. */
  readonly from: readonly (RegionSums | RegionColumns)[];
  readonly sums: RegionSums;
}

/** By lineage, month and region. */
const kept = new WeakMap<object, Map<number, Map<string, Kept>>>();
/** How long is worked before others are served, in milliseconds. */
const turn = 10;

/** The sums of a region and of all below it, by code. Work that takes long is cut into short turns. */
export async function sumsBelow(
  year: YearColumns,
  month: number,
  under: RegionRow = year.regions.root,
): Promise<ReadonlyMap<string, RegionSums>> {
  const months = found(kept, year.lineage, () => new Map<number, Map<string, Kept>>());
  const shelf = keptMonth(months, month, () => new Map<string, Kept>());
  const all = new Map<string, RegionSums>();
  let began = performance.now();
  for (const work of addedUp({ year, month, shelf, all }, under)) {
    all.set(work.code, work.sums);
    if (performance.now() - began < turn) continue;
    await nextTurn();
    began = performance.now();
  }
  return all;
}

interface Work {
  readonly year: YearColumns;
  readonly month: number;
  readonly shelf: Map<string, Kept>;
  readonly all: ReadonlyMap<string, RegionSums>;
}

interface Made {
  readonly code: string;
  readonly sums: RegionSums;
}

/** One region after the other, parts before the whole; who takes them puts each into `all` before asking for the next. */
function* addedUp(work: Work, region: RegionRow): Generator<Made, void> {
  const { year, month, all, shelf } = work;
  const { code } = region;
  const parts = partsAt(year.regions, { year: year.year, month }, code);
  for (const part of parts) yield* addedUp(work, part);
  const below = parts.flatMap((part) => all.get(part.code) ?? []);
  const own = year.columns.get(code);
  // A target of its own stands beside its sums.
  const from = own === undefined ? below : [own, ...below];
  const before = shelf.get(code);
  if (before !== undefined && isSame(before.from, from)) {
    yield { code, sums: before.sums };
    return;
  }
  const sums = parts.length === 0 ? ownSums(work, own, code) : total(below, own);
  shelf.set(code, { from, sums });
  yield { code, sums };
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

/** What a region that reports brings. */
function ownSums({ year, month }: Work, own: RegionColumns | undefined, code: string): RegionSums {
  const rows = inputRowsOf(year);
  const numbers = new Float64Array(year.indicators.length * sumsLength);
  for (const [place, indicator] of year.indicators.entries()) {
    const input = ownInput(rows, code, indicator, month);
    addRegion({ numbers, from: place * sumsLength }, input, month, askedBy(ruleAt(year, month).conditions[input.kind]));
  }
  const months = own?.accepted ?? 0;
  const accepted = (months >> (month - 1)) & 1;
  const expected = year.notOwed.has(month) ? accepted : 1;
  return { numbers, accepted, expected, months, invented: own?.invented ?? false };
}

function total(parts: readonly RegionSums[], own: RegionColumns | undefined): RegionSums {
  const numbers = new Float64Array(parts[0]?.numbers.length ?? 0);
  for (const part of parts) {
    for (let from = 0; from < numbers.length; from += sumsLength) addSums({ numbers, from }, { ...part, from });
  }
  const sum = (of: (part: RegionSums) => number) => parts.reduce((so, part) => so + of(part), 0);
  return {
    numbers,
    accepted: sum((part) => part.accepted),
    expected: sum((part) => part.expected),
    months: parts.reduce((bits, part) => bits | part.months, 0),
    invented: own?.invented === true || parts.some((part) => part.invented),
  };
}
