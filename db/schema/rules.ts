/** By which conditions a figure is judged, from which month on. */
import { integer, json, primaryKey, table, text } from '#db/dialect';
import type { Rule } from '#api/measures/vocabulary.ts';
import { accounts } from './accounts.ts';
import type { Author } from './author.ts';

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
    /** The same in English; null where it was given in one language. */
    sourceEn: text('source_en'),
    /** Why it was put in force; null where it came with the program. */
    reason: text('reason'),
    author: text('author').references(() => accounts.id),
    authoredAs: json<Author>('authored_as').notNull(),
    effectiveYear: integer('effective_year').notNull(),
    effectiveMonth: integer('effective_month').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (rule) => [primaryKey({ columns: [rule.id, rule.version] })],
);
