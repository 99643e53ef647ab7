/** Months as they were reported. */
import { flag, foreignKey, index, integer, json, primaryKey, quantity, table, text, uniqueIndex } from '#db/dialect';
import type { Author } from './author.ts';
import { indicators, regions } from './reference.ts';
import { accounts } from './accounts.ts';

/** One region's month: only the counter that guards against overwriting. Its state is that of its newest version. */
export const submissions = table(
  'submission',
  {
    region: text('region')
      .notNull()
      .references(() => regions.code),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    /** Rises with every change; what the bureau's `If-Match` names. */
    version: integer('version').notNull(),
    /** Rises with what is sent and decided, never with a draft; what everybody else's `If-Match` names. */
    sentVersion: integer('sent_version').notNull().default(0),
  },
  (submission) => [primaryKey({ columns: [submission.region, submission.year, submission.month] })],
);

/**
 * What an official entered for cities: from a file, or one month by hand. Its figures are versions that another official
 * accepts, as a bureau's are. Nothing is updated: what became of it is the state of its versions.
 */
export const loads = table('load', {
  id: text('id').primaryKey(),
  /** What its sender calls the file; null where the figures were typed. */
  fileName: text('file_name'),
  reason: text('reason').notNull(),
  loadedBy: text('loaded_by').references(() => accounts.id),
  loadedAs: json<Author>('loaded_as').notNull(),
  loadedAt: text('loaded_at').notNull(),
});

/** What was sent, each time it was sent. Only a draft may change; the rest is history. */
export const submissionVersions = table(
  'submission_version',
  {
    id: text('id').primaryKey(),
    region: text('region').notNull(),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    number: integer('number').notNull(),
    kind: text('kind', { enum: ['submission', 'correction'] }).notNull(),
    state: text('state', { enum: ['draft', 'submitted', 'withdrawn', 'returned', 'accepted', 'revoked'] }).notNull(),
    asOf: text('as_of').notNull(),
    note: text('note').notNull(),
    /** Why the bureau's figures would be watch or behind, and what it does about it. */
    cause: text('cause').notNull(),
    remedies: text('remedies').notNull(),
    /** By indicator, what was answered in the place of a figure; null where each has one or was left out. */
    absences: json<Readonly<Record<string, 'not-applicable' | 'not-yet-known'>>>('absences'),
    /** By indicator, a word on its figure or on its absence; null where nothing was said. */
    words: json<Readonly<Record<string, string>>>('words'),
    /** The file that its figures were first saved from, and whether they were changed by hand since; null where all were typed. */
    sourceFile: json<{ readonly name: string; readonly isChanged: boolean }>('source_file'),
    savedBy: text('saved_by').references(() => accounts.id),
    savedAs: json<Author>('saved_as').notNull(),
    savedAt: text('saved_at').notNull(),
    submittedBy: text('submitted_by').references(() => accounts.id),
    submittedAs: json<Author>('submitted_as'),
    submittedAt: text('submitted_at'),
    /** The last day on which it was in time, as that stood when it was sent; null for drafts and for what was sent before this was kept. */
    dueOn: text('due_on'),
    /** Who accepted or returned it, or took it back. */
    decidedBy: text('decided_by').references(() => accounts.id),
    decidedAs: json<Author>('decided_as'),
    decidedAt: text('decided_at'),
    returnReason: text('return_reason'),
    /** Where the department entered it in its bureau's place; null where the bureau reported it. */
    load: text('load').references(() => loads.id),
    /** Whether what the department entered left out a figure that must be reported: it ends no month. Null where it did not. */
    partial: flag('partial'),
    /** Who took its acceptance back; who accepted it stays beside it, because it counted until then. */
    revokedBy: text('revoked_by').references(() => accounts.id),
    revokedAs: json<Author>('revoked_as'),
    revokedAt: text('revoked_at'),
    revokeReason: text('revoke_reason'),
    /** Of a correction that was sent with that of an earlier month of the year: that one's month and number. */
    packageMonth: integer('package_month'),
    packageNumber: integer('package_number'),
  },
  (version) => [
    uniqueIndex('submission_version_number').on(version.region, version.year, version.month, version.number),
    // The month too, so that which months are accepted is read from the index alone: 8 ms of a nation's three years, else 75.
    index('submission_version_state').on(version.state, version.year, version.region, version.month),
    index('submission_version_load').on(version.load),
    index('submission_version_decided').on(version.decidedBy, version.decidedAt),
    foreignKey({
      name: 'submission_version_submission',
      columns: [version.region, version.year, version.month],
      foreignColumns: [submissions.region, submissions.year, submissions.month],
    }),
  ],
);

export const figures = table(
  'figure',
  {
    submissionVersion: text('submission_version')
      .notNull()
      .references(() => submissionVersions.id),
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.code),
    /** Cumulative (flow), level (stock) or numerator (ratio), in base units. */
    cumulative: quantity('cumulative').notNull(),
    denominator: quantity('denominator'),
    origin: text('origin', { enum: ['published', 'derived', 'invented', 'reported'] }).notNull(),
    source: text('source'),
  },
  (figure) => [primaryKey({ columns: [figure.submissionVersion, figure.indicator] })],
);

/** What the department asks about a figure of a month (批注) and what its bureau answers. Added and never changed. */
export const figureComments = table(
  'figure_comment',
  {
    id: text('id').primaryKey(),
    region: text('region').notNull(),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.code),
    /** 1 for the figure's first, then rising. */
    sequence: integer('sequence').notNull(),
    /** `settled`: the department has no question left. */
    kind: text('kind', { enum: ['remark', 'answer', 'settled'] }).notNull(),
    text: text('text').notNull(),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    at: text('at').notNull(),
  },
  (comment) => [
    uniqueIndex('figure_comment_sequence').on(
      comment.region,
      comment.year,
      comment.month,
      comment.indicator,
      comment.sequence,
    ),
    foreignKey({
      name: 'figure_comment_submission',
      columns: [comment.region, comment.year, comment.month],
      foreignColumns: [submissions.region, submissions.year, submissions.month],
    }),
  ],
);
