/** What belongs to the office as a whole: counters, settings, jobs of the system. */
import { integer, table, text } from '#db/dialect';
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
