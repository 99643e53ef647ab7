/** What changed after interviews. */
import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { level } from '../http/shapes.ts';

const paces = z.object({ before: z.number().nullable(), after: z.number().nullable(), change: z.number().nullable() });

export const effectRow = z.object({
  interview: z.string(),
  heldOn: z.string(),
  region: z.string(),
  paces,
  /** The city's level at the month end before the meeting, and at the latest of the meeting's year. */
  levelThen: level.nullable(),
  levelNow: level,
  /** Items verified on their day or before, of all; those whose day is still to come are open. */
  onTime: z.number().int(),
  late: z.number().int(),
  items: z.number().int(),
});
export type EffectRow = z.infer<typeof effectRow>;

export const effectReply = z.object({
  /** What the paces are measured on: the office's first core indicator that adds up over the year. */
  indicator: z.string().nullable(),
  rows: z.array(effectRow),
  /** Cities that were watch or behind before a meeting too, and were not called in that year. */
  peers: z.array(z.object({ interview: z.string(), region: z.string(), paces })),
  /** The means over those of which both paces are known. */
  together: z.object({ called: z.number().nullable(), peers: z.number().nullable() }),
});
export type Effect = z.infer<typeof effectReply>;

export const getEffect = endpoint({
  name: 'getEffect',
  method: 'GET',
  path: '/api/interviews/effect',
  summary: 'The pace of called cities in the two months before and after, beside like cities that were not called in',
  access: ['official', 'leader'],
  reply: effectReply,
});
