/** The versions of an interview: who changed what, and when. */
import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { instant, origin } from '../http/shapes.ts';
import { interviewId } from './contract.ts';

/** The parts of an interview that a version can differ in. */
export const interviewFields = [
  'heldOn',
  'title',
  'place',
  'regions',
  'attendants',
  'agenda',
  'notice',
  'minutes',
  'requirements',
  'statements',
  'acknowledged',
] as const;
export type InterviewField = (typeof interviewFields)[number];

export const historyReply = z.array(
  z.object({
    number: z.number().int(),
    at: instant,
    person: z.string(),
    action: z.enum(['create', 'edit', 'call', 'hold', 'close', 'cancel', 'acknowledge', 'state']),
    reason: z.string(),
    origin,
    changes: z.array(z.object({ field: z.enum(interviewFields), from: z.string(), to: z.string() })),
  }),
);
export type InterviewHistory = z.infer<typeof historyReply>;

export const getInterviewHistory = endpoint({
  name: 'getInterviewHistory',
  method: 'GET',
  path: '/api/interviews/:interview/history',
  summary: 'Every version of an interview, the newest first; a bureau is told who and when, and not what of others',
  access: roles,
  params: z.strictObject({ interview: interviewId }),
  reply: historyReply,
});
