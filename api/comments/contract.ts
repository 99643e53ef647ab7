import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { instant, month, regionCode, year } from '../http/shapes.ts';

export const commentKinds = ['remark', 'answer', 'settled'] as const;

const comment = z.object({
  kind: z.enum(commentKinds),
  text: z.string(),
  by: z.string(),
  at: instant,
});

/** What was said about one figure, oldest first; open until the department settles it. */
const thread = z.object({
  indicator: z.string(),
  open: z.boolean(),
  /** Whether the bureau has the next word. */
  waitsForBureau: z.boolean(),
  comments: z.array(comment),
});
export type CommentThread = z.infer<typeof thread>;

export const commentsReply = z.object({
  region: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  threads: z.array(thread),
  can: z.object({ remark: z.boolean(), answer: z.boolean() }),
});
export type Comments = z.infer<typeof commentsReply>;

const address = z.strictObject({ year, month, region: regionCode });
const indicator = z.string().max(64);

export const listComments = endpoint({
  name: 'listComments',
  method: 'GET',
  path: '/api/submissions/:year/:month/:region/comments',
  summary: 'What the department asked about figures of a month, and what its bureau answered; nobody else reads it',
  access: ['official', 'bureau'],
  params: address,
  reply: commentsReply,
});

export const addComment = endpoint({
  name: 'addComment',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/comments',
  summary: 'Ask about a figure that was sent, or, as its bureau, answer an open question',
  access: ['official', 'bureau'],
  params: address,
  body: z.strictObject({ indicator, text: z.string().max(2000).regex(/\S/) }),
  reply: commentsReply,
  idempotent: true,
});

export const settleComments = endpoint({
  name: 'settleComments',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/comments/settle',
  summary: 'Say that nothing is left to ask about a figure',
  access: ['official'],
  params: address,
  body: z.strictObject({ indicator }),
  reply: commentsReply,
  idempotent: true,
});
