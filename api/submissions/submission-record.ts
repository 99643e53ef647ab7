/** Everything that bears on one region's month, read at once, and the rows that a figure is compared with. */
import type { Reader } from '#db/dialect';
import { listAcceptedFigures, type AcceptedFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listLoadsOf, type LoadRow } from '#db/loads.ts';
import type { RuleRow } from '#db/rules.ts';
import {
  findCounters,
  listVersions,
  type FiguredVersion,
  type MonthCounters,
  type SubmissionKey,
} from '#db/submissions.ts';
import type { TargetChange } from '#db/targets.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { compareMonths } from '../measures/calendar.ts';
import type { Day, Figure } from '../measures/vocabulary.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { ownCity } from '../http/data-scope.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { targetInUnit } from '../figures/in-target-unit.ts';
import { isRequiredIn } from '../indicators/lifecycle.ts';
import { isWithin, reports } from '../regions/tree.ts';
import { judgedOn, presentOwnCurve, type JudgedIndicator } from '../assessments/own-curves.ts';
import { indicatorsAt, rowsOf, type Grouped, type Snapshot } from '../assessments/snapshot.ts';
import { deadlineIn, notOwedWhy, type Deadline, type NotOwed } from '../deadlines/lifecycle.ts';
import { readOfficeCalendar } from '../deadlines/office-calendar.ts';
import { targetAt } from '../targets/lifecycle.ts';
import type { InputContext } from './contract.ts';
import type { FigureReply } from '../figures/contract.ts';
import { inUnit } from '../figures/figure-text.ts';
import { versionsAt } from './kept-versions.ts';
import { acceptedVersions, monthWindow, newestSent, type MonthWindow, type SubmissionCommand } from './lifecycle.ts';
import type { HintIndicator } from './hints.ts';

/** What figures of a region are compared with: its accepted figures of this year and last, and this year's targets. */
export interface Surroundings {
  readonly accepted: readonly AcceptedFigure[];
  readonly targets: readonly TargetChange[];
}

export interface SubmissionRecord extends SubmissionKey, Surroundings {
  readonly window: MonthWindow;
  readonly deadline: Deadline;
  readonly notOwed: NotOwed | null;
  readonly today: Day;
  readonly counters: MonthCounters;
  /** Newest first. */
  readonly versions: readonly FiguredVersion[];
  /** Those that any of the versions came by. */
  readonly loads: readonly LoadRow[];
  /** Those that are reported in the month, as the region is judged on them; required where the month asks for them. */
  readonly indicators: readonly JudgedIndicator[];
  readonly rule: RuleRow;
}

/**
 * Reads a month as far as the caller may see it; only what may have changed since the snapshot is read from the database.
 * @param reach how far a bureau reaches: its own region, or also what lies below it, to be read
 * @throws Problem `not-found` for a region that does not report the month and for another bureau's alike, `month-not-open`
 */
export async function openRecord(
  reader: Reader,
  context: Context,
  snapshot: Snapshot,
  key: SubmissionKey,
  reach: 'own' | 'below' = 'own',
): Promise<SubmissionRecord> {
  const { region, year, month } = key;
  const own = ownCity(context);
  const isTheirs = own === null || own === region || (reach === 'below' && isWithin(snapshot.regions, region, own));
  if (!isTheirs || !reports(snapshot.regions, key, region)) throw new Problem('not-found');
  // First, so that what changes while the rest is read makes the reader's next save stale and is never overwritten.
  const counters = await findCounters(reader, key);
  const today = dayInShanghai(context.clock.now());
  const window = monthWindow({ year, month, today });
  if (window === null) throw new Problem('month-not-open', { year, month });
  const calendar = await readOfficeCalendar(reader, [year]);
  const indicators = indicatorsAt(snapshot, month);
  const rowsOfRegion = <Row>(grouped: Grouped<Row>): readonly Row[] =>
    indicators.flatMap(({ code }) => rowsOf(grouped, region, code));
  return {
    region,
    year,
    month,
    window,
    deadline: deadlineIn(calendar, key),
    notOwed: notOwedWhy(key, calendar),
    today,
    counters,
    ...(await withLoads(reader, await versionsAt(reader, context.database, key, counters))),
    indicators: indicators.map((indicator) => ({
      ...judgedOn(indicator, region, month, snapshot),
      required: isRequiredIn(indicator, key),
    })),
    rule: ruleAt(snapshot, month),
    accepted: [...rowsOfRegion(snapshot.lastYear), ...rowsOfRegion(snapshot.figures)],
    targets: rowsOfRegion(snapshot.targets),
  };
}

async function withLoads(
  reader: Reader,
  versions: readonly FiguredVersion[],
): Promise<Pick<SubmissionRecord, 'versions' | 'loads'>> {
  return { versions, loads: await listLoadsOf(reader, [...new Set(versions.flatMap(({ load }) => load ?? []))]) };
}

