/** Reads bulletins and moves them; every command leaves a version for good. */
import { randomUUID } from 'node:crypto';
import {
  insertBulletin,
  insertBulletinVersion,
  insertReceipt,
  listBulletinRows,
  listBulletinVersions,
  listReceipts,
  type BulletinRow,
  type BulletinVersionRow,
} from '#db/bulletins.ts';
import type { Reader, Writer } from '#db/dialect';
import { listRegions } from '#db/regions.ts';
import { runCommand } from '../command.ts';
import type { Context } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import type { FileReply } from '../http/serve-file.ts';
import { notify } from '../inbox/notify.ts';
import { lastDayOfMonth, type YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { regionTree, reportingIn } from '../regions/tree.ts';
import {
  changesSince,
  correctionsOf,
  draftedContent,
  isSeenBy,
  openBulletin,
  standingFacts,
  stateFactsOf,
  type BulletinRecord,
} from './bulletin-record.ts';
import type { Bulletin, BulletinLine, BulletinWords } from './contract.ts';
import { factsCorrected } from './corrected-facts.ts';
import { factsAsKnown } from './facts.ts';
import { bulletinRefusal, bulletinStateWords, type BulletinCommand } from './lifecycle.ts';
import { bulletinFile } from './file.ts';
import type { BulletinLanguage } from './numbers.ts';
import { presentBulletin, presentLine } from './present.ts';
import { wordProblems } from './word-problems.ts';

/** The bulletins that the caller may know of, the latest month first. */
export async function listBulletins(context: Context): Promise<{ bulletins: BulletinLine[]; can: { draft: boolean } }> {
  const { reader } = context.database;
  const tree = regionTree(await listRegions(reader));
  const versions = Map.groupBy(await listBulletinVersions(reader, null), ({ bulletin }) => bulletin);
  const receipts = Map.groupBy(await listReceipts(reader, null), ({ bulletin }) => bulletin);
  const bulletins = (await listBulletinRows(reader)).flatMap((row) => {
    const own = versions.get(row.id) ?? [];
    const newest = own.at(-1);
    if (newest === undefined || !isSeenBy(context.actor, newest)) return [];
    const cities = reportingIn(tree, row).map(({ code }) => code);
    const frozenAt = own.findLast(({ action }) => action === 'renew')?.at ?? row.frozenAt;
    return [presentLine({ row: { ...row, frozenAt }, newest, receipts: receipts.get(row.id) ?? [], cities }, context)];
  });
  return { bulletins, can: { draft: context.actor.role === 'official' } };
}

/** @throws Problem `not-found`, also for a draft where the caller is no official */
export async function getBulletin(context: Context, id: string): Promise<Bulletin> {
  const { reader } = context.database;
  return presentBulletin(reader, await openBulletin(reader, context.actor, id), context);
}

/**
 * Freezes a month as it is known now and drafts its bulletin.
 * @throws Problem `bulletin-month-open` before the month has ended, `bulletin-exists` where the month has one that was not given up
 */
export function draftBulletin(
  context: Context,
  { language, ...month }: YearMonth & { readonly language: BulletinLanguage },
): Promise<Bulletin> {
  const now = context.clock.now();
  const command = { action: 'bulletin.draft', object: objectOf(month), request: { ...month, language } } as const;
  return runCommand(context, { ...command, changesStandings: false }, async (tx) => {
    if (lastDayOfMonth(month.year, month.month) > dayInShanghai(now)) throw new Problem('bulletin-month-open');
    const own = (row: Omit<BulletinRow, 'facts'>): boolean =>
      row.corrects === null && row.year === month.year && row.month === month.month && row.language === language;
    await refuseSecond(tx, (await listBulletinRows(tx)).filter(own));
    const frozenAt = now.toISOString();
    const facts = await factsAsKnown(tx, { ...month, frozenAt });
    const row = { id: randomUUID(), ...month, language, corrects: null, comparedWith: null, frozenAt, facts };
    return begin(tx, context, row);
  });
}

/**
 * Drafts the statement that corrects an issued bulletin.
 * @throws Problem `not-found`, `illegal-transition`, `nothing-to-correct`, `bulletin-exists` where one is open
 */
export function draftCorrection(context: Context, id: string): Promise<Bulletin> {
  const command = { action: 'bulletin.draft-correction', object: id, request: {}, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    const record = await openAllowed(tx, context, id, 'correct');
    const open = (await correctionsOf(tx, id)).filter(({ newest }) => newest.state === 'draft');
    await refuseSecond(
      tx,
      open.map(({ row }) => row),
    );
    const before = await standingFacts(tx, record);
    if ((await changesSince(tx, before)) === 0) throw new Problem('nothing-to-correct');
    const { year, month, language, facts } = record.row;
    const frozenAt = context.clock.now().toISOString();
    const corrected = await factsCorrected(tx, facts);
    const row = { id: randomUUID(), year, month, language, corrects: id, comparedWith: before.id, frozenAt };
    return begin(tx, context, { ...row, facts: corrected });
  });
}

