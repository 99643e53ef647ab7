import { listCommentsOf, type CommentRow } from '#db/comments.ts';
import { listAcceptedFigures, type AcceptedFigure } from '#db/figures.ts';
import type { IndicatorRow } from '#db/indicators.ts';
import { listRegions } from '#db/regions.ts';
import type { RuleRow } from '#db/rules.ts';
import { countWaitingVersions } from '#db/submission-counts.ts';
import { listCounters, listVersionRows, listYearsInState, withFigures } from '#db/submissions.ts';
import type { FiguredVersion, MonthCounters, SubmissionKey, VersionRow } from '#db/submissions.ts';
import { listTargetChanges, type TargetChange } from '#db/targets.ts';
import type { z } from 'zod';
import { readCurvesInForce } from '../curves/in-force.ts';
import { readRules } from '../rules/checked.ts';
import { readIndicators } from '../indicators/checked.ts';
import type { Context } from '../http/context.ts';
import { dayParts } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { ownCity, regionsSeen } from '../http/data-scope.ts';
import { cityStanding } from '../assessments/city-standing.ts';
import { historyBefore } from '../assessments/history.ts';
import { judgedOn, ownCurvesOf, type JudgingCurves } from '../assessments/own-curves.ts';
import { isOpen } from './open-comments.ts';
import { deadlineIn, notOwedWhy, type OfficeCalendar } from '../deadlines/lifecycle.ts';
import { readOfficeCalendar } from '../deadlines/office-calendar.ts';
import { ruleAt } from '../rules/lifecycle.ts';
import { regionTree, reportingIn } from '../regions/tree.ts';
import { rowsOf, snapshotOf, type Snapshot } from '../assessments/snapshot.ts';
import type { Hint, listSubmissions as listEndpoint, SubmissionLine } from './contract.ts';
import type { reviewQueue as queueEndpoint } from './review-contract.ts';
import { riskOf } from './hints.ts';
import {
  isClosedToReports,
  isMonthDone,
  isOverdue,
  tellingVersions,
  seenAs,
  statusFor,
  versionFor,
  visibleVersions,
  wholeVersion,
} from './lifecycle.ts';
import { monthTiming } from './month-timing.ts';
import { listUndoable } from './undo.ts';
import { hintsOfVersion } from './present.ts';

type YearReply = z.infer<typeof listEndpoint.reply>;
type QueueReply = z.infer<typeof queueEndpoint.reply>;

/** The months of a year that have begun, newest first, each city's in the official order; missing ones included. */
export async function listSubmissions(context: Context, year: number): Promise<YearReply> {
  const { reader } = context.database;
  const today = dayInShanghai(context.clock.now());
  const own = ownCity(context);
  const seen = await regionsSeen(context);
  const tree = regionTree(await listRegions(reader));
  const filed = await readFiled(context, { years: [year], ...among(seen) });
  const months = Array.from({ length: lastMonthBegun(year, today) }, (_, index) => index + 1).toReversed();
  const submissions = months.flatMap((month) =>
    reportingIn(tree, { year, month })
      .filter(({ code }) => seen?.has(code) ?? true)
      .map(({ code }) => lineOf({ region: code, year, month }, filed, context, today)),
  );
  return { year, today, submissions, strip: own === null ? [] : await stripOf(context, own, year) };
}

/**
 * What waits for review, riskiest first; among equals what was sent first. What the department entered is decided on as a
 * whole and only counted here.
 */
export async function reviewQueue(context: Context): Promise<QueueReply> {
  const { reader } = context.database;
  const today = dayInShanghai(context.clock.now());
  const seen = await regionsSeen(context);
  const filed = await readFiled(context, { years: await listYearsInState(reader, 'submitted'), ...among(seen) });
  const versions = [...filed.waiting.values()];
  const waiting = versions
    // A correction that was sent with an earlier month's waits as a part of that one; a load's months wait with it.
    .filter(({ load, packageMonth }) => load === null && packageMonth === null)
    .map(({ region, year, month }) => lineOf({ region, year, month }, filed, context, today))
    .toSorted(
      (a, b) => riskOf(b.hints) - riskOf(a.hints) || order(a.submittedAt, b.submittedAt) || order(a.region, b.region),
    );
  return {
    today,
    waiting,
    // A load may be of any regions, and is decided on by who sees them all.
    loads: seen === null ? new Set(versions.flatMap(({ load }) => load ?? [])).size : 0,
    undoable: (await listUndoable(context)).filter(({ region }) => seen?.has(region) ?? true),
  };
}

/** How many wait for review: as many as the queue has lines. */
export async function countWaiting(context: Context): Promise<{ waiting: number }> {
  const seen = await regionsSeen(context);
  return { waiting: await countWaitingVersions(context.database.reader, seen === null ? null : [...seen]) };
}

/** Versions of many months, with what the hints of those that wait are computed from. */
interface Filed {
  readonly counters: ReadonlyMap<string, MonthCounters>;
  readonly versions: ReadonlyMap<string, readonly VersionRow[]>;
  readonly waiting: ReadonlyMap<string, FiguredVersion>;
  readonly accepted: ReadonlyMap<string, readonly AcceptedFigure[]>;
  readonly targets: ReadonlyMap<string, readonly TargetChange[]>;
  readonly indicators: readonly IndicatorRow[];
  /** By year. */
  readonly curves: ReadonlyMap<number, JudgingCurves>;
  readonly rules: readonly RuleRow[];
  readonly calendar: OfficeCalendar;
  /** By month, where any is open. */
  readonly openComments: ReadonlyMap<string, number>;
}

