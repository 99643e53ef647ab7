/** What is asked of a region: annual targets, and by when it reports. */
import { integer, json, quantity, table, text, uniqueIndex } from '#db/dialect';
import type { Author } from './author.ts';
import { indicators, regions } from './reference.ts';
import { accounts } from './accounts.ts';

/** The ledger of annual targets: nothing is updated, the newest change in force at a month counts. */
export const targetChanges = table(
  'target_change',
  {
    id: text('id').primaryKey(),
    region: text('region')
      .notNull()
      .references(() => regions.code),
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.code),
    year: integer('year').notNull(),
    /** 1 for the year's first target, then rising. */
    sequence: integer('sequence').notNull(),
    /** Base units; a ratio's share in ten-thousandths. */
    amount: quantity('amount').notNull(),
    /** The first month that is judged by this target. */
    effectiveMonth: integer('effective_month').notNull(),
    documentNumber: text('document_number').notNull(),
    reason: text('reason').notNull(),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    decidedAt: text('decided_at').notNull(),
    origin: text('origin', { enum: ['published', 'derived', 'invented', 'reported'] }).notNull(),
    source: text('source'),
  },
  (change) => [uniqueIndex('target_change_sequence').on(change.region, change.indicator, change.year, change.sequence)],
);

/**
 * What the office decided on a month's deadline: nothing is updated, the newest decision for all cities counts, and the
 * newest exception of a city beside it. Where it decided nothing, the usual day counts.
 */
export const reportingDeadlines = table(
  'reporting_deadline',
  {
    id: text('id').primaryKey(),
    /** The month that is reported, not the one that the days lie in. */
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    /** 1 for the month's first decision, then rising, exceptions counted with the others. */
    sequence: integer('sequence').notNull(),
    /** The city that an exception is made for; null where it holds for all of them. */
    region: text('region').references(() => regions.code),
    /** The last day on which a report is in time. */
    onTimeDay: text('on_time_day').notNull(),
    /** The last day on which bureaus can report at all; null where they always can. */
    closesOn: text('closes_on'),
    reason: text('reason').notNull(),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    decidedAt: text('decided_at').notNull(),
  },
  (deadline) => [uniqueIndex('reporting_deadline_sequence').on(deadline.year, deadline.month, deadline.sequence)],
);
