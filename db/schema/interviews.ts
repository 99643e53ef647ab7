/** Interviews, their requirements and checklists. */
import { foreignKey, integer, json, primaryKey, table, text, uniqueIndex } from '#db/dialect';
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
