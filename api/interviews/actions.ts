/** Reads interviews, and moves the meeting itself from its planning to its close. */
import { randomUUID } from 'node:crypto';
import {
  findInterview,
  insertInterview,
  listInterviews,
  listInterviewVersions,
  updateInterview,
  type InterviewRow,
  type InterviewVersionRow,
} from '#db/interviews.ts';
import type { Reader, Writer } from '#db/dialect';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { Problem } from '../http/problem.ts';
import { changesBetween, isStillSeen } from './changes.ts';
import type { Interview, InterviewDetails, InterviewIn, InterviewLine } from './contract.ts';
import type { InterviewHistory } from './history-contract.ts';
import { interviewRefusal, maySee, stateAfter, type InterviewCommand } from './lifecycle.ts';
import { noticeDraft } from './notice.ts';
import { requireCities, syncItems, withCities } from './setting-up.ts';
import { factsOf, presentInterview, presentLine } from './present.ts';
import { dated, recordsOf, type InterviewRecord } from './record.ts';
import { tellOfCall } from './tell-of-item.ts';
import { readTemplates, requireReason, requireUniqueKeys } from './templates.ts';

/** The interviews, the latest first, with the state of their checklists; a bureau's are those its city was called to. */
export async function listInterviewLines(context: Context): Promise<InterviewLine[]> {
  const { reader } = context.database;
  const records = await recordsOf(reader, await listInterviews(reader), ownCity(context));
  return records
    .filter((record) => maySee(factsOf(record), context.actor))
    .map((record) => presentLine(record, context));
}

/**
 * One interview with its checklist; a bureau sees its own city's items.
 * @throws Problem `not-found` for one that does not exist and for one that the caller may not know of alike
 */
export async function getInterview(context: Context, id: string): Promise<Interview> {
  return presentInterview(await openInterview(context.database.reader, context, id), context);
}

/** An interview with the items that the caller may see. @throws Problem `not-found` */
export async function openInterview(reader: Reader, context: Context, id: string): Promise<InterviewRecord> {
  const row = await findInterview(reader, id);
  const [record] = row === undefined ? [] : await recordsOf(reader, [row], ownCity(context));
  if (record === undefined || !maySee(factsOf(record), context.actor)) throw new Problem('not-found');
  return record;
}

/** Every version of an interview, the newest first, with what it changed; a bureau is told who and when alone. */
export async function interviewHistory(context: Context, id: string): Promise<InterviewHistory> {
  await openInterview(context.database.reader, context, id);
  const versions = await listInterviewVersions(context.database.reader, id);
  const isOpen = ownCity(context) === null;
  return versions
    .map((version, at) => ({
      number: version.number,
      at: version.at,
      person: version.actedAs.name,
      action: version.action,
      reason: version.reason,
      origin: version.origin,
      changes: isOpen ? [...changesBetween(versions[at - 1] ?? null, version)] : [],
    }))
    .toReversed();
}

/** What is asked for to plan an interview. */
export interface NewInterview extends Pick<InterviewIn, 'heldOn' | 'title' | 'place' | 'regions'> {
  readonly template: number | null;
}

/**
 * Plans an interview: requirements by a template, due by its day, and a drafted notice.
 * @throws Problem `unknown-region`, `field-twice`; `not-found` for a template that does not exist
 */
export async function createInterview(context: Context, request: NewInterview): Promise<Interview> {
  const id = `${request.heldOn}-${randomUUID().slice(0, 8)}`;
  const command = { action: 'interview.create', object: id, request, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    const row = await firstVersion(tx, request, id);
    await insertInterview(tx, row, authorOf(context, 'create', ''));
    return { reply: await reread(tx, context, id), detail: { heldOn: row.heldOn, regions: request.regions } };
  });
}

async function firstVersion(tx: Writer, request: NewInterview, id: string): Promise<InterviewRow> {
  const { heldOn, title, place, regions } = request;
  const cities = await requireCities(tx, regions, heldOn);
  const templates = await readTemplates(tx);
  const template = templates.find(({ version }) => request.template === null || version === request.template);
  if (template === undefined) throw new Problem('not-found');
  const requirements = dated(template.requirements, heldOn);
  const notice = noticeDraft({ heldOn, title, place, cities, requirements });
  return {
    id,
    heldOn,
    titleZh: title.zh,
    titleEn: title.en,
    noticeZh: notice.zh,
    noticeEn: notice.en,
    origin: 'reported',
    source: null,
    state: 'planned',
    version: 1,
    details: {
      place,
      requirements,
      agenda: '',
      minutes: '',
      attendants: [],
      calledAt: null,
      areas: regions.map((region) => ({ region, acknowledged: null, statement: '' })),
    },
  };
}

/**
 * Changes what is written down; once the meeting was held, the items of its cities follow.
 * @throws Problem `stale-version`, `illegal-transition`, `unknown-region`, `field-twice`, `item-in-use`
 */
export function editInterview(context: Context, id: string, wanted: InterviewIn): Promise<Interview> {
  requireUniqueKeys(wanted.requirements);
  return changeInterview(context, { id, command: 'edit', request: wanted }, async (tx, record) => {
    await requireCities(tx, wanted.regions, wanted.heldOn);
    const next = { ...record.row, ...wordsOf(wanted), details: withCities(record.details, wanted) };
    if (record.row.state === 'held') await syncItems(tx, record, next.details);
    return next;
  });
}

