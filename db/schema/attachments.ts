/** Files that belong to an interview, to an item of its checklist or to a project; their content lies beside the database. */
import { foreignKey, index, integer, json, table, text } from '#db/dialect';
import type { Author } from './author.ts';
import { accounts } from './accounts.ts';
import { checklistItems, interviews } from './interviews.ts';
import { projects } from './projects.ts';

export const attachments = table(
  'attachment',
  {
    /** Random; also the name of the file. */
    id: text('id').primaryKey(),
    /** Null for a file of a project. */
    interview: text('interview').references(() => interviews.id),
    /** The city, with its item or its project; null for a file of the interview itself. */
    region: text('region'),
    item: text('item'),
    project: text('project').references(() => projects.id),
    /** What its sender called it; nothing on the disk is named so. */
    name: text('name').notNull(),
    contentType: text('content_type').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    attachedAt: text('attached_at').notNull(),
    attachedBy: text('attached_by').references(() => accounts.id),
    attachedAs: json<Author>('attached_as').notNull(),
    /** Whether a city's bureau attached it, or the department. */
    attachedFor: text('attached_for', { enum: ['bureau', 'official'] }).notNull(),
    /** The row stays when the file was taken back; its content is cleared away some time later. */
    removedAt: text('removed_at'),
    removedBy: text('removed_by').references(() => accounts.id),
    removedAs: json<Author>('removed_as'),
    removalReason: text('removal_reason'),
  },
  (attachment) => [
    index('attachment_of').on(attachment.interview, attachment.region, attachment.item),
    index('attachment_project').on(attachment.project),
    foreignKey({
      name: 'attachment_item',
      columns: [attachment.interview, attachment.region, attachment.item],
      foreignColumns: [checklistItems.interview, checklistItems.region, checklistItems.item],
    }),
  ],
);
