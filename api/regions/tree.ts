/**
 * The regions as a tree of any depth. What a region is follows from its place in it, never from its kind: the root is
 * the province, and a region that has others below it is rolled up from those that report. Pure.
 */
import { lastDayOfMonth, type YearMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';

/** What the tree needs to know of a region. Both days of validity are its own; `validTo` is null where it goes on. */
export interface TreeRegion {
  readonly code: string;
  readonly parent: string | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface RegionTree<Region extends TreeRegion> {
  readonly root: Region;
  readonly byCode: ReadonlyMap<string, Region>;
  /** By the parent's code, in the order given. */
  readonly children: ReadonlyMap<string | null, readonly Region[]>;
}

/**
 * The tree of the regions given; siblings keep their order.
 * @throws Error where there is no root or more than one, and where a region does not hang on it
 */
export function regionTree<Region extends TreeRegion>(regions: readonly Region[]): RegionTree<Region> {
  const children = Map.groupBy(regions, ({ parent }) => parent);
  const [root, second] = children.get(null) ?? [];
  if (root === undefined) throw new Error('the reference data holds no region without a parent');
  if (second !== undefined) throw new Error(`two regions have no parent: ${root.code} and ${second.code}`);
  const hanging = new Set(below(children, root).map(({ code }) => code));
  const loose = regions.find(({ code }) => !hanging.has(code));
  if (loose !== undefined) throw new Error(`region ${loose.code} does not hang on ${root.code}`);
  return { root, byCode: new Map(regions.map((region) => [region.code, region])), children };
}

/**
 * The regions that report a month, of the whole tree or under one of its regions, in the order of the tree. A region
 * reports where it is valid on the month's last day, as all above it are, and none of its children is: a city reports
 * until its counties do. None for a code that is not in the tree.
 */
export function reportingIn<Region extends TreeRegion>(
  tree: RegionTree<Region>,
  month: YearMonth,
  under: string = tree.root.code,
): readonly Region[] {
  const day = lastDayOfMonth(month.year, month.month);
  const start = tree.byCode.get(under);
  return start !== undefined && lineOf(tree, start).every((region) => isValid(region, day))
    ? reportingBelow(tree, start, day)
    : [];
}

/** Whether a region reports a month; see `reportingIn`. */
export function reports(tree: RegionTree<TreeRegion>, month: YearMonth, code: string): boolean {
  return reportingIn(tree, month, code).some((region) => region.code === code);
}

/** What a region is made of in a month: those right below it that are valid on its last day, in the order of the tree. */
export function partsAt<Region extends TreeRegion>(
  tree: RegionTree<Region>,
  { year, month }: YearMonth,
  code: string,
): readonly Region[] {
  return validParts(tree, code, lastDayOfMonth(year, month));
}

/** Whether a region is another one or lies anywhere below it. */
export function isWithin(tree: RegionTree<TreeRegion>, code: string, above: string): boolean {
  const region = tree.byCode.get(code);
  return region !== undefined && lineOf(tree, region).some((one) => one.code === above);
}

const validParts = <Region extends TreeRegion>(tree: RegionTree<Region>, code: string, day: Day): readonly Region[] =>
  (tree.children.get(code) ?? []).filter((child) => isValid(child, day));

function reportingBelow<Region extends TreeRegion>(
  tree: RegionTree<Region>,
  region: Region,
  day: Day,
): readonly Region[] {
  const parts = validParts(tree, region.code, day);
  return parts.length === 0 ? [region] : parts.flatMap((part) => reportingBelow(tree, part, day));
}

const isValid = ({ validFrom, validTo }: TreeRegion, day: Day): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

/** A region and all above it, up to the root. */
export function lineOf<Region extends TreeRegion>(tree: RegionTree<Region>, region: Region): readonly Region[] {
  const parent = region.parent === null ? undefined : tree.byCode.get(region.parent);
  return parent === undefined ? [region] : [region, ...lineOf(tree, parent)];
}

/** A region and everything below it. */
function below<Region extends TreeRegion>(children: RegionTree<Region>['children'], region: Region): readonly Region[] {
  return [region, ...(children.get(region.code) ?? []).flatMap((child) => below(children, child))];
}
