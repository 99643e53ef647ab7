/** What belongs to the office as a whole: counters, settings, jobs of the system. */
import { integer, json, table, text, uniqueIndex } from '#db/dialect';
import { accounts } from './accounts.ts';
import type { Author } from './author.ts';
import { regions } from './reference.ts';

/** Counters that only rise; `revisions.ts` has what each counts. */
export const revisions = table('revision', {
  id: text('id').primaryKey(),
  number: integer('number').notNull(),
});

/**
 * What each of the newest changes of standings touched, by the number that `standings` had after it. One that is not here
 * may have touched anything.
 */
export const standingChanges = table('standing_change', {
  number: integer('number').primaryKey(),
  region: text('region')
    .notNull()
    .references(() => regions.code),
  year: integer('year').notNull(),
});

export const settings = table('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/**
 * What the office decided on its own work, by subject: how a year is reported, a year's holidays, from which month on it
 * reports, when no mail goes out. Nothing is updated: of a subject the newest decision counts.
 */
export const officeDecisions = table(
  'office_decision',
  {
    id: text('id').primaryKey(),
    /** `reporting-year/2020`, `holidays/2020`, `start-month`, `quiet-time`. */
    subject: text('subject').notNull(),
    /** 1 for the subject's first decision, then rising. */
    sequence: integer('sequence').notNull(),
    /** Read through the schema of its subject; never null, which JSON would make no value at all. */
    value: json<unknown>('value').notNull(),
    reason: text('reason').notNull(),
    /** Null where the program brought it. */
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    decidedAt: text('decided_at').notNull(),
  },
  (decision) => [uniqueIndex('office_decision_sequence').on(decision.subject, decision.sequence)],
);

/** What the system does by itself: when next, who is at it, and how it went. */
export const jobs = table('job', {
  name: text('name').primaryKey(),
  nextRunAt: text('next_run_at').notNull(),
  /** The process that is at it, and until when the others leave it alone; null where nobody is. */
  leaseOwner: text('lease_owner'),
  leaseUntil: text('lease_until'),
  /** Failures since it last succeeded. */
  attempts: integer('attempts').notNull(),
  /** When it last ended and how; null before it first did. */
  lastEndedAt: text('last_ended_at'),
  lastOutcome: text('last_outcome', { enum: ['done', 'failed'] }),
  /** Of the last failure, for an administrator alone; null after a success. */
  lastError: text('last_error'),
});
