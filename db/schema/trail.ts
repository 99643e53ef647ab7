/** What was done, and the seals over all that must never change unseen. */
import { index, integer, json, primaryKey, table, text } from '#db/dialect';
import type { Author } from './author.ts';
import { accounts } from './accounts.ts';

/** Every command, written in the transaction of the command. Nothing in the product updates or deletes a row. */
export const auditEvents = table(
  'audit_event',
  {
    id: text('id').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as'),
    role: text('role'),
    address: text('address').notNull(),
    action: text('action').notNull(),
    object: text('object').notNull(),
    outcome: text('outcome', { enum: ['done', 'refused'] }).notNull(),
    detail: json<Readonly<Record<string, unknown>>>('detail').notNull(),
    requestId: text('request_id').notNull(),
  },
  // Everything that the trail is filtered by lies in the index, so that a rare event is found without reading every row.
  (event) => [index('audit_event_at').on(event.at, event.id, event.action, event.outcome, event.actor, event.object)],
);

/** The answer already given for a key, so that the same command sent twice counts once. */
export const idempotencyKeys = table(
  'idempotency_key',
  {
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    key: text('key').notNull(),
    endpoint: text('endpoint').notNull(),
    requestHash: text('request_hash').notNull(),
    reply: text('reply').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.account, row.key] }), index('idempotency_key_created').on(row.createdAt)],
);

/** Where a sealed row belongs, kept with its seal, so that a row that is gone can still be named. */
export interface SealedAbout {
  readonly at: string | null;
  /** The name of the account or program. */
  readonly by: string | null;
  /** The action of a command, the state of a submission version. */
  readonly what: string;
  /** `2020-10/331100`, `2020/331100/prefab-area`: codes that words are found for where it is told. */
  readonly object: string;
}

/** A chain over all that must never change unseen: every seal covers the one before it. Positions rise by 1 from 1. */
export const seals = table(
  'seal',
  {
    position: integer('position').primaryKey(),
    /** `<kind>:<key>` as in `sealed-rows.ts`; the newest seal of a subject counts. */
    subject: text('subject').notNull(),
    about: json<SealedAbout>('about').notNull(),
    /** SHA-256 of the row's content. */
    digest: text('digest').notNull(),
    /** HMAC-SHA256 of the seal before, the position, the subject, what it is about and the digest. */
    mac: text('mac').notNull(),
  },
  (seal) => [index('seal_subject').on(seal.subject)],
);
