/** Moves the items of an interview, one or several in one transaction; every move adds to the item's history. */
import { randomUUID } from 'node:crypto';
import type { Reader, Writer } from '#db/dialect';
import { hasKeptFile } from '#db/attachments.ts';
import { findInterview, findItem, insertEvent, listEvents, updateItem, type ItemKey } from '#db/interviews.ts';
import { snapshotOf } from '../assessments/snapshot.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { openInterview } from './actions.ts';
import { checkOf } from './checks.ts';
import type { EventDetail, Interview, ItemCheckResult } from './contract.ts';
import type { BulkCommand, ItemHistory } from './item-contract.ts';
import { afterEvent, itemRefusal, saysEnough, type ItemCommand } from './item-lifecycle.ts';
import { maySee } from './lifecycle.ts';
import { presentHistory, presentInterview } from './present.ts';
import { tellOfItem } from './tell-of-item.ts';
import { recordsOf, recordOf, type InterviewRecord, type ItemRecord } from './record.ts';

/** What is asked of an item: the command, the note or reason that goes with it, and where that is in the request's body. */
export interface ItemRequest {
  readonly command: ItemCommand;
  readonly note: string;
  readonly pointer?: '/note' | '/reason';
  /** A later day that is asked for or set. */
  readonly dueOn?: string | null;
  readonly owner?: string;
  readonly person?: string;
}

/** One item with its history and what the data say of it. @throws Problem `not-found`, for another bureau's item too */
export async function getItem(context: Context, key: ItemKey): Promise<ItemHistory> {
  const opened = await openItem(context.database.reader, context, key);
  return presentHistory(opened.item, await checkItem(context, opened), context);
}

/**
 * Moves one item from the version that was seen.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, `own-submission`, `reason-required`,
 *   `evidence-missing`, `too-late-to-undo`, `day-not-later`
 */
export async function moveItem(context: Context, key: ItemKey, request: ItemRequest): Promise<ItemHistory> {
  const object = `${key.interview}/${key.region}/${key.item}`;
  const check = await checkItem(context, await openItem(context.database.reader, context, key));
  const command = { action: `checklist.${request.command}`, object, request, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    const opened = await openItem(tx, context, key);
    if (context.basedOn === null) throw new Problem('version-required');
    const detail = await moveOne(tx, context, opened, { ...request, version: context.basedOn, check });
    const { item } = await openItem(tx, context, key);
    return { reply: presentHistory(item, check, context), detail: { note: request.note.trim(), ...detail } };
  });
}

/** Several items that are to be moved alike, each with the version that was seen. */
export interface BulkRequest {
  readonly command: BulkCommand;
  readonly items: readonly { readonly region: string; readonly item: string; readonly version: number }[];
  readonly reason: string;
  readonly dueOn: string | null;
}

/** Moves several items, all of them or none. @throws Problem as `moveItem` does, for the first that cannot be moved */
export async function moveItems(context: Context, interview: string, request: BulkRequest): Promise<Interview> {
  const { command, items, reason, dueOn } = request;
  const before = await openInterview(context.database.reader, context, interview);
  const checks = new Map<string, ItemCheckResult | null>();
  for (const { region, item } of items) {
    const found = before.items.find(({ row }) => row.region === region && row.item === item);
    if (found !== undefined) checks.set(`${region}/${item}`, await checkItem(context, { record: before, item: found }));
  }
  const named = { action: 'checklist.bulk', object: interview, request, changesStandings: false } as const;
  return runCommand(context, named, async (tx) => {
    for (const { region, item, version } of items) {
      const opened = await openItem(tx, context, { interview, region, item });
      const check = checks.get(`${region}/${item}`) ?? null;
      const move = { command, note: reason, pointer: '/reason', dueOn, version, check } as const;
      await moveOne(tx, context, opened, move);
    }
    const reply = presentInterview(await openInterview(tx, context, interview), context);
    return {
      reply,
      detail: { command, reason: reason.trim(), items: items.map((one) => `${one.region}/${one.item}`) },
    };
  });
}

/** An item with the interview that it belongs to. */
interface OpenedItem {
  readonly record: Pick<InterviewRecord, 'row' | 'details'>;
  readonly item: ItemRecord;
}

async function openItem(reader: Reader, context: Context, key: ItemKey): Promise<OpenedItem> {
  const interview = await findInterview(reader, key.interview);
  const row = await findItem(reader, key, ownCity(context));
  if (interview === undefined || row === undefined) throw new Problem('not-found');
  const [record] = interview.details === null ? await recordsOf(reader, [interview], key.region) : [];
  const details = interview.details ?? record?.details;
  if (details === undefined) throw new Problem('not-found');
  const { areas, calledAt } = details;
  if (!maySee({ state: interview.state, areas, calledAt }, context.actor)) throw new Problem('not-found');
  const events = await listEvents(reader, key);
  const own = events.filter(({ item }) => item === key.item);
  return { record: { row: interview, details }, item: recordOf(interview, row, own) };
}