/** Of a month, and of a bulletin's corrections, one at a time is written. */
async function refuseSecond(tx: Writer, rows: readonly Omit<BulletinRow, 'facts'>[]): Promise<void> {
  for (const { id } of rows) {
    const state = (await listBulletinVersions(tx, id)).at(-1)?.state;
    if (state === 'draft' || state === 'issued') {
      throw new Problem('bulletin-exists', { state: bulletinStateWords[state] });
    }
  }
}

async function begin(tx: Writer, context: Context, row: BulletinRow) {
  await insertBulletin(tx, row);
  const first = { number: 1, state: 'draft', action: 'draft', issueNumber: '', documentNumber: '', texts: {} } as const;
  await insertBulletinVersion(tx, newVersion(context, row.id, first));
  const record = await openBulletin(tx, context.actor, row.id);
  const { id, year, month, corrects } = row;
  return { reply: await presentBulletin(tx, record, context), detail: { id, year, month, corrects } };
}

/**
 * Changes the words of a draft.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, and whatever `wordProblems` finds
 */
export function saveBulletin(context: Context, id: string, words: BulletinWords): Promise<Bulletin> {
  return move(context, id, { command: 'save', request: words }, async (tx, { row, newest }) => {
    const { parts } = await draftedContent(tx, row);
    const pointers = wordProblems(parts, words.texts);
    const [first] = pointers;
    if (first !== undefined) throw new Problem(first.code, first.values, { pointers });
    return { ...words, texts: { ...newest.texts, ...words.texts } };
  });
}

/**
 * Issues a draft and tells every bureau.
 * @throws Problem `not-found`, `stale-version`, `illegal-transition`, `own-bulletin`, `bulletin-unnumbered`, `bulletin-outdated`
 */
export function issueBulletin(context: Context, id: string): Promise<Bulletin> {
  return move(context, id, { command: 'issue', request: {} }, async (tx, { row, newest }) => {
    const changes = await changesSince(tx, row);
    if (changes > 0) throw new Problem('bulletin-outdated', { changes });
    await notify(tx, context.clock.now(), {
      kind: row.corrects === null ? 'bulletin-issued' : 'bulletin-corrected',
      to: { role: 'bureau', regions: row.facts.cities.map(({ region }) => region) },
      region: null,
      about: { interview: null, bulletin: { id, year: row.year, month: row.month }, note: newest.documentNumber },
      once: 'issued',
    });
    return {};
  });
}

/** @throws Problem `not-found`, `stale-version`, `illegal-transition` */
export function discardBulletin(context: Context, id: string): Promise<Bulletin> {
  return move(context, id, { command: 'discard', request: {} }, async () => ({}));
}

