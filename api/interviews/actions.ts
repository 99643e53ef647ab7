import { randomUUID } from 'node:crypto';
import type { Reader } from '#db/dialect';
import {
  findItem,
  findInterview,
  insertEvent,
  listEvents,
  listItems,
  listInterviews,
  listRequirements,
} from '#db/interviews.ts';
import {
  moveItem,
  type EventRow,
  type ItemKey,
  type ItemRow,
  type InterviewRow,
  type RequirementRow,
} from '#db/interviews.ts';
import type { z } from 'zod';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { ownCity } from '../http/data-scope.ts';
import { itemStates, type ChecklistItem, type ItemHistory, type Interview, type interviewLine } from './contract.ts';
import { tellOfItem } from './tell-of-item.ts';
import { isOverdue, itemRefusal, saysEnough, stateAfter, type ItemCommand } from './lifecycle.ts';

type InterviewLine = z.infer<typeof interviewLine>;

/** The interviews, the latest first, with the state of their checklists; a bureau's are those its city was called to. */
export async function listInterviewLines(context: Context): Promise<InterviewLine[]> {
  const { reader } = context.database;
  const items = Map.groupBy(
    await listItems(reader, { interview: null, region: ownCity(context) }),
    (row) => row.interview,
  );
  const interviews = await listInterviews(reader);
  return interviews.flatMap((interview) => {
    const own = items.get(interview.id) ?? [];
    return own.length === 0 && ownCity(context) !== null ? [] : [lineOf(interview, own, todayOf(context))];
  });
}

/**
 * One interview with its checklist; a bureau sees its own city's items.
 * @throws Problem `not-found` for one that does not exist and for one that the bureau was not called to alike
 */
export async function getInterview(context: Context, id: string): Promise<Interview> {
  const { reader } = context.database;
  const scope = { interview: id, region: ownCity(context) };
  const interview = await findInterview(reader, id);
  const items = await listItems(reader, scope);
  if (interview === undefined || (items.length === 0 && scope.region !== null)) throw new Problem('not-found');
  const events = Map.groupBy(await listEvents(reader, scope), (event) => `${event.region}/${event.item}`);
  const requirements = await listRequirements(reader);
  return {
    id: interview.id,
    heldOn: interview.heldOn,
    title: { zh: interview.titleZh, en: interview.titleEn },
    notice: { zh: interview.noticeZh, en: interview.noticeEn },
    origin: interview.origin,
    source: interview.source,
    today: todayOf(context),
    requirements: requirements.map(presentRequirement),
    regions: regionsOf(items),
    items: items.map((item) => presentItem(item, events.get(`${item.region}/${item.item}`) ?? [], context)),
  };
}

/**
 * One item with its history.
 * @throws Problem `not-found`, for another bureau's item too
 */
export async function getItem(context: Context, key: ItemKey): Promise<ItemHistory> {
  return presentHistory(await openItem(context.database.reader, context, key), context);
}

/** What is asked of an item: the command, and the note or reason that goes with it. */
export interface ItemRequest {
  readonly command: ItemCommand;
  readonly note: string;
  /** Where the note is in the request's body. */
  readonly pointer: '/note' | '/reason';
}

/**
 * Reports, verifies or returns an item, and adds it to the item's history.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, `own-submission`, `reason-required`
 */
export async function moveChecklistItem(context: Context, key: ItemKey, command: ItemRequest): Promise<ItemHistory> {
  const object = `${key.interview}/${key.region}/${key.item}`;
  const note = command.note.trim();
  return runCommand(
    context,
    { action: `checklist.${command.command}`, object, request: { note }, changesStandings: false },
    async (tx) => {
      const opened = await openItem(tx, context, key);
      if (context.basedOn === null) throw new Problem('version-required');
      if (context.basedOn !== opened.item.version) throw staleVersion(opened, context);
      checkAllowed(command, opened, context);
      const isOurs = await moveItem(tx, key, context.basedOn, stateAfter[command.command]);
      if (!isOurs) throw staleVersion(await openItem(tx, context, key), context);
      await insertEvent(tx, {
        ...key,
        id: randomUUID(),
        sequence: (opened.events.at(-1)?.sequence ?? 0) + 1,
        at: context.clock.now().toISOString(),
        actor: context.actor.id,
        actedAs: context.actor.author,
        action: command.command,
        note,
        origin: 'reported',
      });
      await tellOfItem(tx, context.clock.now(), { ...key, ...command, note, version: opened.item.version + 1 });
      return { reply: presentHistory(await openItem(tx, context, key), context), detail: { note } };
    },
  );
}

