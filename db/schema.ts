/**
 * Every table, once, for both engines. Amounts are integers in an indicator's base unit;
 * instants are ISO 8601 text in UTC; days are yyyy-mm-dd text in Asia/Shanghai.
 */
import { flag, foreignKey, index, integer, json, primaryKey, quantity, table, text, uniqueIndex } from '#db/dialect';
import type { Rule } from '#api/measures/vocabulary.ts';

/** Who did something, as they were called at that moment: the account's name and the title of its office. */
export interface Author {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Counters that only rise: of changes that could change a standing, and of all changes. */
export const revisions = table('revision', {
  id: text('id').primaryKey(),
  number: integer('number').notNull(),
});

export const settings = table('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

export const regions = table('region', {
  code: text('code').primaryKey(),
  parent: text('parent'),
  kind: text('kind', { enum: ['province', 'city', 'zone'] }).notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  shortZh: text('short_zh').notNull(),
  tileRow: integer('tile_row'),
  tileColumn: integer('tile_column'),
  position: integer('position').notNull(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
});

export const curves = table('curve', {
  code: text('code').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  points: json<readonly number[]>('points').notNull(),
  source: text('source').notNull(),
});

export const indicators = table('indicator', {
  code: text('code').primaryKey(),
  kind: text('kind', { enum: ['flow', 'ratio', 'stock'] }).notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  shortZh: text('short_zh').notNull(),
  shortEn: text('short_en').notNull(),
  unitZh: text('unit_zh').notNull(),
  unitEn: text('unit_en').notNull(),
  /** Base units in one displayed unit: 10 000 for 万㎡, 1 for 项. */
  scale: integer('scale').notNull(),
  decimals: integer('decimals').notNull(),
  core: flag('core').notNull(),
  /** This indicator's figure is a part of that indicator's and cannot exceed it. */
  partOf: text('part_of'),
  /** A ratio whose numerator is the figure of that indicator, so that nobody types it twice. */
  numeratorFrom: text('numerator_from'),
  curve: text('curve')
    .notNull()
    .references(() => curves.code),
  definitionZh: text('definition_zh').notNull(),
  definitionEn: text('definition_en').notNull(),
  position: integer('position').notNull(),
});

export const accounts = table(
  'account',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    role: text('role', { enum: ['official', 'bureau', 'leader', 'administrator'] }).notNull(),
    region: text('region').references(() => regions.code),
    passwordHash: text('password_hash').notNull(),
    mustChangePassword: flag('must_change_password').notNull(),
    /** A one-time secret is refused after this instant; null for a password its holder chose. */
    passwordExpiresAt: text('password_expires_at'),
    disabled: flag('disabled').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (account) => [uniqueIndex('account_name').on(account.name)],
);

export const sessions = table(
  'session',
  {
    /** SHA-256 of the cookie's random value; the value itself is never stored. */
    tokenHash: text('token_hash').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    address: text('address').notNull(),
    /** Browser and system in words; null where the program said nothing known. */
    device: text('device'),
  },
  (session) => [index('session_account').on(session.account)],
);

/** Failed sign-ins of an account from one source (`address:…`, `device:…`), and from all strangers together (`strangers`). */
export const signInFailures = table(
  'sign_in_failure',
  {
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    source: text('source').notNull(),
    failures: integer('failures').notNull(),
    /** When the first of these failed. */
    since: text('since'),
    /** How many locks followed each other; each lasts longer than the one before. */
    locks: integer('locks').notNull(),
    lockedUntil: text('locked_until'),
    lastFailedAt: text('last_failed_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.account, row.source] })],
);

/** Where an account has signed in from: an address, or the hash of a device's cookie. */
export const knownSources = table(
  'known_source',
  {
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    source: text('source').notNull(),
    lastSignedInAt: text('last_signed_in_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.account, row.source] })],
);

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
    origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
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
    state: text('state', { enum: ['draft', 'submitted', 'returned', 'accepted'] }).notNull(),
    asOf: text('as_of').notNull(),
    note: text('note').notNull(),
    /** Why the bureau's figures would be watch or behind, and what it does about it. */
    cause: text('cause').notNull(),
    remedies: text('remedies').notNull(),
    savedBy: text('saved_by').references(() => accounts.id),
    savedAs: json<Author>('saved_as').notNull(),
    savedAt: text('saved_at').notNull(),
    submittedBy: text('submitted_by').references(() => accounts.id),
    submittedAs: json<Author>('submitted_as'),
    submittedAt: text('submitted_at'),
    decidedBy: text('decided_by').references(() => accounts.id),
    decidedAs: json<Author>('decided_as'),
    decidedAt: text('decided_at'),
    returnReason: text('return_reason'),
  },
  (version) => [
    uniqueIndex('submission_version_number').on(version.region, version.year, version.month, version.number),
    index('submission_version_state').on(version.state, version.year, version.region),
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
    value: quantity('value').notNull(),
    denominator: quantity('denominator'),
    origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
    source: text('source'),
  },
  (figure) => [primaryKey({ columns: [figure.submissionVersion, figure.indicator] })],
);

/** A rule in force from a month on; earlier months keep the rule they were judged by. */
export const rules = table(
  'rule',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    conditions: json<Rule['conditions']>('conditions').notNull(),
    source: text('source').notNull(),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    effectiveYear: integer('effective_year').notNull(),
    effectiveMonth: integer('effective_month').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (rule) => [primaryKey({ columns: [rule.id, rule.version] })],
);

export const interviews = table('interview', {
  id: text('id').primaryKey(),
  heldOn: text('held_on').notNull(),
  titleZh: text('title_zh').notNull(),
  titleEn: text('title_en').notNull(),
  noticeZh: text('notice_zh').notNull(),
  noticeEn: text('notice_en').notNull(),
  origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
  source: text('source'),
});

/** The demands an interview can make: three requirements, and the items that make each of them checkable. */
export const requirements = table('requirement', {
  key: text('key').primaryKey(),
  titleZh: text('title_zh').notNull(),
  titleEn: text('title_en').notNull(),
  position: integer('position').notNull(),
});

export const requirementItems = table('requirement_item', {
  key: text('key').primaryKey(),
  requirement: text('requirement')
    .notNull()
    .references(() => requirements.key),
  titleZh: text('title_zh').notNull(),
  titleEn: text('title_en').notNull(),
  /** What in the system's own data speaks to this item, where anything does. */
  checkedBy: text('checked_by', { enum: ['person', 'back-plan', 'standing', 'projects', 'next-targets'] }).notNull(),
  position: integer('position').notNull(),
});

/** One item of one city after one interview. Its history is in checklist_event; `version` guards against overwriting. */
export const checklistItems = table(
  'checklist_item',
  {
    interview: text('interview')
      .notNull()
      .references(() => interviews.id),
    region: text('region')
      .notNull()
      .references(() => regions.code),
    item: text('item')
      .notNull()
      .references(() => requirementItems.key),
    state: text('state', { enum: ['open', 'reported', 'verified', 'returned'] }).notNull(),
    owner: text('owner').notNull(),
    dueOn: text('due_on').notNull(),
    version: integer('version').notNull(),
    origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
  },
  (item) => [primaryKey({ columns: [item.interview, item.region, item.item] })],
);

export const checklistEvents = table(
  'checklist_event',
  {
    id: text('id').primaryKey(),
    interview: text('interview').notNull(),
    region: text('region').notNull(),
    item: text('item').notNull(),
    sequence: integer('sequence').notNull(),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as').notNull(),
    action: text('action', { enum: ['report', 'verify', 'return'] }).notNull(),
    note: text('note').notNull(),
    origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
  },
  (event) => [
    uniqueIndex('checklist_event_sequence').on(event.interview, event.region, event.item, event.sequence),
    foreignKey({
      name: 'checklist_event_item',
      columns: [event.interview, event.region, event.item],
      foreignColumns: [checklistItems.interview, checklistItems.region, checklistItems.item],
    }),
  ],
);

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