const wordsOf = ({ heldOn, title, notice }: InterviewIn) => ({
  heldOn,
  titleZh: title.zh,
  titleEn: title.en,
  noticeZh: notice.zh,
  noticeEn: notice.en,
});

/** A command on the meeting that needs no more than a reason. */
export interface InterviewMove {
  readonly command: 'call' | 'hold' | 'close' | 'cancel';
  readonly reason: string;
}

/**
 * Sends the notice, holds, closes or cancels; holding opens the items of every city.
 * @throws Problem `stale-version`, `illegal-transition`, `items-open`, `reason-required` (to cancel)
 */
export function moveInterview(context: Context, id: string, { command, reason }: InterviewMove): Promise<Interview> {
  if (command === 'cancel') requireReason(reason);
  return changeInterview(context, { id, command, request: { command, reason }, reason }, async (tx, record) => {
    if (command === 'hold') await syncItems(tx, record, record.details);
    if (command === 'call') await tellOfCall(tx, context.clock.now(), record.row, citiesOf(record));
    const calledAt = command === 'call' ? context.clock.now().toISOString() : record.details.calledAt;
    return { ...record.row, details: { ...record.details, calledAt } };
  });
}

/** Signs for the notice as the bureau of a called city. @throws Problem `stale-version`, `illegal-transition` */
export function acknowledge(context: Context, id: string): Promise<Interview> {
  const { actor, clock } = context;
  const acknowledged = { at: clock.now().toISOString(), account: actor.id, person: actor.author.name };
  return changeArea(context, { id, command: 'acknowledge', region: actor.region ?? '', change: { acknowledged } });
}

/** Writes a city's statement down. @throws Problem `not-found` for a city that was not called in, `stale-version` */
export async function state(context: Context, at: { readonly id: string; readonly region: string }, statement: string) {
  // Another city is told of as one that does not exist.
  if (ownCity(context) !== null && ownCity(context) !== at.region) throw new Problem('not-found');
  return changeArea(context, { ...at, command: 'state', change: { statement: statement.trim() } });
}

interface AreaChange {
  readonly id: string;
  readonly command: 'acknowledge' | 'state';
  readonly region: string;
  readonly change: Partial<InterviewDetails['areas'][number]>;
}

function changeArea(context: Context, { id, command, region, change }: AreaChange): Promise<Interview> {
  return changeInterview(context, { id, command, request: { region, change }, region }, async (_tx, record) => {
    if (!record.details.areas.some((area) => area.region === region)) throw new Problem('not-found');
    const areas = record.details.areas.map((area) => (area.region === region ? { ...area, ...change } : area));
    return { ...record.row, details: { ...record.details, areas } };
  });
}

interface InterviewChange {
  readonly id: string;
  readonly command: InterviewCommand;
  readonly request: unknown;
  readonly reason?: string;
  /** The city that a statement is for; the caller's own where nothing is said. */
  readonly region?: string;
}

/** One command on an interview: authorise, change, keep the version. */
async function changeInterview(
  context: Context,
  { id, command, request, reason = '', region }: InterviewChange,
  change: (tx: Writer, record: InterviewRecord) => Promise<InterviewRow>,
): Promise<Interview> {
  const named = { action: `interview.${command}`, object: id, request, changesStandings: false } as const;
  return runCommand(context, named, async (tx) => {
    const record = await openInterview(tx, context, id);
    const refusal = interviewRefusal(command, factsOf(record), context.actor, region);
    if (refusal !== null) throw new Problem(refusal.code, refusal.values);
    await requireVersion(tx, context, record, region);
    const next = await change(tx, record);
    const row = { ...next, state: stateAfter(command, record.row.state), version: record.row.version + 1 };
    const isOurs = await updateInterview(tx, row, authorOf(context, command, reason.trim()));
    if (!isOurs) throw staleVersion(await openInterview(tx, context, id), await listInterviewVersions(tx, id), context);
    return { reply: await reread(tx, context, id), detail: { version: row.version, reason: reason.trim() } };
  });
}

/** @throws Problem `version-required`, `stale-version` with the interview as it stands now */
async function requireVersion(tx: Writer, context: Context, record: InterviewRecord, region?: string): Promise<void> {
  const { id, version } = record.row;
  if (context.basedOn === null) throw new Problem('version-required');
  if (context.basedOn === version) return;
  const versions = await listInterviewVersions(tx, id);
  if (!isStillSeen(versions, context.basedOn, region)) throw staleVersion(record, versions, context);
}

function staleVersion(record: InterviewRecord, versions: readonly InterviewVersionRow[], context: Context): Problem {
  const { version } = record.row;
  const current = presentInterview(record, context);
  return new Problem('stale-version', { person: versions.at(-1)?.actedAs.name ?? 'xushi', version }, { current });
}

const citiesOf = ({ details }: InterviewRecord): string[] => details.areas.map(({ region }) => region);

const reread = async (tx: Writer, context: Context, id: string): Promise<Interview> =>
  presentInterview(await openInterview(tx, context, id), context);

function authorOf({ actor, clock }: Context, action: InterviewVersionRow['action'], reason: string) {
  return { at: clock.now().toISOString(), actor: actor.id, actedAs: actor.author, action, reason };
}
