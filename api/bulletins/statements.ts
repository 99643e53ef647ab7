/** The statements that the program drafts by itself: begun once an issued bulletin reads otherwise, renewed and dropped with what is corrected. */
import { randomUUID } from 'node:crypto';
import {
  findBulletin,
  insertBulletin,
  insertBulletinVersion,
  listBulletinRows,
  listBulletinVersions,
  type BulletinRow,
  type BulletinVersionRow,
} from '#db/bulletins.ts';
import type { Reader, Writer } from '#db/dialect';
import { notify } from '../inbox/notify.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { factsCorrected } from './corrected-facts.ts';
import type { BulletinFacts } from './contract.ts';
import { fieldChanges } from './correction.ts';
import { fieldsOf } from './fields.ts';

/** What is to be done about the correction of an issued bulletin, by what was known at an instant. */
export interface PendingStatement {
  readonly move: 'draft' | 'renew' | 'discard';
  /** The issued bulletin, under the document number that it has. */
  readonly corrects: string;
  readonly documentNumber: string;
  /** What a statement is compared with. */
  readonly before: BulletinRow;
  /** The draft that there is, as it was read; null where there is none. */
  readonly draft: { readonly row: BulletinRow; readonly newest: BulletinVersionRow } | null;
  readonly facts: BulletinFacts;
  readonly knownAt: string;
  /** How many fields read otherwise. */
  readonly changes: number;
}

/**
 * The issued bulletins that what was decided on some months can change: those of the year from that month on, and those of the next
 * year, which compare with it. Corrections are none.
 */
export async function listTouchedBulletins(reader: Reader, decided: readonly YearMonth[]): Promise<readonly string[]> {
  if (decided.length === 0) return [];
  const states = await newestVersions(reader);
  const isTouched = (row: YearMonth) =>
    decided.some(({ year, month }) => (year === row.year ? month <= row.month : year === row.year - 1));
  return (await listBulletinRows(reader))
    .filter((row) => row.corrects === null && isTouched(row) && states.get(row.id)?.state === 'issued')
    .map(({ id }) => id);
}

const newestVersions = async (reader: Reader): Promise<ReadonlyMap<string, BulletinVersionRow>> =>
  new Map((await listBulletinVersions(reader, null)).map((row) => [row.bulletin, row]));

/**
 * What is to be done about a bulletin’s statement; null where it says what there is to say. What was decided after `knownAt` is
 * left for later. A statement that a person gave up is drafted anew only once it would say something else.
 */
export async function pendingStatement(reader: Reader, id: string, knownAt: string): Promise<PendingStatement | null> {
  const corrections = await correctionsWithStates(reader, id);
  const issued = corrections.findLast(({ newest }) => newest.state === 'issued');
  const open = corrections.find(({ newest }) => newest.state === 'draft');
  const before = await findBulletin(reader, issued?.id ?? id);
  const draft = open === undefined ? undefined : await findBulletin(reader, open.id);
  if (before === undefined || [before, draft].some((row) => row !== undefined && row.frozenAt >= knownAt)) return null;
  const facts = await factsCorrected(reader, before.facts, knownAt);
  const changes = changesBetween(before, facts);
  const pending = { corrects: id, documentNumber: await numberOf(reader, id), before, facts, knownAt, changes };
  if (open !== undefined && draft !== undefined) {
    if (changes > 0 && changesBetween(draft, facts) === 0) return null;
    return { ...pending, move: changes === 0 ? 'discard' : 'renew', draft: { row: draft, newest: open.newest } };
  }
  const isGivenUp = async (): Promise<boolean> => {
    const given = corrections.findLast(({ newest }) => newest.state === 'discarded' && newest.actor !== null);
    const row = given?.comparedWith === before.id ? await findBulletin(reader, given.id) : undefined;
    return row !== undefined && changesBetween(row, facts) === 0;
  };
  return changes === 0 || (await isGivenUp()) ? null : { ...pending, move: 'draft', draft: null };
}

/** The statements about a bulletin in any state, oldest first. */
async function correctionsWithStates(reader: Reader, id: string) {
  const states = await newestVersions(reader);
  return (await listBulletinRows(reader))
    .flatMap((row) => {
      const newest = states.get(row.id);
      return row.corrects === id && newest !== undefined ? [{ ...row, newest }] : [];
    })
    .toSorted((one, other) => (one.frozenAt < other.frozenAt ? -1 : 1));
}

const numberOf = async (reader: Reader, id: string): Promise<string> =>
  (await listBulletinVersions(reader, id)).at(-1)?.documentNumber ?? '';

const changesBetween = ({ facts, language }: BulletinRow, later: BulletinFacts): number =>
  fieldChanges(fieldsOf(facts, language), fieldsOf(later, language)).length;

/** Who writes what no person did. */
const program = { name: '', title: { zh: '程序', en: 'the program' } };

/** Does it and tells the department; false where somebody was quicker, and then nothing was written. */
export async function moveStatement(tx: Writer, now: Date, pending: PendingStatement): Promise<boolean> {
  const { move, before, draft, facts, changes, documentNumber: note } = pending;
  const id = draft?.row.id ?? (await beginStatement(tx, pending));
  if (id === null) return false;
  const { number, issueNumber, documentNumber, texts } = draft?.newest ?? unworded;
  const added = await insertBulletinVersion(tx, {
    bulletin: id,
    number: number + 1,
    action: move,
    state: move === 'discard' ? 'discarded' : 'draft',
    issueNumber,
    documentNumber,
    texts,
    at: now.toISOString(),
    actor: null,
    actedAs: program,
    ...(move === 'renew' && { facts }),
  });
  if (!added || move === 'discard') return added;
  const bulletin = { id, year: before.year, month: before.month };
  await notify(tx, now, {
    kind: 'bulletin-outdated',
    to: { role: 'official' },
    region: null,
    about: { interview: null, bulletin, count: changes, note },
    once: number + 1,
  });
  return true;
}

const unworded = { number: 0, issueNumber: '', documentNumber: '', texts: {} };

/** Adds a statement; null where one was begun or issued since. */
async function beginStatement(tx: Writer, { corrects, before, facts, knownAt }: PendingStatement) {
  const isNewer = ({
    newest: { state },
    frozenAt,
  }: {
    readonly newest: BulletinVersionRow;
    readonly frozenAt: string;
  }) => state === 'draft' || (state === 'issued' && frozenAt > before.frozenAt);
  if ((await correctionsWithStates(tx, corrects)).some(isNewer)) return null;
  const { year, month, language } = before;
  const id = randomUUID();
  await insertBulletin(tx, { id, year, month, language, corrects, comparedWith: before.id, frozenAt: knownAt, facts });
  return id;
}