/**
 * The month again after a change to it, whose counters are known: what the change could not touch is not read twice. Whatever
 * is done to a month is done to its newest sent version or above it.
 */
export async function reopenRecord(
  reader: Reader,
  record: SubmissionRecord,
  { command, months }: { readonly command: SubmissionCommand | 'undo'; readonly months: readonly number[] },
): Promise<SubmissionRecord> {
  const isDecided = command === 'accept' || command === 'revoke' || command === 'undo';
  const from = newestSent(record.versions)?.number ?? 0;
  const below = record.versions.filter(({ number }) => number < from);
  const versions = [...(await listVersions(reader, record, from)), ...below];
  return {
    ...record,
    ...(await withLoads(reader, versions)),
    accepted: isDecided ? await acceptedAfter(reader, { ...record, versions }, months) : record.accepted,
  };
}

/** The region's accepted figures with those of the months that were decided on: of the month itself its versions say them. */
async function acceptedAfter(
  reader: Reader,
  record: SubmissionRecord,
  months: readonly number[],
): Promise<readonly AcceptedFigure[]> {
  const { region, year, month } = record;
  const further = months.filter((one) => one !== month);
  const decided =
    further.length === 0
      ? []
      : await listAcceptedFigures(reader, { years: [year], months: further, regions: [region] });
  const others = record.accepted.filter((figure) => figure.year !== year || !months.includes(figure.month));
  return [...others, ...decided, ...standingFigures(record)].toSorted(compareMonths);
}

/** The accepted figures of a month by its versions, ordered by indicator as those that are read. */
function standingFigures({ region, year, month, versions }: SubmissionRecord): readonly AcceptedFigure[] {
  const standing = new Map<string, AcceptedFigure>();
  for (const { asOf, number, decidedAt, figures } of acceptedVersions(versions)) {
    for (const { indicator, cumulative, denominator, origin, source } of figures) {
      const of = { region, year, month, indicator, asOf, number };
      standing.set(indicator, { ...of, cumulative, denominator, origin, source, decidedAt });
    }
  }
  return [...standing.values()].toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1));
}

/** What stands beside an indicator's input, in its unit. */
export function inputContextOf(
  indicator: JudgedIndicator,
  { year, month }: Pick<SubmissionKey, 'year' | 'month'>,
  { accepted, targets }: Surroundings,
): InputContext {
  const own = accepted.filter((figure) => figure.indicator === indicator.code);
  const lastYear = own.filter((figure) => figure.year === year - 1);
  const thisYear = own.filter((figure) => figure.year === year);
  const target = targetAt(
    targets.filter((change) => change.indicator === indicator.code),
    month,
  );
  const lastMonth = month === 1 ? lastYear.find(inMonth(12)) : thisYear.find(inMonth(month - 1));
  const yearEnd = lastYear.find(inMonth(12));
  return {
    indicator: indicator.code,
    target: target === null ? null : targetInUnit(target.amount, indicator),
    lastMonth: presentFigure(lastMonth, indicator),
    sameMonthLastYear: presentFigure(lastYear.find(inMonth(month)), indicator),
    accepted: thisYear.map((figure) => presentPoint(figure, indicator)),
    lastYear: lastYear.map((figure) => presentPoint(figure, indicator)),
    baseline: indicator.kind === 'stock' && yearEnd !== undefined ? inUnit(yearEnd.cumulative, indicator.scale) : null,
    ownCurve: presentOwnCurve(indicator),
  };
}

/** An indicator's row as previews and hints take it. */
export function previewed(indicator: IndicatorRow): HintIndicator {
  const { code, kind, scale, decimals, numeratorFrom } = indicator;
  return { code, kind, scale, decimals, numeratorFrom, curve: { points: [...indicator.pace.points] } };
}

type StoredFigure = Pick<AcceptedFigure, 'cumulative' | 'denominator' | 'origin' | 'source'>;

/** A stored figure in the indicator's unit. */
export function presentFigure(figure: StoredFigure, indicator: IndicatorRow): FigureReply;
export function presentFigure(figure: StoredFigure | undefined, indicator: IndicatorRow): FigureReply | null;
export function presentFigure(figure: StoredFigure | undefined, indicator: IndicatorRow): FigureReply | null {
  if (figure === undefined) return null;
  const { origin, source } = figure;
  return { indicator: indicator.code, ...amountsInUnit(figure, indicator), origin, source };
}

const presentPoint = ({ month, asOf, ...amounts }: Figure, indicator: IndicatorRow) => ({
  month,
  asOf,
  ...amountsInUnit(amounts, indicator),
});

const amountsInUnit = (
  { cumulative, denominator }: Pick<Figure, 'cumulative' | 'denominator'>,
  { scale }: Pick<IndicatorRow, 'scale'>,
) => ({
  cumulative: inUnit(cumulative, scale),
  denominator: inUnit(denominator, scale),
});

const inMonth = (month: number) => (figure: Pick<AcceptedFigure, 'month'>) => figure.month === month;
