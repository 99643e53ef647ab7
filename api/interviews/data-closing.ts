/**
 * Closes and reopens items by the data. It runs as a job of the system and not while pages are read: a closing is an event of
 * an item's history with its reason and numbers, and reading writes nothing. Until it has run, at most a minute later, the
 * page shows what the data say now beside the item's state.
 */
import { randomUUID } from 'node:crypto';
import type { Author } from '#db/accounts.ts';
import type { Reader, Writer } from '#db/dialect';
import { planningMark } from '#db/back-plans.ts';
import { findItem, insertEvent, listInterviews, updateItem } from '#db/interviews.ts';
import { currentRevision } from '#db/revisions.ts';
import { readSnapshot, type Snapshot } from '../assessments/snapshot.ts';
import { checkOf, type CheckedData, type ItemCheck } from './checks.ts';
import type { ItemCheckResult } from './contract.ts';
import { afterEvent, dataMove } from './item-lifecycle.ts';
import { recordsOf, type InterviewRecord, type ItemRecord } from './record.ts';

/** As whom the data close an item. */
const system: Author = { name: 'xushi', title: { zh: '系统（按数据）', en: 'The system, by the data' } };

/** An item that the data close or reopen, and what they say. */
export interface DataMove {
  readonly item: ItemRecord;
  readonly action: 'close' | 'reopen';
  readonly check: ItemCheckResult;
}

/** What was found settled already, by what it was decided on: standings cost more to compute than to compare. */
const settled = new WeakMap<Reader, string>();

/** What the data would do to the items of held interviews now. */
export async function pendingDataMoves(reader: Reader): Promise<readonly DataMove[]> {
  const revision = `${await currentRevision(reader)} ${await planningMark(reader)}`;
  const held = (await listInterviews(reader)).filter(({ state }) => state === 'held');
  const items = (await recordsOf(reader, held, null)).flatMap(checkedItems);
  const decidedOn = JSON.stringify([revision, items.map(({ item }) => [item.row.interview, item.row.version])]);
  if (settled.get(reader) === decidedOn) return [];
  const data = dataOf(reader);
  const moves: DataMove[] = [];
  for (const { item, check, year } of items) {
    const result = await check(data, { region: item.row.region, year });
    const action = dataMove(item.facts, result);
    if (action !== null) moves.push({ item, action, check: result });
  }
  if (moves.length === 0) settled.set(reader, decidedOn);
  return moves;
}

interface CheckedItem {
  readonly item: ItemRecord;
  readonly check: ItemCheck;
  readonly year: number;
}

/** The items that data check and no person has decided on. */
function checkedItems({ row, details, items }: InterviewRecord): readonly CheckedItem[] {
  const kinds = new Map(details.requirements.flatMap((one) => one.items).map((item) => [item.key, item.checkedBy]));
  const year = Number(row.heldOn.slice(0, 4));
  return items.flatMap((item) => {
    const check = checkOf(kinds.get(item.row.item) ?? 'person');
    return check === null || item.facts.overruled ? [] : [{ item, check, year }];
  });
}

/** Each year's snapshot is read once. */
export function dataOf(reader: Reader): CheckedData {
  const kept = new Map<number, Promise<Snapshot>>();
  return {
    reader,
    snapshot: (year) => {
      const found = kept.get(year) ?? readSnapshot(reader, year);
      kept.set(year, found);
      return found;
    },
  };
}

/** Carries one of them out, from the version that it was decided on; false where a person was faster, and then it waits. */
export async function moveByData(tx: Writer, { item, action, check }: DataMove, now: Date): Promise<boolean> {
  const { interview, region, item: key, version } = item.row;
  const at = { interview, region, item: key };
  if ((await findItem(tx, at, null))?.version !== version) return false;
  const event = {
    ...at,
    id: randomUUID(),
    sequence: (item.events.at(-1)?.sequence ?? 0) + 1,
    at: now.toISOString(),
    actor: null,
    actedAs: system,
    action,
    note: check.reason.zh,
    origin: 'reported' as const,
    detail: { check },
  };
  const isOurs = await updateItem(tx, at, version, { state: afterEvent(item.facts, event).state });
  if (isOurs) await insertEvent(tx, event);
  return isOurs;
}
