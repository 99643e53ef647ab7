/** Back-scheduled plans of cities. */
import { integer, json, primaryKey, table, text } from '#db/dialect';
import type { BackPlan } from '#api/back-plans/contract.ts';
import { accounts } from './accounts.ts';
import type { Author } from './author.ts';
import { indicators, regions } from './reference.ts';

/** Each state of a plan as a command left it; the newest approved one is in force. Sealed: a version is added and never changed. */
export const backPlanVersions = table(
  'back_plan_version',
  {
    region: text('region')
      .notNull()
      .references(() => regions.code),
    /** The year whose target the plan leads to. */
    year: integer('year').notNull(),
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.code),
    /** 1 for the first, then rising. */
    number: integer('number').notNull(),
    state: text('state', { enum: ['draft', 'submitted', 'approved', 'returned'] }).notNull(),
    action: text('action', { enum: ['save', 'submit', 'approve', 'return'] }).notNull(),
    /** Why it was returned or, saved after an approval, why it is planned anew. */
    reason: text('reason').notNull(),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as').notNull(),
    /** The plan as it stood then; amounts in base units. */
    plan: json<BackPlan>('plan').notNull(),
  },
  (version) => [primaryKey({ columns: [version.region, version.year, version.indicator, version.number] })],
);
