/** Interviews, their requirements and checklists. */
import { flag, foreignKey, integer, json, primaryKey, table, text, uniqueIndex } from '#db/dialect';
import type { LadderStep } from '#api/escalations/contract.ts';
import type { EventDetail, InterviewDetails, TemplateRequirement } from '#api/interviews/contract.ts';
import type { ItemAction } from '#api/interviews/item-contract.ts';
import type { Author } from './author.ts';
import { regions } from './reference.ts';
import { accounts } from './accounts.ts';

export const interviews = table('interview', {
  id: text('id').primaryKey(),
  heldOn: text('held_on').notNull(),
  titleZh: text('title_zh').notNull(),
  titleEn: text('title_en').notNull(),
  noticeZh: text('notice_zh').notNull(),
  noticeEn: text('notice_en').notNull(),
  origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
  source: text('source'),
  state: text('state', { enum: ['planned', 'called', 'held', 'closed', 'cancelled'] })
    .notNull()
    .default('held'),
  /** Guards against overwriting, and is the number of the newest row in interview_version. */
  version: integer('version').notNull().default(1),
  /** Null for one from before an office could call in anybody itself: it has the program's requirements and no more. */
  details: json<InterviewDetails>('details'),
});

/** Each state of an interview as it was left by a command. Sealed: a version is added and never changed. */
export const interviewVersions = table(
  'interview_version',
  {
    interview: text('interview')
      .notNull()
      .references(() => interviews.id),
    number: integer('number').notNull(),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as').notNull(),
    action: text('action', {
      enum: ['create', 'edit', 'call', 'hold', 'close', 'cancel', 'acknowledge', 'state'],
    }).notNull(),
    reason: text('reason').notNull(),
    /** The interview as it stood then. */
    heldOn: text('held_on').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    noticeZh: text('notice_zh').notNull(),
    noticeEn: text('notice_en').notNull(),
    details: json<InterviewDetails>('details').notNull(),
    origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
  },
  (version) => [primaryKey({ columns: [version.interview, version.number] })],
);

/** Requirements and ladders of the office's own, as data: each version is added and never changed. */
export const interviewTemplates = table(
  'interview_template',
  {
    kind: text('kind', { enum: ['requirements', 'ladder'] }).notNull(),
    version: integer('version').notNull(),
    at: text('at').notNull(),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    reason: text('reason').notNull(),
    requirements: json<readonly TemplateRequirement[]>('requirements'),
    ladder: json<readonly LadderStep[]>('ladder'),
  },
  (template) => [primaryKey({ columns: [template.kind, template.version] })],
);

/** A step of the ladder that an official took towards a city. Added and never changed. */
export const escalations = table('escalation', {
  id: text('id').primaryKey(),
  region: text('region')
    .notNull()
    .references(() => regions.code),
  step: text('step').notNull(),
  /** The step's name at that time, because a ladder may be rewritten. */
  stepZh: text('step_zh').notNull(),
  stepEn: text('step_en').notNull(),
  takenOn: text('taken_on').notNull(),
  documentNumber: text('document_number').notNull(),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
  author: text('author').references(() => accounts.id),
  authoredAs: json<Author>('authored_as').notNull(),
  origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
});

/** The demands that the program comes with: three requirements, and the items that make each of them checkable. */
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
  /** The office of a bureau that usually owes it. */
  owner: text('owner').notNull().default(''),
  /** How many days after the meeting it is due where nobody says otherwise. */
  dueAfterDays: integer('due_after_days').notNull().default(30),
  /** Whether it can be reported only with a file attached. */
  evidence: flag('evidence').notNull().default(true),
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
    /** A key of its interview's own requirements. */
    item: text('item').notNull(),
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
    action: text('action').$type<ItemAction>().notNull(),
    note: text('note').notNull(),
    origin: text('origin', { enum: ['published', 'invented', 'reported'] }).notNull(),
    /** What changed beside the state: days, owner, or what the data said; null where nothing did. */
    detail: json<EventDetail>('detail'),
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