/** What its interview demands of an item. */
const demandOf = ({ record, item }: OpenedItem) =>
  record.details.requirements.flatMap(({ items }) => items).find(({ key }) => key === item.row.item);

/** What the data say of an item; null where persons alone check it. */
async function checkItem(context: Context, { record, item }: OpenedItem): Promise<ItemCheckResult | null> {
  const check = checkOf(demandOf({ record, item })?.checkedBy ?? 'person');
  if (check === null) return null;
  const year = Number(record.row.heldOn.slice(0, 4));
  return check(
    { snapshot: (of) => snapshotOf(context, of), reader: context.database.reader },
    { region: item.row.region, year },
  );
}

type Move = ItemRequest & { readonly version: number; readonly check: ItemCheckResult | null };

async function moveOne(tx: Writer, context: Context, opened: OpenedItem, move: Move): Promise<EventDetail> {
  const { item } = opened;
  if (move.version !== item.row.version) throw staleVersion(item, context);
  requireAllowed(move, item, context);
  if (move.command === 'report') await requireEvidence(tx, opened);
  const { detail, change } = changeOf(move, item, context);
  const event = {
    interview: item.row.interview,
    region: item.row.region,
    item: item.row.item,
    id: randomUUID(),
    sequence: (item.events.at(-1)?.sequence ?? 0) + 1,
    at: context.clock.now().toISOString(),
    actor: context.actor.id,
    actedAs: context.actor.author,
    action: move.command,
    note: noteOf(move, item),
    origin: 'reported' as const,
    detail: Object.keys(detail).length === 0 ? null : detail,
  };
  const { state } = afterEvent(item.facts, event);
  const isOurs = await updateItem(tx, item.row, move.version, { ...change, state });
  if (!isOurs) throw staleVersion(item, context);
  await insertEvent(tx, event);
  const { interview, region, item: key } = item.row;
  const dueOn = 'dueOn' in change && change.dueOn ? change.dueOn : item.row.dueOn;
  const done = {
    interview,
    region,
    item: key,
    command: move.command,
    note: event.note,
    dueOn,
    version: move.version + 1,
  };
  await tellOfItem(tx, context.clock.now(), done);
  return detail;
}

/** A grant repeats what was asked for where the official adds nothing. */
const noteOf = ({ command, note }: Move, { facts }: ItemRecord): string =>
  command === 'grant' && note.trim() === '' ? (facts.asked?.reason ?? '') : note.trim();

function requireAllowed({ command, note, pointer = '/reason', check }: Move, item: ItemRecord, context: Context): void {
  const refusal = itemRefusal(command, item.facts, context.actor, context.clock.now());
  if (refusal !== null) throw new Problem(refusal.code, refusal.values);
  if (saysEnough(command, note, check?.verdict === 'fails')) return;
  throw new Problem('reason-required', {}, { pointers: [{ pointer, code: 'reason-required', values: {} }] });
}

/** A report of an item that demands evidence stands on a file. @throws Problem `evidence-missing` */
async function requireEvidence(tx: Writer, opened: OpenedItem): Promise<void> {
  const { interview, region, item } = opened.item.row;
  if (demandOf(opened)?.evidence !== true || (await hasKeptFile(tx, { interview, region, item }))) return;
  throw new Problem('evidence-missing');
}

/** What changes beside the state, and how the history tells it. @throws Problem `day-not-later`, `not-allowed` */
function changeOf(move: Move, { row, facts }: ItemRecord, { actor }: Context) {
  const wanted = move.command === 'grant' ? (facts.asked?.dueOn ?? null) : (move.dueOn ?? null);
  const dueOn = wanted === null || wanted === row.dueOn ? undefined : { from: row.dueOn, to: wanted };
  if (move.command === 'ask' || move.command === 'extend') {
    if (wanted === null || wanted <= row.dueOn) throw new Problem('day-not-later', { day: row.dueOn });
    return { detail: { ...(dueOn && { dueOn }) }, change: move.command === 'extend' ? { dueOn: wanted } : {} };
  }
  if (move.command === 'grant')
    return { detail: { ...(dueOn && { dueOn }) }, change: { ...(wanted && { dueOn: wanted }) } };
  if (move.command !== 'assign') return { detail: {}, change: {} };
  // A day that stands is moved by an extension, which says why.
  if (dueOn !== undefined && (actor.role !== 'official' || facts.state !== 'open')) throw new Problem('not-allowed');
  const { owner = row.owner, person = facts.person } = move;
  return {
    detail: {
      ...(owner !== row.owner && { owner: { from: row.owner, to: owner } }),
      ...(person !== facts.person && { person: { from: facts.person, to: person } }),
      ...(dueOn && { dueOn }),
    },
    change: { owner, ...(dueOn && { dueOn: dueOn.to }) },
  };
}

function staleVersion(item: ItemRecord, context: Context): Problem {
  const person = item.events.at(-1)?.actedAs.name ?? item.row.owner;
  const current = presentHistory(item, null, context);
  return new Problem('stale-version', { person, version: item.row.version }, { current });
}
