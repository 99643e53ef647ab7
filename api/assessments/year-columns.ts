/** Everything that sums over a tree of regions are computed from, of one year, in a form that a nation fits into. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { listAcceptedFigures } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listRegions, type RegionRow } from '#db/regions.ts';
import { currentRevision, listStandingChanges, type StandingChange } from '#db/revisions.ts';
import type { RuleRow } from '#db/rules.ts';
import { listAcceptedRegionMonths } from '#db/submission-counts.ts';
import { listYearsInState } from '#db/submissions.ts';
import { listTargetChanges } from '#db/targets.ts';
import type { Reader } from '#db/dialect';
import type { NotOwed } from '../deadlines/lifecycle.ts';
import type { Context } from '../http/context.ts';
import { readIndicators } from '../indicators/checked.ts';
import { looksAt } from '../measures/rule.ts';
import { kinds } from '../measures/vocabulary.ts';
import { regionTree, type RegionTree } from '../regions/tree.ts';
import { readRules } from '../rules/checked.ts';
import { historyBefore } from './history.ts';
import { ownCurvesOf, type OwnCurves } from './own-curves.ts';
import { columnsOf, figuresOf, placesOf, type RegionColumns } from './region-columns.ts';
import type { InputRows } from './snapshot.ts';
import { readNotOwed } from '../deadlines/not-owed.ts';

/** As it stood at one revision. */
export interface YearColumns {
  readonly revision: number;
  readonly year: number;
  readonly regions: RegionTree<RegionRow>;
  readonly indicators: readonly IndicatorRow[];
  readonly places: ReadonlyMap<string, number>;
  readonly rules: readonly RuleRow[];
  readonly ownCurves: OwnCurves;
  readonly notOwed: ReadonlyMap<number, NotOwed>;
  /** The years in which anything was accepted, rising. */
  readonly years: readonly number[];
  /** By region: the same object as long as nothing of the region changed. */
  readonly columns: ReadonlyMap<string, RegionColumns>;
  /** The same object for all that were read one from the other: what is kept of their sums is kept by it. */
  readonly lineage: object;
}

/** Regions that are read in one statement, so that one takes some 20 ms and others are served in between. */
const regionsAtOnce = 30;
const attempts = 20;

/** The year's columns as they stand now, kept until something changes, and then read again as far as that reaches. */
export function yearColumnsOf(context: Pick<Context, 'replyCache' | 'database'>, year: number): Promise<YearColumns> {
  return context.replyCache.renewed<YearColumns>(`columns ${year}`, (before) =>
    readColumns(context.database.reader, year, { before, history: () => historyBefore(context, year) }),
  );
}

interface Known {
  readonly before?: YearColumns | undefined;
  readonly history: Parameters<typeof ownCurvesOf>[1];
}

/** Reads a year's columns; after earlier ones of the same year only the regions that were touched since. */
export async function readColumns(reader: Reader, year: number, { before, history }: Known): Promise<YearColumns> {
  let known = before ?? (await readAll(reader, year, history));
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const revision = await currentRevision(reader);
    if (revision === known.revision) return known;
    const changes = await listStandingChanges(reader, known.revision, revision);
    known =
      changes === null ? await readAll(reader, year, history) : await readAgain(reader, known, { revision, changes });
    known = changes === null ? known : { ...known, ownCurves: await ownCurvesOf(known.indicators, history) };
  }
  throw new Error(`the figures of ${year} changed during each of ${attempts} reads`);
}

async function readAll(reader: Reader, year: number, history: Known['history']): Promise<YearColumns> {
  // First, so that what changes meanwhile is read again.
  const revision = await currentRevision(reader);
  const regions = regionTree(await listRegions(reader));
  const indicators = await readIndicators(reader);
  const rules = await readRules(reader);
  const frame = {
    revision,
    year,
    regions,
    indicators,
    places: placesOf(indicators),
    rules,
    ownCurves: await ownCurvesOf(indicators, history),
    notOwed: await readNotOwed(reader, year),
    years: await listYearsInState(reader, 'accepted'),
    lineage: {},
  };
  return { ...frame, columns: await readRegions(reader, frame, [...regions.byCode.keys()]) };
}

