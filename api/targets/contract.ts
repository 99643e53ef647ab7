import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { day, instant, month, origin, quantityIn, regionCode, year } from '../http/shapes.ts';

/** One line of the ledger; `amount` is in the indicator's unit, a ratio's as a fraction. */
export const targetStep = z.object({
  sequence: z.number().int(),
  amount: z.number(),
  /** The first month that is judged by it. */
  effectiveMonth: z.number().int(),
  documentNumber: z.string(),
  /** The day on which it was issued; null where nobody wrote it down. */
  documentDate: z.string().nullable(),
  reason: z.string(),
  author: z.string(),
  decidedAt: instant,
  origin,
  source: z.string().nullable(),
});
export type TargetStep = z.infer<typeof targetStep>;

/** A line that was entered by mistake and taken back: it judges nothing. */
const withdrawnStep = targetStep.extend({ withdrawnBy: z.string(), withdrawnAt: instant, withdrawReason: z.string() });

/** One region's year on one indicator. */
export const targetCell = z.object({
  region: z.string(),
  indicator: z.string(),
  /** How many lines the cell's ledger has and how many were withdrawn: what `If-Match` must name; 0 where no target is set. */
  version: z.number().int(),
  /** The lines that hold, the newest last. */
  steps: z.array(targetStep),
  /** Those that were withdrawn, the newest last. */
  withdrawn: z.array(withdrawnStep),
  /** `withdraw`: whether the newest line can be taken back, because nothing was judged by it yet. */
  can: z.object({ change: z.boolean(), withdraw: z.boolean() }),
});
export type TargetCell = z.infer<typeof targetCell>;

const targetsReply = z.object({ year: z.number().int(), cells: z.array(targetCell) });
export type Targets = z.infer<typeof targetsReply>;

export const listTargets = endpoint({
  name: 'listTargets',
  method: 'GET',
  path: '/api/targets',
  summary:
    'The ledger of annual targets: the province and every city on every indicator. A bureau sees its own city and the province.',
  access: roles,
  query: z.strictObject({ year }),
  reply: targetsReply,
});

/**
 * A target as a person types it: a number or its text, in the indicator's unit; a ratio's in per cent, so that 30 is
 * 30 % and not thirty times the whole.
 */
export const targetChangeIn = z.strictObject({
  amount: quantityIn,
  effectiveMonth: month,
  documentNumber: z.string().max(100),
  documentDate: day.optional(),
  reason: z.string().max(2000),
});
export type TargetChangeIn = z.infer<typeof targetChangeIn>;

export const changeTarget = endpoint({
  name: 'changeTarget',
  method: 'POST',
  path: '/api/targets/:year/:region/:indicator',
  summary:
    'Set or change a target from a month on, a ratio’s in per cent; earlier lines stay. `If-Match` names how many lines there are (0 for the first)',
  access: ['official'],
  params: z.strictObject({ year, region: regionCode, indicator: z.string().max(64) }),
  body: targetChangeIn,
  reply: targetCell,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});

export const withdrawTarget = endpoint({
  name: 'withdrawTarget',
  method: 'POST',
  path: '/api/targets/:year/:region/:indicator/withdraw',
  summary:
    'Withdraw the newest line of a target, entered by mistake, before any figure was judged by it; `If-Match` as for a change',
  access: ['official'],
  params: z.strictObject({ year, region: regionCode, indicator: z.string().max(64) }),
  body: z.strictObject({ reason: z.string().max(2000) }),
  reply: targetCell,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});
