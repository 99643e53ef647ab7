import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, instant, origin, regionCode } from '../http/shapes.ts';

export const itemStates = ['open', 'reported', 'verified', 'returned'] as const;
export const itemState = z.enum(itemStates);
export type ItemState = z.infer<typeof itemState>;

export const interviewLine = z.object({
  id: z.string(),
  heldOn: z.string(),
  title: bilingual,
  regions: z.array(z.string()),
  counts: z.record(itemState, z.number().int()),
  overdue: z.number().int(),
});
export type InterviewLine = z.infer<typeof interviewLine>;

export const checklistItem = z.object({
  region: z.string(),
  item: z.string(),
  state: itemState,
  owner: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  version: z.number().int(),
  origin,
  /** The newest word on it. */
  latest: z.object({ at: instant, person: z.string(), note: z.string() }).nullable(),
  can: z.object({ report: z.boolean(), verify: z.boolean(), return: z.boolean() }),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

export const interviewReply = z.object({
  id: z.string(),
  heldOn: z.string(),
  title: bilingual,
  notice: bilingual,
  origin,
  source: z.string().nullable(),
  today: z.string(),
  requirements: z.array(
    z.object({
      key: z.string(),
      title: bilingual,
      items: z.array(
        z.object({
          key: z.string(),
          title: bilingual,
          checkedBy: z.enum(['person', 'back-plan', 'standing', 'projects', 'next-targets']),
        }),
      ),
    }),
  ),
  regions: z.array(z.string()),
  items: z.array(checklistItem),
});
export type Interview = z.infer<typeof interviewReply>;

export const listInterviews = endpoint({
  name: 'listInterviews',
  method: 'GET',
  path: '/api/interviews',
  summary: 'Interview interviews and the state of their checklists. A bureau sees those it was called to.',
  access: roles,
  reply: z.array(interviewLine),
});

const interviewId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);

export const getInterview = endpoint({
  name: 'getInterview',
  method: 'GET',
  path: '/api/interviews/:interview',
  summary: "One interview: its requirements, and each city's items. A bureau sees its own city's items.",
  access: roles,
  params: z.strictObject({ interview: interviewId }),
  reply: interviewReply,
});

const itemAddress = z.strictObject({
  interview: interviewId,
  region: regionCode,
  item: z.string().regex(/^[0-9.]{1,8}$/),
});

export const itemReply = z.object({
  item: checklistItem,
  history: z.array(
    z.object({
      at: instant,
      person: z.string(),
      action: z.enum(['report', 'verify', 'return']),
      note: z.string(),
      origin,
    }),
  ),
});
export type ItemHistory = z.infer<typeof itemReply>;

export const getItem = endpoint({
  name: 'getItem',
  method: 'GET',
  path: '/api/interviews/:interview/items/:region/:item',
  summary: 'One item with its history',
  access: roles,
  params: itemAddress,
  reply: itemReply,
});

export const reportItem = endpoint({
  name: 'reportItem',
  method: 'POST',
  path: '/api/interviews/:interview/items/:region/:item/report',
  summary: 'Report an item as done, with a note that says how',
  access: ['bureau'],
  params: itemAddress,
  body: z.strictObject({ note: z.string().max(2000) }),
  reply: itemReply,
  versioned: 'required',
  idempotent: true,
});

export const verifyItem = endpoint({
  name: 'verifyItem',
  method: 'POST',
  path: '/api/interviews/:interview/items/:region/:item/verify',
  summary: 'Verify a reported item （核实销号）',
  access: ['official'],
  params: itemAddress,
  body: z.strictObject({ note: z.string().max(2000) }),
  reply: itemReply,
  versioned: 'required',
  idempotent: true,
});

export const returnItem = endpoint({
  name: 'returnItem',
  method: 'POST',
  path: '/api/interviews/:interview/items/:region/:item/return',
  summary: 'Return a reported item with a reason',
  access: ['official'],
  params: itemAddress,
  body: z.strictObject({ reason: z.string().max(2000) }),
  reply: itemReply,
  versioned: 'required',
  idempotent: true,
});
