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

/** The plan of a table. @param reported what was sent so far: nobody may cease to report a month that they reported */
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
  return { added, changed, same, faults: loose.length > 0 ? loose : silenced(regions, { held, after, reported }) };
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

/** The row of the region itself, else of the nearest above it that has one. */
function rowAbove(tree: RegionTree<RegionRow> | undefined, rows: ReadonlyMap<string | null, number>, code: string) {
  const region = tree?.byCode.get(code);
  const line = tree === undefined || region === undefined ? [] : lineOf(tree, region);
  return line.map((one) => rows.get(one.code)).find((row) => row !== undefined);
}

/** The regions that reported a month and would not any more, each with its first such month, beside the row that says so. */
function silenced(regions: readonly TableRegion[], { held, after, reported }: Trees): readonly Fault[] {
  const [before, then]: RegionTree<RegionRow>[] = [regionTree(held), regionTree(after)];
  const rows = new Map(regions.flatMap(({ code, parent, row }) => [[parent, row] as const, [code, row] as const]));
  const lost = reported.filter(
    ({ region, ...month }) =>
      before !== undefined && then !== undefined && reports(before, month, region) && !reports(then, month, region),
  );
  return [...Map.groupBy(lost, ({ region }) => region)].flatMap(([region, [first]]) =>
    first === undefined
      ? []
      : [
          {
            row: rowAbove(before, rows, region) ?? 1,
            value: region,
            code: 'region-has-figures' as const,
            values: { region, year: first.year, month: first.month },
          },
        ],
  );
}
