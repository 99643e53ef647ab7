import { z } from 'zod';
import { endpoint, fileEndpoint, roles } from '../http/endpoint.ts';
import { instant } from '../http/shapes.ts';

export const itemCalendar = fileEndpoint({
  name: 'itemCalendar',
  path: '/api/interviews/calendar.ics',
  summary:
    'The days of items that are not verified and of accepted first-quarter plans, for a calendar program. A bureau gets its own',
  access: roles,
  query: z.strictObject({ language: z.enum(['zh', 'en']) }),
  contentTypes: ['text/calendar'],
});

export const getCalendarAddress = endpoint({
  name: 'getCalendarAddress',
  method: 'GET',
  path: '/api/account/calendar',
  summary: 'Since when the caller has an address for calendar programs; null where there is none',
  access: roles,
  reply: z.object({ createdAt: instant.nullable() }),
});

export const renewCalendarAddress = endpoint({
  name: 'renewCalendarAddress',
  method: 'POST',
  path: '/api/account/calendar',
  summary:
    'Make an address from which a calendar program reads the own calendar without signing in; ends the one before',
  access: roles,
  body: z.strictObject({}),
  /** What stands in the address of `subscribedCalendar`; told this once. */
  reply: z.object({ createdAt: instant, secret: z.string() }),
  replyIsSecret: true,
});

export const revokeCalendarAddress = endpoint({
  name: 'revokeCalendarAddress',
  method: 'DELETE',
  path: '/api/account/calendar',
  summary: 'End the own address for calendar programs at once',
  access: roles,
  reply: z.object({ revoked: z.boolean() }),
});

/** Whoever has the address may read, so it holds 32 random bytes; it can change nothing. */
export const subscribedCalendar = fileEndpoint({
  name: 'subscribedCalendar',
  path: '/api/calendars/:secret/calendar.ics',
  summary: 'The calendar of the account whose address this is, as itemCalendar gives it to that account',
  access: 'public',
  params: z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  query: z.strictObject({ language: z.enum(['zh', 'en']) }),
  contentTypes: ['text/calendar'],
});
