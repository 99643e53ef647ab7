/** Bulletins as a caller sees them. */
import type { BulletinReceiptRow, BulletinRow, BulletinVersionRow } from '#db/bulletins.ts';
import type { Reader } from '#db/dialect';
import type { Context } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import { changesSince, correctionsOf, standingFacts, stateFactsOf, type BulletinRecord } from './bulletin-record.ts';
import type { Bulletin, BulletinLine } from './contract.ts';
import { bulletinRefusal, type BulletinCommand } from './lifecycle.ts';
import { fieldsOf } from './fields.ts';
import { messagesOf } from './wording.ts';
import { wordsOf } from './words.ts';

interface Rows {
  readonly row: Omit<BulletinRow, 'facts'>;
  readonly newest: BulletinVersionRow;
  readonly receipts: readonly BulletinReceiptRow[];
  readonly cities: readonly string[];
}

/** A bulletin in a list. */
export function presentLine({ row, newest, receipts, cities }: Rows, context: Pick<Context, 'actor'>): BulletinLine {
  const own = ownCity(context);
  const told = own === null ? cities : cities.filter((code) => code === own);
  const { id, year, month, language, corrects, frozenAt } = row;
  const { state, issueNumber, documentNumber, at } = newest;
  return {
    id,
    year,
    month,
    language,
    state,
    corrects,
    issueNumber,
    documentNumber,
    frozenAt,
    issuedAt: state === 'issued' ? at : null,
    receipts: { signed: receipts.filter(({ region }) => told.includes(region)).length, expected: told.length },
  };
}

/** A whole bulletin. */
export async function presentBulletin(reader: Reader, record: BulletinRecord, context: Context): Promise<Bulletin> {
  const { row, versions, newest, receipts, content } = record;
  const { facts, language } = row;
  const { actor } = context;
  const cities = facts.cities.map(({ region }) => region);
  const line = presentLine({ row, newest, receipts, cities }, context);
  const own = ownCity(context);
  const may = (command: BulletinCommand) => bulletinRefusal(command, stateFactsOf(record, actor), actor) === null;
  const corrections = await correctionsOf(reader, row.id);
  const outdated = may('correct') ? await changesSince(reader, await standingFacts(reader, record)) : 0;
  const isOpen = corrections.some((one) => one.newest.state === 'draft');
  return {
    ...line,
    version: newest.number,
    office: officeOf(row),
    parts: [...content.parts],
    fields: Object.fromEntries(content.fields),
    tables: content.tables.map((table) => ({ ...table, head: [...table.head], rows: [...table.rows] })),
    messages: messagesOf(facts, language, fieldsOf(facts, language)),
    invented: facts.invented,
    signed: cities
      .filter((code) => own === null || code === own)
      .map((region) => {
        const receipt = receipts.find((one) => one.region === region);
        return { region, at: receipt?.at ?? null, person: receipt?.actedAs.name ?? '' };
      }),
    corrections: corrections
      .filter((one) => actor.role === 'official' || one.newest.state === 'issued')
      .map((one) => ({ id: one.id, state: one.newest.state })),
    outdated,
    history: (actor.role === 'official' ? versions : versions.slice(-1))
      .map(({ number, at, actedAs, action }) => ({ version: number, at, person: actedAs.name, action }))
      .toReversed(),
    can: {
      save: may('save'),
      issue: may('issue'),
      discard: may('discard'),
      acknowledge: may('acknowledge'),
      correct: outdated > 0 && !isOpen,
    },
  };
}

/** The department by the name that it signs with. */
export function officeOf({ facts, language }: Pick<BulletinRow, 'facts' | 'language'>): string {
  return wordsOf(language)('office', { province: facts.province.name[language] });
}
