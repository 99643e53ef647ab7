/** Pace curves that the office wrote, from when they judge, and cities' own node plans. All of it is added and never changed. */
import { integer, json, primaryKey, table, text } from '#db/dialect';
import { accounts } from './accounts.ts';
import type { Author } from './author.ts';
import { indicators, regions } from './reference.ts';

/** Each version of a curve of the office's own. It judges nobody before an indicator is given it. Sealed. */
export const curveVersions = table(
  'curve_version',
  {
    code: text('code').notNull(),
    /** 1 for the first, then rising. */
    number: integer('number').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    points: json<readonly number[]>('points').notNull(),
    source: text('source').notNull(),
    sourceEn: text('source_en').notNull(),
    reason: text('reason').notNull(),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    at: text('at').notNull(),
  },
  (version) => [primaryKey({ columns: [version.code, version.number] })],
);

/** By which curve an indicator is judged from a month on, or that this was withdrawn before its month came. Sealed. */
export const curveAssignments = table(
  'curve_assignment',
  {
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.code),
    /** 1 for the first, then rising. */
    number: integer('number').notNull(),
    action: text('action', { enum: ['assign', 'withdraw'] }).notNull(),
    /** The number of the assignment that is withdrawn; null where one is made. */
    withdraws: integer('withdraws'),
    curve: text('curve').notNull(),
    /** The version of the office's curve; 0 for one that came with the program. */
    curveVersion: integer('curve_version').notNull(),
    effectiveYear: integer('effective_year').notNull(),
    effectiveMonth: integer('effective_month').notNull(),
    reason: text('reason').notNull(),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    at: text('at').notNull(),
  },
  (assignment) => [primaryKey({ columns: [assignment.indicator, assignment.number] })],
);

/** Each state of a city's node plan of a year on an indicator, as a command left it. Sealed. */
export const nodePlanVersions = table(
  'node_plan_version',
  {
    region: text('region')
      .notNull()
      .references(() => regions.code),
    year: integer('year').notNull(),
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.code),
    /** 1 for the first, then rising. */
    number: integer('number').notNull(),
    state: text('state', { enum: ['submitted', 'approved', 'returned', 'withdrawn'] }).notNull(),
    action: text('action', { enum: ['submit', 'approve', 'return', 'withdraw'] }).notNull(),
    points: json<readonly number[]>('points').notNull(),
    /** The month of the year from which an approved plan judges; null where none was approved. */
    effectiveMonth: integer('effective_month'),
    reason: text('reason').notNull(),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as').notNull(),
  },
  (version) => [primaryKey({ columns: [version.region, version.year, version.indicator, version.number] })],
);
