import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual } from '../http/shapes.ts';
import { kinds } from '../measures/vocabulary.ts';

export const indicator = z.object({
  code: z.string(),
  kind: z.enum(kinds),
  name: bilingual,
  short: bilingual,
  unit: bilingual,
  /** Base units in one unit: 10 000 m² in 万㎡. */
  scale: z.number().int(),
  decimals: z.number().int(),
  core: z.boolean(),
  /** Whether a month cannot be sent without it. */
  required: z.boolean(),
  /** The first month that cannot be sent without it, `yyyy-mm`; null for all where it is required. */
  requiredFrom: z.string().nullable(),
  /** The first month in which it is not asked for any more, `yyyy-mm`; null where it is in use. */
  retiredFrom: z.string().nullable(),
  partOf: z.string().nullable(),
  numeratorFrom: z.string().nullable(),
  curve: z.object({ code: z.string(), name: bilingual, points: z.array(z.number()), source: bilingual }),
  definition: bilingual,
});
export type Indicator = z.infer<typeof indicator>;

export const listIndicators = endpoint({
  name: 'listIndicators',
  method: 'GET',
  path: '/api/indicators',
  summary: 'The indicators, their units, pace curves and definitions',
  access: roles,
  reply: z.array(indicator),
});
