/** Regions from a file: how an office gets its tree, and how the tree changes from a day on. */
import { z } from 'zod';
import { uploadEndpoint } from '../http/endpoint.ts';
import { bilingual } from '../http/shapes.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A nation's 3,200 regions are 200 KB. */
export const largestRegionTable = 2 ** 20;
const file = { accepts: [xlsx, 'text/csv'] as const, maxBytes: largestRegionTable };

const fault = z.object({ row: z.number().int(), value: z.string(), code: z.string(), detail: bilingual });
export type RegionFault = z.infer<typeof fault>;

export const regionTablePreview = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** The first of them that are new or other. */
  lines: z.array(
    z.object({
      region: z.string(),
      parent: z.string().nullable(),
      name: bilingual,
      state: z.enum(['added', 'changed']),
    }),
  ),
  /** The first of them; with any of them nothing is written. */
  faults: z.array(fault),
});
export type RegionTablePreview = z.infer<typeof regionTablePreview>;

export const previewRegions = uploadEndpoint({
  name: 'previewRegions',
  method: 'POST',
  path: '/api/regions/table/preview',
  summary:
    'What a table of regions (code, parent code, name, English name, valid from, valid to) would add and change, or what must be mended; nothing is written',
  access: ['administrator'],
  ...file,
  accepts: [...file.accepts],
  reply: regionTablePreview,
});

export const importRegions = uploadEndpoint({
  name: 'importRegions',
  method: 'POST',
  path: '/api/regions/table',
  summary:
    'Add and change the regions of a table, all or none; a region that is not in it stays, one ends by its last day. Regions that reported a month stay those that report it',
  access: ['administrator'],
  ...file,
  accepts: [...file.accepts],
  reply: regionTablePreview,
});
