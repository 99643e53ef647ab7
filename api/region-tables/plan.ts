/** What a table of regions would add and change in the tree that is there, and what it may not. Pure. */
import type { RegionRow } from '#db/regions.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { lineOf, regionTree, reports, type RegionTree } from '../regions/tree.ts';
import type { Fault, RegionTable, TableRegion } from './table.ts';

export interface RegionPlan {
  readonly added: readonly RegionRow[];
  readonly changed: readonly RegionRow[];
  readonly same: number;
  readonly faults: readonly Fault[];
}

/** A month in which a region sent anything. */
export interface ReportedMonth extends YearMonth {
  readonly region: string;
}

/**
 * The plan of a table.
 * @param reported what was sent so far: nobody may cease to report a month that they reported, and none of it may come to
 *   be summed elsewhere
 */
export function planOf(
  { regions, faults }: RegionTable,
  held: readonly RegionRow[],
  reported: readonly ReportedMonth[],
): RegionPlan {
  const known = new Map(held.map((row) => [row.code, row]));
  const last = Math.max(0, ...held.map(({ position }) => position));
  const wanted = regions.map((region, index) => wantedRow(region, known.get(region.code), last + 1 + index));
  const added = wanted.filter(({ code }) => !known.has(code));
  const changed = wanted.filter((row) => isOther(row, known.get(row.code)));
  const same = wanted.length - added.length - changed.length;
  if (faults.length > 0) return { added, changed, same, faults };
  const after = [...new Map([...held, ...wanted].map((row) => [row.code, row])).values()];
  const loose = looseOf(regions, after);
  return {
    added,
    changed,
    same,
    faults: loose.length > 0 ? loose : reportedFaults(regions, { held, after, reported }),
  };
}

function wantedRow(region: TableRegion, before: RegionRow | undefined, position: number): RegionRow {
  const { code, parent, nameZh, nameEn, validFrom, validTo } = region;
  const own = { code, parent, nameZh, nameEn, validFrom, validTo };
  if (before !== undefined) return { ...before, ...own };
  return { ...own, kind: kindOf(code), shortZh: nameZh, tileRow: null, tileColumn: null, position };
}

/** By the form of GB/T 2260; a functional zone has a code of its own form. */
function kindOf(code: string): RegionRow['kind'] {
  if (!/^\d{6}$/.test(code)) return 'zone';
  if (code === '100000') return 'nation';
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county';
}

const isOther = (row: RegionRow, before: RegionRow | undefined): boolean =>
  before !== undefined &&
  (['parent', 'nameZh', 'nameEn', 'validFrom', 'validTo'] as const).some((key) => row[key] !== before[key]);

/** The rows from which no way leads up to the one top. */
function looseOf(regions: readonly TableRegion[], after: readonly RegionRow[]): readonly Fault[] {
  const parents = new Map(after.map(({ code, parent }) => [code, parent]));
  const tops = after.filter(({ parent }) => parent === null).map(({ code }) => code);
  const named = new Map(regions.map((region) => [region.code, region]));
  // Another top may be one that was there before, above which the table puts nothing.
  const top = tops.find((code) => !named.has(code)) ?? tops[0];
  return regions.flatMap(({ row, code, parent }) => {
    const value = parent ?? '';
    return leadsTo(top, code, parents) ? [] : [{ row, value, code: 'region-loose', values: { region: code, value } }];
  });
}

function leadsTo(top: string | undefined, code: string, parents: ReadonlyMap<string, string | null>): boolean {
  let at: string | null | undefined = code;
  // A way longer than there are regions is a circle.
  for (let steps = 0; steps <= parents.size && typeof at === 'string'; steps += 1) {
    if (at === top) return true;
    at = parents.get(at);
  }
  return false;
}

interface Trees {
  readonly held: readonly RegionRow[];
  readonly after: readonly RegionRow[];
  readonly reported: readonly ReportedMonth[];
}

interface Change {
  readonly before: RegionTree<RegionRow>;
  readonly later: RegionTree<RegionRow>;
  /** By code: the row that names it, or else one that puts something below it. */
  readonly rows: ReadonlyMap<string | null, number>;
  readonly reported: readonly ReportedMonth[];
}

/** What a table would do to months that were reported. */
function reportedFaults(regions: readonly TableRegion[], { held, after, reported }: Trees): readonly Fault[] {
  if (reported.length === 0) return [];
  const rows = new Map(regions.flatMap(({ code, parent, row }) => [[parent, row] as const, [code, row] as const]));
  const change = { before: regionTree(held), later: regionTree(after), rows, reported };
  const moves = moved(change);
  // What is moved may also cease to report; it is the move that has to be mended.
  const others = silenced(change).filter((fault) => moves.every(({ row }) => row !== fault.row));
  return [...moves, ...others];
}

/** The row of the region itself, else of the nearest above it that has one. */
function rowAbove({ before, rows }: Change, code: string): number {
  const region = before.byCode.get(code);
  const line = region === undefined ? [] : lineOf(before, region);
  return line.map((one) => rows.get(one.code)).find((row) => row !== undefined) ?? 1;
}

/** The regions that reported a month and would not any more, each with its first such month, beside the row that says so. */
function silenced(change: Change): readonly Fault[] {
  const { before, later, reported } = change;
  const lost = reported.filter(
    ({ region, ...month }) => reports(before, month, region) && !reports(later, month, region),
  );
  return [...Map.groupBy(lost, ({ region }) => region)].flatMap(([region, [first]]) =>
    first === undefined
      ? []
      : [
          {
            row: rowAbove(change, region),
            value: region,
            code: 'region-has-figures' as const,
            values: { region, year: first.year, month: first.month },
          },
        ],
  );
}

/**
 * The rows that would take what was reported out of a region's sums, or put it into another's: of every year, and without
 * a word. A new level between, or a new top, takes from nobody that was there.
 */
function moved(change: Change): readonly Fault[] {
  const { before, later, reported } = change;
  const firsts = new Map(reported.toReversed().map((month) => [month.region, month]));
  const faults = [...firsts.values()].toReversed().flatMap(({ region, year, month }): Fault[] => {
    const [above, then] = [aboveOf(before, region, before), aboveOf(later, region, before)];
    const differing = above.find((code) => !then.includes(code)) ?? then.find((code) => !above.includes(code));
    if (differing === undefined) return [];
    const values = { region, year, month, above: differing };
    return [{ row: rowAbove(change, region), value: differing, code: 'region-moved', values }];
  });
  // A city that is moved with its counties is told of once.
  return [...Map.groupBy(faults, ({ row }) => row).values()].flatMap(([first]) => first ?? []);
}

/** The codes above a region of those that a tree held, the nearest first. */
function aboveOf(tree: RegionTree<RegionRow>, code: string, held: RegionTree<RegionRow>): readonly string[] {
  const region = tree.byCode.get(code);
  const line = region === undefined ? [] : lineOf(tree, region).slice(1);
  return line.map((one) => one.code).filter((one) => held.byCode.has(one));
}