/** Signs for a bulletin as the caller's bureau. @throws Problem `not-found`, `illegal-transition` */
export function acknowledgeBulletin(context: Context, id: string): Promise<Bulletin> {
  const command = { action: 'bulletin.acknowledge', object: id, request: {}, changesStandings: false } as const;
  return runCommand(context, command, async (tx) => {
    await openAllowed(tx, context, id, 'acknowledge');
    const { actor, clock } = context;
    if (actor.region === null) throw new Error('a bureau without a city was let through');
    const at = clock.now().toISOString();
    await insertReceipt(tx, { bulletin: id, region: actor.region, at, actor: actor.id, actedAs: actor.author });
    const record = await openBulletin(tx, actor, id);
    return { reply: await presentBulletin(tx, record, context), detail: { region: actor.region } };
  });
}

/** The bulletin as a document. @throws Problem `not-found` */
export function downloadBulletin({ database, actor }: Context, id: string): Promise<FileReply> {
  return bulletinFile(database.reader, actor, id);
}

interface Move {
  readonly command: Extract<BulletinCommand, 'save' | 'issue' | 'discard'>;
  readonly request: unknown;
}

const stateAfter = { save: 'draft', issue: 'issued', discard: 'discarded' } as const;

/** One command on a draft: authorise, do, keep the version. */
function move(
  context: Context,
  id: string,
  { command, request }: Move,
  work: (tx: Writer, record: BulletinRecord) => Promise<Partial<BulletinWords>>,
): Promise<Bulletin> {
  const named = { action: `bulletin.${command}`, object: id, request, changesStandings: false } as const;
  return runCommand(context, named, async (tx) => {
    const record = await openBulletin(tx, context.actor, id);
    await requireVersion(tx, context, record);
    refuseUnlessAllowed(context, record, command);
    const changed = await work(tx, record);
    const { newest } = record;
    const { issueNumber, documentNumber, texts } = { ...newest, ...changed };
    const number = newest.number + 1;
    const added = { number, state: stateAfter[command], action: command, issueNumber, documentNumber, texts } as const;
    if (!(await insertBulletinVersion(tx, newVersion(context, id, added)))) await requireVersion(tx, context, record);
    const after = await openBulletin(tx, context.actor, id);
    const detail = { version: number, issueNumber, documentNumber, parts: Object.keys(changed.texts ?? {}) };
    return { reply: await presentBulletin(tx, after, context), detail };
  });
}

async function openAllowed(
  tx: Writer,
  context: Context,
  id: string,
  command: BulletinCommand,
): Promise<BulletinRecord> {
  const record = await openBulletin(tx, context.actor, id);
  refuseUnlessAllowed(context, record, command);
  return record;
}

function refuseUnlessAllowed({ actor }: Context, record: BulletinRecord, command: BulletinCommand): void {
  const refusal = bulletinRefusal(command, stateFactsOf(record, actor), actor);
  if (refusal !== null) throw new Problem(refusal.code, refusal.values);
}

/** @throws Problem `version-required`, `stale-version` with the bulletin as it stands now */
async function requireVersion(reader: Reader, context: Context, record: BulletinRecord): Promise<void> {
  if (context.basedOn === null) throw new Problem('version-required');
  if (context.basedOn === record.newest.number) return;
  const current = await presentBulletin(reader, record, context);
  throw new Problem('stale-version', { person: record.newest.actedAs.name, version: current.version }, { current });
}

const newVersion = (
  { actor, clock }: Context,
  bulletin: string,
  version: Omit<BulletinVersionRow, 'bulletin' | 'at' | 'actor' | 'actedAs'>,
): BulletinVersionRow => ({
  bulletin,
  ...version,
  at: clock.now().toISOString(),
  actor: actor.id,
  actedAs: actor.author,
});

/** A month as the audit trail names it. */
const objectOf = ({ year, month }: YearMonth): string => `${year}-${String(month).padStart(2, '0')}`;
