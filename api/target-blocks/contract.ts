import { z } from 'zod';
import { endpoint, uploadEndpoint } from '../http/endpoint.ts';
import { day, level, month, quantityIn, regionCode, year } from '../http/shapes.ts';
import { fileFault } from '../month-files/contract.ts';
import { targetCell } from '../targets/contract.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const officials = ['official'] as const;

/** A block has a cell for each region and indicator: a province's has about a hundred. */
const maxCells = 1000;
const largestBlock = 2 ** 20;

/** One target of a block, in the indicator's unit; a ratio's as a fraction. */
const blockCell = z.object({
  region: z.string(),
  indicator: z.string(),
  /** What the cell said, to be sent as it is where the block is confirmed. */
  text: z.string(),
  /** What `If-Match` would name for this cell. */
  version: z.number().int(),
  /** In force at the effective month; null where there is none. */
  before: z.number().nullable(),
  after: z.number(),
  isSame: z.boolean(),
});

/** How a region would stand at the newest month that has figures. */
const effect = z.object({ region: z.string(), before: level, after: level });

export const blockPreview = z.object({
  cells: z.array(blockCell),
  faults: z.array(fileFault),
  /** The month that levels are of; null where no figure of the year is judged from the effective month on. */
  month: z.number().int().nullable(),
  /** The regions whose level would be another one. */
  effects: z.array(effect),
});
export type BlockPreview = z.infer<typeof blockPreview>;

export const previewTargets = uploadEndpoint({
  name: 'previewTargets',
  method: 'POST',
  path: '/api/targets/:year/preview',
  summary:
    'What a table of regions × indicators, sent as a file or pasted as CSV, would set as targets, and which levels it would change; nothing is written',
  access: officials,
  params: z.strictObject({ year }),
  query: z.strictObject({ effectiveMonth: month }),
  accepts: [xlsx, 'text/csv'],
  maxBytes: largestBlock,
  reply: blockPreview,
});

export const targetBlockIn = z.strictObject({
  cells: z
    .array(
      z.strictObject({
        region: regionCode,
        indicator: z.string().max(64),
        amount: quantityIn,
        version: z.number().int().nonnegative(),
      }),
    )
    .min(1)
    .max(maxCells),
  effectiveMonth: month,
  documentNumber: z.string().max(100),
  documentDate: day,
  reason: z.string().max(2000),
});
export type TargetBlockIn = z.infer<typeof targetBlockIn>;

export const changeTargets = endpoint({
  name: 'changeTargets',
  method: 'POST',
  path: '/api/targets/:year',
  summary: 'Set many targets by one document, all of them or none; those that are in force already are left alone',
  access: officials,
  params: z.strictObject({ year }),
  body: targetBlockIn,
  reply: z.object({ written: z.number().int(), same: z.number().int(), cells: z.array(targetCell) }),
  idempotent: true,
});
