import { z } from 'zod';
import { tableTypes } from '../http/content-types.ts';
import { fileEndpoint, roles } from '../http/endpoint.ts';
import { day, instant, level, origin, regionCode, year } from '../http/shapes.ts';

/** What a row gives. Amounts are in the indicator's unit; shares, completion and pace are fractions. */
export const datasetMeasures = [
  'cumulative',
  'month',
  'stock',
  'numerator',
  'denominator',
  'baseline',
  'target',
  'completion',
  'pace',
] as const;
export type DatasetMeasure = (typeof datasetMeasures)[number];

/** Only `accepted` counts. Rows of the others say what is known of a value that does not; all but `pending` have none. */
export const datasetStatuses = [
  'accepted',
  'pending',
  'missing',
  'not-applicable',
  'not-yet-known',
  'not-owed',
] as const;
export type DatasetStatus = (typeof datasetStatuses)[number];

/** A row of the dataset: one measure of a region, an indicator and a month. Named as databases name columns. */
export const datasetRow = z.object({
  region: z.string(),
  region_zh: z.string(),
  region_en: z.string(),
  indicator: z.string(),
  indicator_zh: z.string(),
  indicator_en: z.string(),
  kind: z.enum(['flow', 'ratio', 'stock']),
  year: z.number().int(),
  month: z.number().int(),
  as_of: z.string().nullable(),
  measure: z.enum(datasetMeasures),
  value: z.number().nullable(),
  unit_zh: z.string(),
  unit_en: z.string(),
  base_value: z.number().int().nullable(),
  base_per_unit: z.number().int().nullable(),
  status: z.enum(datasetStatuses),
  level: level.nullable(),
  origin: origin.nullable(),
  version: z.number().int().nullable(),
  accepted_at: instant.nullable(),
});
export type DatasetRow = z.infer<typeof datasetRow>;

export const datasetFormats = ['csv', 'xlsx', 'json'] as const;
export type DatasetFormat = (typeof datasetFormats)[number];

/** Content types of the formats. */
export const datasetTypes = { ...tableTypes, json: 'application/json' } as const;

/** What is left out does not limit. `known` is a day: the dataset as it was known at its end. */
const query = z.strictObject({
  format: z.enum(datasetFormats),
  year: year.optional(),
  region: regionCode.optional(),
  indicator: z.string().min(1).max(64).optional(),
  measure: z.enum(datasetMeasures).optional(),
  status: z.enum(datasetStatuses).optional(),
  known: day.optional(),
  /** Heads and codes in words for people to read; left out, as programs read them. JSON is always for programs. */
  language: z.enum(['zh', 'en']).optional(),
});
export type DatasetQuery = z.infer<typeof query>;

const file = { query, contentTypes: Object.values(datasetTypes), json: z.array(datasetRow) };

export const dataset = fileEndpoint({
  name: 'dataset',
  path: '/api/dataset',
  summary:
    'All figures, targets, completions and levels in long format, with what waits as far as the caller may see it. A bureau gets its own city',
  access: roles,
  ...file,
});

export const openDataset = fileEndpoint({
  name: 'openDataset',
  path: '/api/open/dataset',
  summary: 'The dataset for a program: what the token reads, of accepted figures alone',
  access: 'token',
  ...file,
});

export const openDatasetAt = fileEndpoint({
  name: 'openDatasetAt',
  path: '/api/open/:token/dataset',
  summary: 'The same for a program that knows addresses alone, with a token that was made to stand in one',
  access: 'token',
  params: z.strictObject({ token: z.string().min(1).max(100) }),
  ...file,
});
