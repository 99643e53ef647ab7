import { z } from 'zod';
import { endpoint, roles } from '../http/endpoint.ts';
import { bilingual, instant } from '../http/shapes.ts';

/** What people are told of. */
export const noticeKinds = [
  'interview-called',
  'item-reported',
  'item-returned',
  'extension-granted',
  'evidence-attached',
  'items-due',
  'items-overdue',
  'opening-asked',
  'opening-submitted',
  'opening-returned',
  'opening-accepted',
  'back-plan-due',
  'back-plan-submitted',
  'back-plan-returned',
  'back-plan-approved',
  'node-plan-submitted',
  'node-plan-returned',
  'node-plan-approved',
  'node-plan-withdrawn',
  'month-reminded',
  'month-due',
  'month-overdue',
  'month-returned',
  'month-accepted',
  'month-revoked',
  'figure-remarked',
  'figure-answered',
  'month-corrected',
  'load-entered',
  'load-accepted',
  'load-withdrawn',
  'bulletin-issued',
  'bulletin-corrected',
  'bulletin-outdated',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What the calendar alone tells of, and nobody did just now: in a mail it waits for the one of the day. */
export const calendarKinds: ReadonlySet<string> = new Set<NoticeKind>([
  'items-due',
  'items-overdue',
  'back-plan-due',
  'month-due',
  'month-overdue',
]);

/** What tells of a decision that can be undone for some seconds: until then it is in no mail. */
export const undoableKinds: ReadonlySet<string> = new Set<NoticeKind>([
  'month-returned',
  'month-accepted',
  'month-corrected',
]);

export const notice = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(noticeKinds),
  text: bilingual,
  /** Where it leads: an interview, with the item that is to be opened, a city's first-quarter, back-scheduled or node plan, or its report of a month. */
  interview: z.string().nullable(),
  open: z.string().nullable(),
  opening: z.object({ year: z.number().int(), region: z.string() }).nullable(),
  backPlan: z.object({ year: z.number().int(), indicator: z.string(), region: z.string() }).nullable(),
  nodePlan: z.object({ year: z.number().int(), indicator: z.string(), region: z.string() }).nullable(),
  submission: z.object({ year: z.number().int(), month: z.number().int(), region: z.string() }).nullable(),
  /** The bulletin that it leads to. */
  bulletin: z.string().nullable(),
  readAt: instant.nullable(),
});
export type Notice = z.infer<typeof notice>;

const place = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9A-Za-z-]{1,64}$/);

export const listInbox = endpoint({
  name: 'listInbox',
  method: 'GET',
  path: '/api/inbox',
  summary: 'The own notices, the newest first, a page behind the place `before`',
  access: roles,
  query: z.strictObject({ before: place.optional() }),
  reply: z.object({
    unread: z.number().int(),
    notices: z.array(notice),
    /** The place to ask for older ones with; null where there are none. */
    next: z.string().nullable(),
  }),
});

export const countUnread = endpoint({
  name: 'countUnread',
  method: 'GET',
  path: '/api/inbox/unread',
  summary: 'How many of the own notices are not read',
  access: roles,
  reply: z.object({ unread: z.number().int() }),
});

export const markRead = endpoint({
  name: 'markRead',
  method: 'POST',
  path: '/api/inbox/read',
  summary: 'Mark some of the own notices as read; all of them where `ids` is null',
  access: roles,
  body: z.strictObject({ ids: z.array(z.string().max(64)).max(200).nullable() }),
  reply: z.object({ marked: z.number().int() }),
});

const hour = z.number().int().min(0).max(23).nullable();

/** Whether somebody wants mail: each notice soon, one mail a day, or none. */
export const mailModes = ['none', 'each', 'daily'] as const;

/** Whether somebody wants what happened in a week or a month in one mail. */
export const digestRhythms = ['none', 'weekly', 'monthly'] as const;

/** An address as mail servers take it; nothing that could end a header or name two people. */
const address = z.string().regex(/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){0,8}$/);

const mailChoice = {
  /** Null where none is known: then nothing is sent. */
  address: address.nullable(),
  mode: z.enum(mailModes),
  language: z.enum(['zh', 'en']),
  /** The hours, on the office's clock, from which and until which nothing is sent; both or neither. */
  quietFrom: hour,
  quietUntil: hour,
};

const rhythm = z.enum(digestRhythms);

const mailChoiceReply = z.object({
  ...mailChoice,
  digest: rhythm,
  /** Whether the bulletins that were issued come with the digest as documents. */
  attachBulletin: z.boolean(),
  /** Whether this office sends mail at all. */
  offered: z.boolean(),
  /** What became of the newest mail; null before the first. */
  newest: z.object({ at: instant, state: z.enum(['waiting', 'sent', 'failed']) }).nullable(),
});
export type MailChoice = z.infer<typeof mailChoiceReply>;

export const getMailChoice = endpoint({
  name: 'getMailChoice',
  method: 'GET',
  path: '/api/account/mail',
  summary: 'Whether and where one gets mail of one’s notices, and a digest of the week or month',
  access: roles,
  reply: mailChoiceReply,
});

export const setMailChoice = endpoint({
  name: 'setMailChoice',
  method: 'PUT',
  path: '/api/account/mail',
  summary: 'Choose whether and where one gets mail of one’s notices, and a digest of the week or month',
  access: roles,
  body: z.strictObject({ ...mailChoice, digest: rhythm.default('none'), attachBulletin: z.boolean().default(false) }),
  reply: mailChoiceReply,
});
