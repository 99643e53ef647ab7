import { z } from 'zod';
import { auditActionNames } from '../http/audit-action.ts';
import { auditGroups, auditOutcomes } from '../http/audit-kinds.ts';
import { tableFormats, tableTypes } from '../http/content-types.ts';
import { endpoint, fileEndpoint, roles } from '../http/endpoint.ts';
import { bilingual, day, instant } from '../http/shapes.ts';

/** Which events; what is left out does not limit. Days are those of Asia/Shanghai, both included. */
const filter = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  /** An account's name. */
  actor: z.string().min(1).max(64).optional(),
  group: z.enum(auditGroups).optional(),
  /** A part of the object's text: `2020-10`, `331100`, an account's name. */
  object: z.string().min(1).max(100).optional(),
  outcome: z.enum(auditOutcomes).optional(),
});
export type AuditFilterIn = z.infer<typeof filter>;

/** `<instant>~<id>` of the last event that was seen; what follows is older. */
const place = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9A-Za-z-]{1,64}$/);

export const auditEvent = z.object({
  id: z.string(),
  at: instant,
  /** The account's name; null where nobody was signed in. */
  actor: z.string().nullable(),
  title: bilingual.nullable(),
  /** The role at that time. */
  role: z.enum(roles).nullable(),
  group: z.enum(auditGroups),
  /** What was done; null for a request that was refused before it became a command. */
  action: z.enum(auditActionNames).nullable(),
  /** The endpoint that refused; null for a command. */
  endpoint: z.string().nullable(),
  object: z.string(),
  outcome: z.enum(auditOutcomes),
  /** Null for those who do not keep the office’s accounts. */
  address: z.string().nullable(),
  /** As it was recorded: amounts in base units. */
  detail: z.record(z.string(), z.json()),
  requestId: z.string(),
});
export type AuditEventReply = z.infer<typeof auditEvent>;

export const listAuditEvents = endpoint({
  name: 'listAuditEvents',
  method: 'GET',
  path: '/api/audit',
  summary: 'The audit trail, newest first, a page behind the place `before`; officials see the events of their work',
  access: ['official', 'administrator'],
  query: filter.extend({ before: place.optional() }),
  reply: z.object({
    events: z.array(auditEvent),
    /** The place to ask for older events with; null where there are none. */
    next: z.string().nullable(),
    /** The groups that the caller may see. */
    groups: z.array(z.enum(auditGroups)),
  }),
});
export type AuditPage = z.infer<typeof listAuditEvents.reply>;

export const exportAuditEvents = fileEndpoint({
  name: 'exportAuditEvents',
  path: '/api/audit/export',
  summary:
    'The same events as a workbook (its newest 200,000) or as CSV (all of them); taking the file is itself recorded',
  access: ['official', 'administrator'],
  query: filter.extend({ language: z.enum(['zh', 'en']), format: z.enum(tableFormats) }),
  contentTypes: Object.values(tableTypes),
  disposition: 'attachment',
});