/** The scope of a query of the regions that somebody sees. */
const among = (seen: ReadonlySet<string> | null) => (seen === null ? {} : { regions: [...seen] });

const keyOf = ({ region, year, month }: SubmissionKey): string => `${region}/${year}/${month}`;

async function readFiled(
  context: Context,
  scope: { readonly years: readonly number[]; readonly regions?: readonly string[] },
): Promise<Filed> {
  const { reader } = context.database;
  const counters = await listCounters(reader, scope);
  const versions = await listVersionRows(reader, scope);
  const waiting = await withFigures(
    reader,
    versions.filter(({ state }) => state === 'submitted'),
  );
  const beside = {
    years: [...new Set(waiting.flatMap(({ year }) => [year - 1, year]))],
    regions: [...new Set(waiting.map(({ region }) => region))],
  };
  const indicators = await readIndicators(reader);
  return {
    counters: new Map(counters.map((counter) => [keyOf(counter), counter])),
    versions: Map.groupBy(versions, keyOf),
    waiting: new Map(waiting.map((version) => [keyOf(version), version])),
    accepted: Map.groupBy(await listAcceptedFigures(reader, beside), ({ region }) => region),
    targets: Map.groupBy(await listTargetChanges(reader, beside), ({ region, year }) => `${region}/${year}`),
    indicators,
    curves: await curvesIn(context, indicators, new Set(waiting.map(({ year }) => year))),
    rules: await readRules(reader),
    calendar: await readOfficeCalendar(reader, scope.years),
    openComments: openCommentsIn(await listCommentsOf(reader, scope)),
  };
}

function openCommentsIn(comments: readonly CommentRow[]): Filed['openComments'] {
  const figures = [...Map.groupBy(comments, (row) => `${keyOf(row)} ${row.indicator}`).values()];
  const open = figures.flatMap((rows) => (isOpen(rows) && rows[0] !== undefined ? [keyOf(rows[0])] : []));
  return new Map([...Map.groupBy(open, (key) => key)].map(([key, of]) => [key, of.length]));
}

async function curvesIn(
  context: Context,
  indicators: readonly IndicatorRow[],
  years: ReadonlySet<number>,
): Promise<Filed['curves']> {
  const found = new Map<number, JudgingCurves>();
  for (const year of years) {
    const curves = await readCurvesInForce(context.database.reader, year);
    const ownCurves = await ownCurvesOf(indicators, curves, () => historyBefore(context, year));
    found.set(year, { year, curves, ownCurves });
  }
  return found;
}

function lineOf(key: SubmissionKey, filed: Filed, { actor }: Context, today: Day): SubmissionLine {
  const role = seenAs(actor, key.region);
  const versions = filed.versions.get(keyOf(key)) ?? [];
  const [newest] = tellingVersions(visibleVersions(versions, role));
  const deadline = deadlineIn(filed.calendar, key);
  const notOwed = notOwedWhy(key, filed.calendar);
  const timing = monthTiming(versions, deadline, { ...key, notOwed });
  const state = {
    status: statusFor(versions, role),
    dueOn: timing.dueOn,
    acceptedAsOf: wholeVersion(versions)?.asOf ?? null,
    notOwed,
  };
  return {
    ...key,
    ...state,
    version: versionFor(filed.counters.get(keyOf(key)), role),
    closesOn: deadline.closesOn,
    done: isMonthDone(state.acceptedAsOf, key),
    overdue: isOverdue(state, key, today),
    closed: isClosedToReports(versions, deadline, today),
    daysLate: timing.daysLate,
    kind: newest?.kind ?? null,
    asOf: newest?.asOf ?? null,
    submittedBy: newest?.submittedAs?.name ?? null,
    submittedAt: newest?.submittedAt ?? null,
    decidedAt: newest?.decidedAt ?? null,
    returnReason: newest?.returnReason ?? null,
    ...(newest?.state === 'submitted' && newest.packageMonth !== null && { packageMonth: newest.packageMonth }),
    openComments: filed.openComments.get(keyOf(key)) ?? 0,
    hints: waitingHints(key, filed),
  };
}

function waitingHints(key: SubmissionKey, filed: Filed): Hint[] {
  const version = filed.waiting.get(keyOf(key));
  if (version === undefined) return [];
  const { region, year, month } = key;
  const curves = filed.curves.get(year);
  return hintsOfVersion(version, {
    accepted: filed.accepted.get(region) ?? [],
    targets: filed.targets.get(`${region}/${year}`) ?? [],
    indicators: curves === undefined ? [] : filed.indicators.map((one) => judgedOn(one, region, month, curves)),
    rule: ruleAt({ rules: filed.rules, year }, month),
  });
}

function lastMonthBegun(year: number, today: Day): number {
  const now = dayParts(today);
  if (year === now.year) return now.month;
  return year < now.year ? 12 : 0;
}

/** A city's levels up to its newest accepted month. */
function stripOf(context: Context, region: string, year: number): Promise<YearReply['strip']> {
  return context.replyCache.of(`strip ${region} ${year}`, async () => {
    const snapshot = await snapshotOf(context, year);
    const city = snapshot.regions.byCode.get(region);
    const month = newestMonth(snapshot, region);
    return city === undefined || month === 0 ? [] : [...cityStanding(snapshot, city, month).strip];
  });
}

function newestMonth(snapshot: Snapshot, region: string): number {
  const figures = snapshot.indicators.flatMap(({ code }) => rowsOf(snapshot.figures, region, code));
  return Math.max(0, ...figures.map(({ month }) => month));
}

function order(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
