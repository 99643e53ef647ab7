import { z } from 'zod';
import { fileEndpoint, uploadEndpoint } from '../http/endpoint.ts';
import { fileFault, place } from '../month-files/contract.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const bureaus = ['bureau'] as const;
const language = z.enum(['zh', 'en']);

/** Three thousand projects are 1 MB as CSV. */
export const largestLedger = 4 * 2 ** 20;

export const downloadProjectTemplate = fileEndpoint({
  name: 'downloadProjectTemplate',
  path: '/api/projects/template',
  summary: 'An empty table of projects to fill in, with what each column takes',
  access: bureaus,
  query: z.strictObject({ language }),
  contentTypes: [xlsx],
});

/** One project that a file would add or change, with the fields that differ as they would be shown. */
const projectChange = z.object({
  row: z.number().int(),
  name: z.string(),
  /** Null where it would be added. */
  project: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type ProjectChange = z.infer<typeof projectChange>;

export const projectFilePreview = z.object({
  /** What would be written, as a hash: confirming names it, so that nothing else is written than what was looked at. */
  digest: z.string(),
  encoding: z.enum(['utf-8', 'utf-16', 'gb18030']).nullable(),
  /** Sheets beside the table, which are not read. */
  otherSheets: z.array(z.string()),
  /** Rows, by what they would do. */
  counts: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    refused: z.number().int(),
  }),
  /** The first of them. */
  changes: z.array(projectChange),
  /** The first cells that are computed: the result that is shown counts. */
  formulas: z.array(place),
  /** The first cells that must be mended. */
  faults: z.array(fileFault),
  faultCount: z.number().int(),
  /** The wrong rows as a workbook, in base64, every wrong cell marked and with a note; null where nothing is wrong. */
  marked: z.string().nullable(),
});
export type ProjectFilePreview = z.infer<typeof projectFilePreview>;

export const previewProjects = uploadEndpoint({
  name: 'previewProjects',
  method: 'POST',
  path: '/api/projects/preview',
  summary:
    "What a workbook or a CSV file would add to the ledger of the bureau's city or change in it; nothing is written",
  access: bureaus,
  query: z.strictObject({ language }),
  accepts: [xlsx, 'text/csv'],
  maxBytes: largestLedger,
  reply: projectFilePreview,
});

export const importProjects = uploadEndpoint({
  name: 'importProjects',
  method: 'POST',
  path: '/api/projects/import',
  summary: 'Write what the preview showed, all of it or nothing; `digest` is the preview’s',
  access: bureaus,
  query: z.strictObject({
    digest: z.string().max(64),
    name: z.string().min(1).max(200),
    reason: z.string().max(500),
    /** Whether rows that must be mended are left out. */
    rows: z.enum(['all', 'good']),
  }),
  accepts: [xlsx, 'text/csv'],
  maxBytes: largestLedger,
  idempotent: true,
  reply: z.object({ added: z.number().int(), changed: z.number().int(), same: z.number().int() }),
});
