/** First-quarter plans of cities. */
import { integer, json, primaryKey, table, text } from '#db/dialect';
import type { OpeningPlan } from '#api/openings/contract.ts';
import { accounts } from './accounts.ts';
import type { Author } from './author.ts';
import { regions } from './reference.ts';

/** Each state of a plan as a command left it; the newest one is the plan. Sealed: a version is added and never changed. */
export const openingVersions = table(
  'opening_version',
  {
    region: text('region')
      .notNull()
      .references(() => regions.code),
    /** The year that the plan opens. */
    year: integer('year').notNull(),
    /** 1 for the first, then rising. */
    number: integer('number').notNull(),
    state: text('state', { enum: ['draft', 'submitted', 'accepted', 'returned'] }).notNull(),
    action: text('action', { enum: ['save', 'submit', 'accept', 'return'] }).notNull(),
    reason: text('reason').notNull(),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as').notNull(),
    /** The plan as it stood then; areas in square metres. */
    plan: json<OpeningPlan>('plan').notNull(),
  },
  (version) => [primaryKey({ columns: [version.region, version.year, version.number] })],
);
