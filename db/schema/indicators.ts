/** What the office decided about indicators. */
import { integer, json, primaryKey, table, text } from '#db/dialect';
import type { IndicatorContent } from '#api/indicator-changes/contract.ts';
import { accounts } from './accounts.ts';
import type { Author } from './author.ts';

/** Each state of an indicator as a decision left it. Sealed: added and never changed, also where the indicator was withdrawn. */
export const indicatorVersions = table(
  'indicator_version',
  {
    code: text('code').notNull(),
    /** 1 for the first, then rising. */
    number: integer('number').notNull(),
    action: text('action', { enum: ['add', 'change', 'retire', 'withdraw'] }).notNull(),
    /** As it was before the decision; null where there was none. */
    before: json<IndicatorContent>('before'),
    content: json<IndicatorContent>('content').notNull(),
    retiredFrom: text('retired_from'),
    reason: text('reason').notNull(),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    at: text('at').notNull(),
  },
  (version) => [primaryKey({ columns: [version.code, version.number] })],
);
