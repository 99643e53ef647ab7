import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { instant } from '../http/shapes.ts';

/** One open session of an account. */
export const openSession = z.object({
  /** Names the session and opens nothing. */
  id: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  address: z.string(),
  /** Browser and system in words; null where the program said nothing known. */
  device: z.string().nullable(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type OpenSession = z.infer<typeof openSession>;

/** How many sessions were ended. */
const ended = z.object({ ended: z.number().int() });

export const listOwnSessions = endpoint({
  name: 'listOwnSessions',
  method: 'GET',
  path: '/api/account/sessions',
  summary: 'The own open sessions, the last used first',
  access: roles,
  reply: z.array(openSession),
});

export const endOwnSession = endpoint({
  name: 'endOwnSession',
  method: 'DELETE',
  path: '/api/account/sessions/:id',
  summary: 'End another session of one’s own at once; the one that asks ends by signing out',
  access: roles,
  params: z.strictObject({ id: z.string().min(1).max(64) }),
  reply: ended,
});

export const endOtherSessions = endpoint({
  name: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/account/sessions',
  summary: 'End every session of one’s own but the one that asks',
  access: roles,
  reply: ended,
});

export const endSessionsOf = endpoint({
  name: 'endSessionsOf',
  method: 'DELETE',
  path: '/api/accounts/:id/sessions',
  summary: 'End every session of an account; not of one’s own',
  access: ['administrator'],
  params: z.strictObject({ id: z.string().min(1).max(64) }),
  reply: ended,
});
