import { z } from 'zod';
import { figureIn } from '../figures/contract.ts';
import { endpoint, fileEndpoint, uploadEndpoint } from '../http/endpoint.ts';
import { instant, month, regionCode, year } from '../http/shapes.ts';
import { fileAnswer, fileFault, place } from '../month-files/contract.ts';
import { hint, submissionReply } from '../submissions/contract.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const officials = ['official'] as const;
const language = z.enum(['zh', 'en']);

/** Five years of a province are 3,300 rows, of 200 KB as a workbook and 400 KB as CSV. */
export const largestLoad = 4 * 2 ** 20;

export const downloadLoadTemplate = fileEndpoint({
  name: 'downloadLoadTemplate',
  path: '/api/loads/template',
  summary:
    'The table of a whole province’s year to fill in, a row for each city, month and indicator, with what was accepted',
  access: officials,
  query: z.strictObject({ year, language, format: z.enum(['xlsx', 'csv']) }),
  contentTypes: [xlsx, 'text/csv'],
});

/** One figure that a file would change. */
const loadChange = z.object({
  region: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  indicator: z.string(),
  row: z.number().int(),
  /** What was accepted; null where nothing was. */
  before: fileAnswer.nullable(),
  after: fileAnswer,
  /** Where something else was accepted after the file was made: what stood then, null where nothing did, and whose is there now. */
  conflict: z
    .object({
      downloaded: fileAnswer.nullable(),
      submittedBy: z.string().nullable(),
      acceptedBy: z.string().nullable(),
      acceptedAt: instant.nullable(),
    })
    .nullable(),
});
export type LoadChange = z.infer<typeof loadChange>;

export const loadPreview = z.object({
  /** What would be written, as a hash: confirming names it, so that nothing else is written than what was looked at. */
  digest: z.string(),
  encoding: z.enum(['utf-8', 'utf-16', 'gb18030']).nullable(),
  /** Sheets beside the table, which are not read. */
  otherSheets: z.array(z.string()),
  /** Rows, by what they say: a new figure, what was accepted already, another than that, a conflict, something to be mended. */
  counts: z.object({
    fresh: z.number().int(),
    same: z.number().int(),
    different: z.number().int(),
    conflicts: z.number().int(),
    refused: z.number().int(),
  }),
  /** What would be written, and how many of its months leave out a figure that must be reported. */
  months: z.number().int(),
  incomplete: z.number().int(),
  regions: z.array(z.string()),
  years: z.array(z.number().int()),
  /** The first of those rows that differ from what was accepted or are in conflict. */
  differing: z.array(loadChange),
  /** The first cells that are computed: the result that is shown counts. */
  formulas: z.array(place),
  formulaCount: z.number().int(),
  /** The first cells that must be mended. */
  faults: z.array(fileFault),
  faultCount: z.number().int(),
  /** The wrong rows as a workbook, in base64, every wrong cell marked and with a note; null where nothing is wrong. */
  marked: z.string().nullable(),
});
export type LoadPreview = z.infer<typeof loadPreview>;

/** As many conflicts as a preview lists can be decided one by one. */
export const maxDifferingTold = 200;

/** How conflicts are decided: what was accepted meanwhile stays, or the file counts; `except` are rows decided the other way, `12,40`. */
const choice = {
  conflicts: z.enum(['theirs', 'file']),
  except: z
    .string()
    .regex(/^\d{1,5}(,\d{1,5})*$/)
    .max(6 * maxDifferingTold)
    .optional(),
};

export const previewLoad = uploadEndpoint({
  name: 'previewLoad',
  method: 'POST',
  path: '/api/loads/preview',
  summary: 'What a workbook or a CSV file of many cities and months would add or change; nothing is written',
  access: officials,
  query: z.strictObject({ language, ...choice }),
  accepts: [xlsx, 'text/csv'],
  maxBytes: largestLoad,
  reply: loadPreview,
});

const loadState = z.enum(['waiting', 'accepted', 'withdrawn']);

/** What was entered at once, with what became of it. */
export const loadLine = z.object({
  id: z.string(),
  fileName: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
  /** `waiting` as long as any of it does. */
  state: loadState,
  /** Months that wait, were accepted, and were withdrawn or returned. */
  months: z.object({ waiting: z.number().int(), accepted: z.number().int(), withdrawn: z.number().int() }),
  can: z.object({ accept: z.boolean(), withdraw: z.boolean() }),
});
export type LoadLine = z.infer<typeof loadLine>;

export const commitLoad = uploadEndpoint({
  name: 'commitLoad',
  method: 'POST',
  path: '/api/loads',
  summary:
    'Enter what the preview showed, as figures entered by the department that a second official accepts; `digest` is the preview’s',
  access: officials,
  query: z.strictObject({
    language,
    ...choice,
    digest: z.string().max(64),
    name: z.string().min(1).max(200),
    reason: z.string().max(500),
    /** Whether rows that must be mended are left out. */
    rows: z.enum(['all', 'good']),
  }),
  accepts: [xlsx, 'text/csv'],
  maxBytes: largestLoad,
  idempotent: true,
  reply: loadLine,
});

export const enterMonth = endpoint({
  name: 'enterMonth',
  method: 'POST',
  path: '/api/loads/:year/:month/:region',
  summary:
    'Enter figures of one past month in its bureau’s place; a second official accepts them. A December’s stock is what the year after begins with',
  access: officials,
  params: z.strictObject({ year, month, region: regionCode }),
  body: z.strictObject({ figures: z.record(z.string().max(64), figureIn), reason: z.string().max(500) }),
  reply: submissionReply,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});

export const listLoads = endpoint({
  name: 'listLoads',
  method: 'GET',
  path: '/api/loads',
  summary: 'What the department entered in the bureaus’ place, the newest first',
  access: officials,
  reply: z.object({ loads: z.array(loadLine) }),
});

const id = z.strictObject({ id: z.uuid() });

export const loadDetail = loadLine.extend({
  figures: z.number().int(),
  corrections: z.number().int(),
  /** The cities of each year, with how many of their months are in it. */
  years: z.array(
    z.object({
      year: z.number().int(),
      regions: z.array(z.object({ region: z.string(), months: z.number().int() })),
    }),
  ),
  /** How many of each hint what waits gives, and the weightiest of them with their months. */
  hintCounts: z.array(z.object({ code: hint.shape.code, count: z.number().int() })),
  hints: z.array(z.object({ region: z.string(), year: z.number().int(), month: z.number().int(), hint })),
  /** Whether it is the reader's own, which somebody else accepts. */
  own: z.boolean(),
});
export type LoadDetail = z.infer<typeof loadDetail>;

export const getLoad = endpoint({
  name: 'getLoad',
  method: 'GET',
  path: '/api/loads/:id',
  summary: 'What was entered at once, with counts and hints',
  access: officials,
  params: id,
  reply: loadDetail,
});

export const acceptLoad = endpoint({
  name: 'acceptLoad',
  method: 'POST',
  path: '/api/loads/:id/accept',
  summary: 'Accept all that waits of it; not by whom it was entered',
  access: officials,
  params: id,
  body: z.strictObject({}).optional(),
  reply: loadLine,
  idempotent: true,
});

export const withdrawLoad = endpoint({
  name: 'withdrawLoad',
  method: 'POST',
  path: '/api/loads/:id/withdraw',
  summary: 'Take back all that waits of it, with a reason: months stand as before',
  access: officials,
  params: id,
  body: z.strictObject({ reason: z.string().max(500) }),
  reply: loadLine,
  idempotent: true,
});