type Frame = Omit<YearColumns, 'columns'>;

/** The year with the regions read again that these changes touched. */
async function readAgain(
  reader: Reader,
  before: YearColumns,
  { revision, changes }: { readonly revision: number; readonly changes: readonly StandingChange[] },
): Promise<YearColumns> {
  const years = [...new Set([...before.years, ...changes.map(({ year }) => year)])].toSorted((a, b) => a - b);
  const reaching = changes.filter(({ year }) => year === before.year || year === before.year - 1);
  if (reaching.length === 0) return { ...before, revision, years };
  const touched = await readRegions(reader, before, [...new Set(reaching.map(({ region }) => region))]);
  return { ...before, revision, years, columns: new Map([...before.columns, ...touched]) };
}

async function readRegions(
  reader: Reader,
  frame: Frame,
  codes: readonly string[],
): Promise<ReadonlyMap<string, RegionColumns>> {
  const read = new Map<string, RegionColumns>();
  for (let from = 0; from < codes.length; from += regionsAtOnce) {
    await readSome(reader, frame, codes.slice(from, from + regionsAtOnce), read);
    await nextTurn();
  }
  return read;
}

async function readSome(
  reader: Reader,
  { year, places, rules }: Frame,
  codes: readonly string[],
  into: Map<string, RegionColumns>,
): Promise<void> {
  const regions = { regions: codes };
  const figures = await listAcceptedFigures(reader, { years: [year], ...regions });
  // Of the year before only its end is asked for, unless a rule looks at growth.
  const months = rules.some(looksAtGrowth) ? {} : { months: [12] };
  const before = await listAcceptedFigures(reader, { years: [year - 1], ...months, ...regions });
  const figuresBy = Map.groupBy(figures, ({ region }) => region);
  const beforeBy = Map.groupBy(before, ({ region }) => region);
  const targets = Map.groupBy(await listTargetChanges(reader, { years: [year], ...regions }), ({ region }) => region);
  const accepted = Map.groupBy(await listAcceptedRegionMonths(reader, year, codes), ({ region }) => region);
  for (const code of codes) {
    const own = [...(targets.get(code) ?? []), ...(figuresBy.get(code) ?? []), ...(beforeBy.get(code) ?? [])];
    into.set(code, {
      invented: own.some(({ origin }) => origin === 'invented'),
      targets: (targets.get(code) ?? []).map(({ indicator, sequence, effectiveMonth, amount }) => ({
        indicator,
        sequence,
        effectiveMonth,
        amount,
      })),
      accepted: (accepted.get(code) ?? []).reduce((bits, { month }) => bits | (1 << (month - 1)), 0),
      figures: columnsOf(figuresBy.get(code) ?? [], year, places),
      lastYear: columnsOf(beforeBy.get(code) ?? [], year - 1, places),
    });
  }
}

const looksAtGrowth = ({ conditions }: RuleRow): boolean =>
  kinds.some((kind) => looksAt(conditions[kind], 'growthOnLastYear'));

/** The rows of the columns, made where somebody asks for them. */
export function inputRowsOf({ year, rules, ownCurves, places, columns }: YearColumns): InputRows {
  const rows = <Row>(of: (region: RegionColumns, indicator: string, place: number) => readonly Row[]) => ({
    get: (code: string) => {
      const region = columns.get(code);
      if (region === undefined) return undefined;
      return {
        get: (indicator: string | number) => of(region, String(indicator), places.get(String(indicator)) ?? -1),
      };
    },
  });
  return {
    year,
    rules,
    ownCurves,
    targets: rows(({ targets }, indicator) => targets.filter((target) => target.indicator === indicator)),
    figures: rows(({ figures }, _, place) => figuresOf(figures, place)),
    lastYear: rows(({ lastYear }, _, place) => figuresOf(lastYear, place)),
  };
}
