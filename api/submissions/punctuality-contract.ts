/** How punctually cities reported. Safe in a browser. */
import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { year } from '../http/shapes.ts';

export const punctualityLine = z.object({
  region: z.string(),
  /** Months whose last day was reported, or whose day has passed without that; `onTime` + `late` + `notSent`. */
  due: z.number().int(),
  onTime: z.number().int(),
  late: z.number().int(),
  notSent: z.number().int(),
  /** `onTime` of `due`, a fraction; null where nothing was due. */
  onTimeRate: z.number().nullable(),
  /** Of the months that were sent; null where none was. */
  mostDaysLate: z.number().int().nullable(),
  /** How many times a report or a correction of the year came back. */
  returned: z.number().int(),
});
export type PunctualityLine = z.infer<typeof punctualityLine>;

const punctuality = z.object({ year: z.number().int(), today: z.string(), lines: z.array(punctualityLine) });
export type Punctuality = z.infer<typeof punctuality>;

export const listPunctuality = endpoint({
  name: 'listPunctuality',
  method: 'GET',
  path: '/api/submissions/punctuality',
  summary: 'How many months of a year each city reported in time and late, and what came back. A bureau sees its own.',
  access: ['official', 'bureau'],
  query: z.strictObject({ year }),
  reply: punctuality,
});
