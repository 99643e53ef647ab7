import { z } from 'zod';
import { fileEndpoint, uploadEndpoint } from '../http/endpoint.ts';
import { absence } from '../figures/contract.ts';
import { bilingual, month, regionCode, year } from '../http/shapes.ts';
import { draft } from '../submissions/contract.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const address = z.strictObject({ year, month, region: regionCode });
const inLanguage = z.strictObject({ language: z.enum(['zh', 'en']) });

/** A month's table has a dozen rows; this is a hundred times as much. */
export const largestTable = 2 * 2 ** 20;

export const downloadTemplate = fileEndpoint({
  name: 'downloadTemplate',
  path: '/api/submissions/:year/:month/:region/template',
  summary: 'The workbook to fill in for one month, with last month’s figures and those of the draft',
  access: ['bureau'],
  params: address,
  query: inLanguage,
  contentTypes: [xlsx],
});

/** A cell as a spreadsheet program names it; `sheet` is empty for a CSV file. */
export const place = z.object({ sheet: z.string(), row: z.number().int(), column: z.string(), value: z.string() });

/** A cell that must be mended, with the problem's code of the closed list and its sentence. */
export const fileFault = place.extend({ code: z.string(), detail: bilingual });
export type FileFault = z.infer<typeof fileFault>;

/** In the indicator's unit; a ratio's cumulative is its numerator. */
const amounts = z.object({ cumulative: z.number(), denominator: z.number().nullable() });

/** A figure, or what was answered in its place. */
export const fileAnswer = z.union([amounts, z.object({ absence })]);
export type FileAnswer = z.infer<typeof fileAnswer>;

/** What a row of the file would change in the draft. */
const fileChange = z.object({
  indicator: z.string(),
  /** A ratio's: the indicator whose figure is its numerator; null where it follows none. */
  follows: z.string().nullable(),
  row: z.number().int(),
  /** The figure of the draft, null where it has none. */
  before: fileAnswer.nullable(),
  /** The file's, null where its cells were emptied. */
  after: fileAnswer.nullable(),
  /** Where the draft was changed after the file was made: what it said then, null where that is not known or was nothing. */
  conflict: z.object({ downloaded: fileAnswer.nullable() }).nullable(),
});
export type FileChange = z.infer<typeof fileChange>;

export const filePreview = z.object({
  /** What `If-Match` names where the changes are saved. */
  version: z.number().int(),
  /** Whether the month was saved again after the file was downloaded. */
  isStale: z.boolean(),
  /** How a CSV file was written; null for a workbook. */
  encoding: z.enum(['utf-8', 'utf-16', 'gb18030']).nullable(),
  /** The draft as it stands. With the changes in it, it is what is saved. */
  kept: draft,
  /** Empty where anything must be mended: a file counts as a whole. */
  changes: z.array(fileChange),
  /** How many rows say what the draft says already. */
  unchanged: z.number().int(),
  /** Cells that are computed: the result that is shown counts. */
  formulas: z.array(place),
  faults: z.array(fileFault),
  /** The same table as a workbook, in base64, every wrong cell marked and with a note; null where nothing is wrong or the table is very large. */
  marked: z.string().nullable(),
});
export type FilePreview = z.infer<typeof filePreview>;

export const previewFile = uploadEndpoint({
  name: 'previewFile',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/preview',
  summary: 'What a workbook or a CSV file would change in the draft, or what must be mended in it; nothing is written',
  access: ['bureau'],
  params: address,
  query: inLanguage,
  accepts: [xlsx, 'text/csv'],
  maxBytes: largestTable,
  reply: filePreview,
});
