/** What waits for the department, and what of it can still be undone. */
import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { submissionLine } from './contract.ts';

/** A decision of the caller's that they can still undo, for `leftMs` milliseconds; `version` is what `If-Match` must name. */
const undoableDecision = z.object({
  region: z.string(),
  year: z.number().int(),
  month: z.number().int(),
  version: z.number().int(),
  decision: z.enum(['accepted', 'returned']),
  leftMs: z.number().int(),
});
export type UndoableDecision = z.infer<typeof undoableDecision>;

export const reviewQueue = endpoint({
  name: 'reviewQueue',
  method: 'GET',
  path: '/api/review',
  summary: 'Submissions that wait for review, riskiest first, each hint with its reason',
  access: ['official'],
  /** `loads`: how many of what the department entered in the bureaus' place wait to be accepted as a whole. */
  reply: z.object({
    today: z.string(),
    waiting: z.array(submissionLine),
    loads: z.number().int(),
    undoable: z.array(undoableDecision),
  }),
});
