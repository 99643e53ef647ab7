/** A bulletin with all that belongs to it, read as far as the caller may know of it. */
import {
  findBulletin,
  listBulletinRows,
  listBulletinVersions,
  listReceipts,
  type BulletinReceiptRow,
  type BulletinRow,
  type BulletinVersionRow,
} from '#db/bulletins.ts';
import type { Reader } from '#db/dialect';
import type { Actor } from '../http/context.ts';
import { Problem } from '../http/problem.ts';
import { correctionContent, fieldChanges } from './correction.ts';
import { factsCorrected } from './corrected-facts.ts';
import { fieldsOf } from './fields.ts';
import type { BulletinFactsOfState } from './lifecycle.ts';
import { filled } from './marks.ts';
import { bulletinContent, type Content } from './wording.ts';

export interface BulletinRecord {
  readonly row: BulletinRow;
  /** Oldest first; never empty. */
  readonly versions: readonly BulletinVersionRow[];
  readonly newest: BulletinVersionRow;
  readonly receipts: readonly BulletinReceiptRow[];
  /** The parts have the words of the newest version. */
  readonly content: Content;
}

/** A draft is the department's alone, and what was given up too. */
export const isSeenBy = ({ role }: Pick<Actor, 'role'>, { state }: Pick<BulletinVersionRow, 'state'>): boolean =>
  role === 'official' || state === 'issued';

/** @throws Problem `not-found`, for a draft that the caller may not know of and for what does not exist alike */
export async function openBulletin(reader: Reader, actor: Pick<Actor, 'role'>, id: string): Promise<BulletinRecord> {
  const row = await findBulletin(reader, id);
  const versions = row === undefined ? [] : await listBulletinVersions(reader, id);
  const newest = versions.at(-1);
  if (row === undefined || newest === undefined || !isSeenBy(actor, newest)) throw new Problem('not-found');
  const receipts = await listReceipts(reader, id);
  return { row, versions, newest, receipts, content: withWords(await draftedContent(reader, row), newest.texts) };
}

/** What was drafted: a function of what is frozen and, of a correction, of the bulletin that it corrects. */
export async function draftedContent(reader: Reader, row: BulletinRow): Promise<Content> {
  if (row.corrects === null || row.comparedWith === null) return bulletinContent(row.facts, row.language);
  const before = await findBulletin(reader, row.comparedWith);
  const issued = await openBulletin(reader, { role: 'leader' }, row.corrects);
  if (before === undefined) throw new Error(`${row.id} is compared with a bulletin that is not there`);
  const { issueNumber, documentNumber } = issued.newest;
  return correctionContent({
    language: row.language,
    issueNumber,
    documentNumber,
    issued: issued.content.parts,
    before: before.facts,
    after: row.facts,
  });
}

/** The title as it is printed. */
export const titleOf = ({ parts, fields }: Content): string =>
  filled(parts.find(({ kind }) => kind === 'title')?.text ?? '', fields);

function withWords(content: Content, texts: Readonly<Record<string, string>>): Content {
  return { ...content, parts: content.parts.map((part) => ({ ...part, text: texts[part.key] ?? part.text })) };
}

/** The corrections of a bulletin with their states, oldest first; those that were given up are left out. */
export async function correctionsOf(reader: Reader, id: string) {
  const rows = (await listBulletinRows(reader)).filter(({ corrects }) => corrects === id);
  const versions = Map.groupBy(await listBulletinVersions(reader, null), ({ bulletin }) => bulletin);
  return rows
    .flatMap((row) => {
      const newest = versions.get(row.id)?.at(-1);
      return newest === undefined || newest.state === 'discarded' ? [] : [{ id: row.id, row, newest }];
    })
    .toSorted((one, other) => (one.row.frozenAt < other.row.frozenAt ? -1 : 1));
}

/** What the bulletin says now: itself, or the newest correction of it that was issued. */
export async function standingFacts(reader: Reader, { row }: BulletinRecord): Promise<BulletinRow> {
  const issued = (await correctionsOf(reader, row.id)).filter(({ newest }) => newest.state === 'issued');
  const last = issued.at(-1);
  const found = last === undefined ? undefined : await findBulletin(reader, last.id);
  return found ?? row;
}

/** How many fields of some facts read otherwise by what was corrected or taken back since. */
export async function changesSince(reader: Reader, { facts, language }: BulletinRow): Promise<number> {
  const corrected = await factsCorrected(reader, facts);
  return fieldChanges(fieldsOf(facts, language), fieldsOf(corrected, language)).length;
}

/** What the rules look at, for one who asks. */
export function stateFactsOf(
  { row, versions, newest, receipts }: Omit<BulletinRecord, 'content'>,
  { region }: Pick<Actor, 'region'>,
): BulletinFactsOfState {
  return {
    state: newest.state,
    writers: versions.flatMap(({ action, actor }) => (action === 'issue' || actor === null ? [] : [actor])),
    isNumbered: newest.issueNumber !== '' && newest.documentNumber !== '',
    isCorrection: row.corrects !== null,
    isSigned: receipts.some((receipt) => receipt.region === region),
  };
}