interface OpenedItem {
  readonly item: ItemRow;
  /** Oldest first. */
  readonly events: readonly EventRow[];
}

const todayOf = ({ clock }: Context): string => dayInShanghai(clock.now());

async function openItem(reader: Reader, context: Context, key: ItemKey): Promise<OpenedItem> {
  const item = await findItem(reader, key, ownCity(context));
  if (item === undefined) throw new Problem('not-found');
  const events = await listEvents(reader, key);
  return { item, events: events.filter((event) => event.item === key.item) };
}

function checkAllowed({ command, note, pointer }: ItemRequest, { item, events }: OpenedItem, { actor }: Context): void {
  const refusal = itemRefusal(command, { ...item, reportedBy: reporterOf(events) }, actor);
  if (refusal !== null) throw new Problem(refusal.code, refusal.values);
  if (saysEnough(command, note)) return;
  throw new Problem('reason-required', {}, { pointers: [{ pointer, code: 'reason-required', values: {} }] });
}

function staleVersion(opened: OpenedItem, context: Context): Problem {
  const person = opened.events.at(-1)?.actedAs.name ?? opened.item.owner;
  const current = presentHistory(opened, context);
  return new Problem('stale-version', { person, version: opened.item.version }, { current });
}

const reporterOf = (events: readonly EventRow[]): string | null =>
  events.findLast((event) => event.action === 'report')?.actor ?? null;

const regionsOf = (items: readonly ItemRow[]): string[] => [...new Set(items.map((item) => item.region))];

function lineOf(interview: InterviewRow, items: readonly ItemRow[], today: string): InterviewLine {
  const countOf = (state: ItemRow['state']) => items.filter((item) => item.state === state).length;
  const [open, reported, verified, returned] = itemStates.map(countOf);
  return {
    id: interview.id,
    heldOn: interview.heldOn,
    title: { zh: interview.titleZh, en: interview.titleEn },
    regions: regionsOf(items),
    counts: { open: open ?? 0, reported: reported ?? 0, verified: verified ?? 0, returned: returned ?? 0 },
    overdue: items.filter((item) => isOverdue(item, today)).length,
  };
}

const presentRequirement = ({ requirement, items }: RequirementRow): Interview['requirements'][number] => ({
  key: requirement.key,
  title: { zh: requirement.titleZh, en: requirement.titleEn },
  items: items.map(({ key, titleZh, titleEn, checkedBy }) => ({
    key,
    title: { zh: titleZh, en: titleEn },
    checkedBy,
  })),
});

function presentItem(item: ItemRow, events: readonly EventRow[], context: Context): ChecklistItem {
  const { region, state, owner, dueOn, version, origin } = item;
  const latest = events.at(-1);
  const may = (command: ItemCommand) =>
    itemRefusal(command, { region, state, reportedBy: reporterOf(events) }, context.actor) === null;
  return {
    region,
    item: item.item,
    state,
    owner,
    dueOn,
    version,
    origin,
    overdue: isOverdue(item, todayOf(context)),
    latest: latest === undefined ? null : { at: latest.at, person: latest.actedAs.name, note: latest.note },
    can: { report: may('report'), verify: may('verify'), return: may('return') },
  };
}

function presentHistory({ item, events }: OpenedItem, context: Context): ItemHistory {
  return {
    item: presentItem(item, events, context),
    history: events.map(({ at, actedAs, action, note, origin }) => ({
      at,
      person: actedAs.name,
      action,
      note,
      origin,
    })),
  };
}
