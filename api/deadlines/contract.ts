import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { day, instant, month, regionCode, year } from '../http/shapes.ts';
import { notOwedReasons } from './lifecycle.ts';

/** One decision of the office on a month. */
export const deadlineDecision = z.object({
  sequence: z.number().int(),
  /** The city that an exception is made for; null where it holds for all of them. */
  region: z.string().nullable(),
  /** The last day on which a report is in time. */
  onTimeDay: z.string(),
  /** The last day on which bureaus can report at all; null where they always can. */
  closesOn: z.string().nullable(),
  reason: z.string(),
  author: z.string(),
  decidedAt: instant,
});
export type DeadlineDecision = z.infer<typeof deadlineDecision>;

/** A reported month with what was decided on it. */
export const monthDeadline = z.object({
  year: z.number().int(),
  month: z.number().int(),
  /** How many decisions there are: what `If-Match` must name for the next one; 0 where the usual day counts. */
  version: z.number().int(),
  /** What is in force: a bureau's is that of its city, anybody else's that of all cities. */
  onTimeDay: z.string(),
  closesOn: z.string().nullable(),
  /** What the year's rule gives where nothing was decided on the month. */
  usual: z.object({ onTimeDay: z.string(), closesOn: z.string().nullable() }),
  /** Why nobody owes it; null where it is owed. */
  notOwed: z.enum(notOwedReasons).nullable(),
  /** The newest last. A bureau sees those for all cities and its own. */
  decisions: z.array(deadlineDecision),
  can: z.object({ set: z.boolean() }),
});
export type MonthDeadline = z.infer<typeof monthDeadline>;

const deadlinesReply = z.object({ year: z.number().int(), months: z.array(monthDeadline) });
export type Deadlines = z.infer<typeof deadlinesReply>;

export const listDeadlines = endpoint({
  name: 'listDeadlines',
  method: 'GET',
  path: '/api/deadlines',
  summary:
    'The reporting deadlines of a year’s twelve months, with who set them and why. A bureau sees those of its city.',
  access: ['official', 'bureau', 'leader'],
  query: z.strictObject({ year }),
  reply: deadlinesReply,
});

/** A decision as it comes in; without `region` for all cities, without `closesOn` the month does not close. */
export const deadlineIn = z.strictObject({
  region: regionCode.nullable().optional(),
  onTimeDay: day,
  closesOn: day.nullable().optional(),
  reason: z.string().max(2000),
});
export type DeadlineIn = z.infer<typeof deadlineIn>;

export const setDeadline = endpoint({
  name: 'setDeadline',
  method: 'POST',
  path: '/api/deadlines/:year/:month',
  summary:
    'Set a month’s deadline for all cities, or a later one for one city; earlier decisions stay. `If-Match` names how many there are (0 for the first)',
  access: ['official'],
  params: z.strictObject({ year, month }),
  body: deadlineIn,
  reply: monthDeadline,
  tag: 'version',
  versioned: 'required',
  idempotent: true,
});
