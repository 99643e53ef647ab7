import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { instant, month, regionCode, year } from '../http/shapes.ts';

/** A city that owes a month, and when the department last reminded it. */
export const owingCity = z.object({
  region: z.string(),
  /** The last day on which it is in time. */
  dueOn: z.string(),
  /** How many accounts of its bureau are in use; none is told where there is none. */
  people: z.number().int(),
  /** The last reminder of this month and by which account; null before the first. */
  last: z.object({ at: instant, by: z.string() }).nullable(),
  /** Whether it can be reminded now: somebody is there to read it, and nobody was told today. */
  can: z.object({ remind: z.boolean() }),
});
export type OwingCity = z.infer<typeof owingCity>;

const owing = z.object({ year: z.number().int(), month: z.number().int(), owing: z.array(owingCity) });
export type Owing = z.infer<typeof owing>;

export const listOwing = endpoint({
  name: 'listOwing',
  method: 'GET',
  path: '/api/reminders/:year/:month',
  summary: 'The cities that owe a month and can still send it, each with its last reminder',
  access: ['official'],
  params: z.strictObject({ year, month }),
  reply: owing,
});

export const remind = endpoint({
  name: 'remind',
  method: 'POST',
  path: '/api/reminders/:year/:month',
  summary:
    'Remind the bureaus that owe a month, in their inboxes, a city once a day at most; who has sent it is never told',
  access: ['official'],
  params: z.strictObject({ year, month }),
  /** The cities that are meant; all that owe the month where they are left out. */
  body: z.strictObject({ regions: z.array(regionCode).max(200).optional() }),
  reply: owing.extend({ reminded: z.array(z.string()) }),
  idempotent: true,
});
