/** What figures are about: regions, pace curves, indicators. */
import { flag, integer, json, table, text } from '#db/dialect';

export const regions = table('region', {
  code: text('code').primaryKey(),
  parent: text('parent'),
  kind: text('kind', { enum: ['nation', 'province', 'city', 'county', 'zone'] }).notNull(),
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
  /** The same in English; null where it was given in one language. */
  sourceEn: text('source_en'),
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
  /** Whether a month cannot be sent without it. */
  required: flag('required').notNull().default(false),
  /** The first month that cannot be sent without it, `yyyy-mm`; null for all where it is required. */
  requiredFrom: text('required_from'),
  /** The first month in which it is not asked for any more, `yyyy-mm`. */
  retiredFrom: text('retired_from'),
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
