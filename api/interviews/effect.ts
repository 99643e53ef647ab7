import { listInterviews } from '#db/interviews.ts';
import { cityStanding } from '../assessments/city-standing.ts';
import { judgedOn } from '../assessments/own-curves.ts';
import { reportingAt, rowsOf, snapshotOf, type Snapshot } from '../assessments/snapshot.ts';
import type { Context } from '../http/context.ts';
import { dayParts } from '../measures/calendar.ts';
import { interviewEffect, meanOf, type InterviewEffect } from '../measures/interview-effect.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { targetAt } from '../targets/lifecycle.ts';
import type { Effect, EffectRow } from './effect-contract.ts';
import { recordsOf, type InterviewRecord, type ItemRecord } from './record.ts';

/** What changed after every interview that was held, beside cities with a like standing that were not called in. */
export async function readEffect(context: Context): Promise<Effect> {
  const { reader } = context.database;
  const held = (await listInterviews(reader)).filter(({ state }) => state === 'held' || state === 'closed');
  const records = await recordsOf(reader, held, null);
  const rows: EffectRow[] = [];
  const peers: Effect['peers'] = [];
  let indicator: string | null = null;
  for (const record of records) {
    const { year, month } = dayParts(record.row.heldOn);
    const snapshot = await snapshotOf(context, year);
    indicator ??= indicatorOf(snapshot)?.code ?? null;
    rows.push(...record.details.areas.map(({ region }) => rowOf(snapshot, record, region, month)));
    peers.push(...peersOf(snapshot, record, calledIn(records, year), month));
  }
  return { indicator, rows, peers, together: { called: meanChange(rows), peers: meanChange(peers) } };
}

const meanChange = (rows: readonly { readonly paces: InterviewEffect }[]): number | null =>
  meanOf(rows.map(({ paces }) => paces.change));

/** The first core indicator that adds up over the year: a pace of other kinds means something else. */
const indicatorOf = ({ indicators }: Snapshot) => indicators.find(({ core, kind }) => core && kind === 'flow');

function calledIn(records: readonly InterviewRecord[], year: number): ReadonlySet<string> {
  const ofYear = records.filter(({ row }) => dayParts(row.heldOn).year === year);
  return new Set(ofYear.flatMap(({ details }) => details.areas.map(({ region }) => region)));
}

function pacesOf(snapshot: Snapshot, region: string, month: number): InterviewEffect {
  const indicator = indicatorOf(snapshot);
  if (indicator === undefined) return { before: null, after: null, change: null };
  return interviewEffect({
    year: snapshot.year,
    month,
    target: targetAt(rowsOf(snapshot.targets, region, indicator.code), month)?.amount ?? null,
    points: judgedOn(indicator, region, month, snapshot).pace.points,
    figures: rowsOf(snapshot.figures, region, indicator.code),
  });
}

function levelAt(snapshot: Snapshot, region: string, month: number) {
  const row = snapshot.regions.byCode.get(region);
  return row === undefined || month < 1 ? null : cityStanding(snapshot, row, month).level;
}

function rowOf(snapshot: Snapshot, { row, items }: InterviewRecord, region: string, month: number): EffectRow {
  const latest = Math.max(month, ...snapshot.months.filter(({ year }) => year === snapshot.year).map((at) => at.month));
  const own = items.filter((item) => item.row.region === region);
  const verified = own.filter((item) => item.row.state === 'verified');
  const onTime = verified.filter((item) => closedOn(item) <= item.row.dueOn).length;
  return {
    interview: row.id,
    heldOn: row.heldOn,
    region,
    paces: pacesOf(snapshot, region, month),
    levelThen: levelAt(snapshot, region, month - 1),
    levelNow: levelAt(snapshot, region, latest) ?? 'no-data',
    onTime,
    late: verified.length - onTime,
    items: own.length,
  };
}

/** The day on which an item was closed, by a person or the data. */
function closedOn({ events }: ItemRecord): string {
  const closing = events.findLast(({ action }) => action === 'verify' || action === 'close');
  return closing === undefined ? '' : dayInShanghai(new Date(closing.at));
}

function peersOf(
  snapshot: Snapshot,
  { row }: InterviewRecord,
  called: ReadonlySet<string>,
  month: number,
): Effect['peers'] {
  if (month === 1) return [];
  return reportingAt(snapshot, month - 1)
    .filter(({ code }) => !called.has(code))
    .filter(({ code }) => ['watch', 'behind'].includes(levelAt(snapshot, code, month - 1) ?? ''))
    .map(({ code }) => ({ interview: row.id, region: code, paces: pacesOf(snapshot, code, month) }));
}
