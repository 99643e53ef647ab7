/**
 * Every table, once, for both engines. Amounts are integers in an indicator's base unit;
 * instants are ISO 8601 text in UTC; days are yyyy-mm-dd text in Asia/Shanghai.
 */
import { flag, foreignKey, index, integer, json, primaryKey, quantity, table, text, uniqueIndex } from '#db/dialect';
import type { Rule } from '#api/measures/vocabulary.ts';

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
  'person',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    role: text('role', { enum: ['official', 'bureau', 'leader', 'administrator'] }).notNull(),
    region: text('region').references(() => regions.code),
    passwordHash: text('password_hash').notNull(),
    mustChangePassword: flag('must_change_password').notNull(),
    /** A one-time secret is refused after this instant; null for a password the person chose. */
    passwordExpiresAt: text('password_expires_at'),
    disabled: flag('disabled').notNull(),
    failedSignIns: integer('failed_sign_ins').notNull(),
    firstFailedAt: text('first_failed_at'),
    lockedUntil: text('locked_until'),
    createdAt: text('created_at').notNull(),
  },
  (person) => [uniqueIndex('person_name').on(person.name)],
);

export const sessions = table(
  'session',
  {
    /** SHA-256 of the cookie's random value; the value itself is never stored. */
    tokenHash: text('token_hash').primaryKey(),
    person: text('person')
      .notNull()
      .references(() => accounts.id),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    address: text('address').notNull(),
    /** Browser and system in words; null where the program said nothing known. */
    device: text('device'),
  },
  (session) => [index('session_person').on(session.person)],
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
    author: text('author').notNull(),
    decidedAt: text('decided_at').notNull(),
    origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
    source: text('source'),
  },
  (change) => [uniqueIndex('target_change_sequence').on(change.region, change.indicator, change.year, change.sequence)],
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
    /** Rises with every change; what `If-Match` names. */
    version: integer('version').notNull(),
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
    kind: text('kind', { enum: ['report', 'correction'] }).notNull(),
    state: text('state', { enum: ['draft', 'submitted', 'returned', 'accepted'] }).notNull(),
    asOf: text('as_of').notNull(),
    note: text('note').notNull(),
    /** Why the bureau's figures would be watch or behind, and what it does about it. */
    cause: text('cause').notNull(),
    measures: text('measures').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: text('saved_at').notNull(),
    submittedBy: text('submitted_by'),
    submittedAt: text('submitted_at'),
    decidedBy: text('decided_by'),
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
    author: text('author').notNull(),
    effectiveYear: integer('effective_year').notNull(),
    effectiveMonth: integer('effective_month').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (rule) => [primaryKey({ columns: [rule.id, rule.version] })],
);

export const interviews = table('meeting', {
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
    interview: text('meeting')
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
    interview: text('meeting').notNull(),
    region: text('region').notNull(),
    item: text('item').notNull(),
    sequence: integer('sequence').notNull(),
    at: text('at').notNull(),
    person: text('person').notNull(),
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
  'audit_entry',
  {
    id: text('id').primaryKey(),
    at: text('at').notNull(),
    person: text('person'),
    role: text('role'),
    address: text('address').notNull(),
    action: text('action').notNull(),
    object: text('object').notNull(),
    outcome: text('outcome', { enum: ['done', 'refused'] }).notNull(),
    detail: json<Readonly<Record<string, unknown>>>('detail').notNull(),
    requestId: text('request_id').notNull(),
  },
  // Everything that the trail is filtered by lies in the index, so that a rare event is found without reading every row.
  (entry) => [index('audit_entry_at').on(entry.at, entry.id, entry.action, entry.outcome, entry.person, entry.object)],
);

/** The answer already given for a key, so that the same command sent twice counts once. */
export const idempotencyKeys = table(
  'idempotency_key',
  {
    person: text('person')
      .notNull()
      .references(() => accounts.id),
    key: text('key').notNull(),
    endpoint: text('endpoint').notNull(),
    requestHash: text('request_hash').notNull(),
    reply: text('reply').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.person, row.key] })],
);
