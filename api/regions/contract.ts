import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual } from '../http/shapes.ts';

export const region = z.object({
  code: z.string(),
  kind: z.enum(['nation', 'province', 'city', 'county', 'zone']),
  name: bilingual,
  /** The short form that tables and tiles use: 温州, Wenzhou. */
  short: bilingual,
  parent: z.string().nullable(),
  tile: z.object({ row: z.number().int(), column: z.number().int() }).nullable(),
});
export type Region = z.infer<typeof region>;

export const listRegions = endpoint({
  name: 'listRegions',
  method: 'GET',
  path: '/api/regions',
  summary: 'The province, its cities and functional zones',
  access: roles,
  reply: z.array(region),
});
