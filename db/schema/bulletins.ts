/** Bulletins (通报) and the statements that correct them (更正说明). */
import { index, integer, json, primaryKey, table, text } from '#db/dialect';
import type { BulletinFacts } from '#api/bulletins/contract.ts';
import { accounts } from './accounts.ts';
import type { Author } from './author.ts';
import { regions } from './reference.ts';

/** What a bulletin says in numbers, frozen when it was drafted. Sealed: a row is added and never changed. */
export const bulletins = table(
  'bulletin',
  {
    id: text('id').primaryKey(),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    language: text('language', { enum: ['zh', 'en'] }).notNull(),
    /** The bulletin that this one corrects; null for a bulletin. */
    corrects: text('corrects'),
    /** What a correction is compared with: the bulletin, or the newest correction of it that was issued before. */
    comparedWith: text('compared_with'),
    /** The instant as of which everything was read. */
    frozenAt: text('frozen_at').notNull(),
    facts: json<BulletinFacts>('facts').notNull(),
  },
  (bulletin) => [index('bulletin_month').on(bulletin.year, bulletin.month)],
);

/** Each state of a bulletin's words as a command left it; the newest one is the bulletin. Sealed: rows are added and never changed. */
export const bulletinVersions = table(
  'bulletin_version',
  {
    bulletin: text('bulletin')
      .notNull()
      .references(() => bulletins.id),
    /** 1 for the first, then rising. */
    number: integer('number').notNull(),
    state: text('state', { enum: ['draft', 'issued', 'discarded'] }).notNull(),
    action: text('action', { enum: ['draft', 'save', 'renew', 'issue', 'discard'] }).notNull(),
    /** 期号 and 文号; empty until they are known. */
    issueNumber: text('issue_number').notNull(),
    documentNumber: text('document_number').notNull(),
    /** The words of each part by its key, with marks in the place of numbers. */
    texts: json<Readonly<Record<string, string>>>('texts').notNull(),
    /** What a draft of a correction was renewed to say once more was corrected; null where its facts stayed. */
    facts: json<BulletinFacts>('facts'),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as').notNull(),
  },
  (version) => [primaryKey({ columns: [version.bulletin, version.number] })],
);

/** Which city's bureau signed for a bulletin, once each (签收). Sealed. */
export const bulletinReceipts = table(
  'bulletin_receipt',
  {
    bulletin: text('bulletin')
      .notNull()
      .references(() => bulletins.id),
    region: text('region')
      .notNull()
      .references(() => regions.code),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as').notNull(),
  },
  (receipt) => [primaryKey({ columns: [receipt.bulletin, receipt.region] })],
);
