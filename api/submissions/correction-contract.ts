/** What changes an accepted month: a bureau's correction, and the department's taking an acceptance back. */
import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { draft, nothingMore, ofMonth } from './contract.ts';

/** Whether what is accepted of later months has the correction in it already; else they are corrected by the same difference. */
export const laterMonthsWords = ['included', 'not-included'] as const;
export const laterMonths = z.enum(laterMonthsWords);
export type LaterMonths = z.infer<typeof laterMonths>;

export const correctionDraft = draft.extend({
  reason: z.string().max(2000),
  /** Needed where later months of the year have accepted figures of what is corrected. */
  laterMonths: laterMonths.optional(),
});
export type CorrectionDraft = z.infer<typeof correctionDraft>;

export const correct = endpoint({
  name: 'correct',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/correct',
  summary: 'Send a correction of an accepted month, with its reason; the accepted figures stand until it is accepted',
  access: ['bureau'],
  body: correctionDraft,
  ...ofMonth,
});

export const undoDecision = endpoint({
  name: 'undoDecision',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/undo',
  summary: 'Undo the own acceptance or return within ten seconds: what was sent waits for the department again',
  access: ['official'],
  body: nothingMore,
  ...ofMonth,
});

export const revoke = endpoint({
  name: 'revoke',
  method: 'POST',
  path: '/api/submissions/:year/:month/:region/revoke',
  summary: 'Take an acceptance back with a reason, before anything was issued on it; its figures count no more',
  access: ['official'],
  body: z.strictObject({ reason: z.string().max(2000) }),
  ...ofMonth,
});
