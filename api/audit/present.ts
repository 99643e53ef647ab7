import { z } from 'zod';
import type { AuditRow } from '#db/audit.ts';
import { auditGroupOf, isAuditAction } from '../http/audit-action.ts';
import { roles, type Role } from '../http/endpoint.ts';
import type { AuditEventReply } from './contract.ts';

const knownRole = z.enum(roles).nullable().catch(null);
const recorded = z.record(z.string(), z.json());

/** An event as its reader may see it. What a draft holds is nobody's to read; where people sit is the administrators' alone. */
export function presentEvent(event: AuditRow, reader: Role): AuditEventReply {
  const { id, at, actedAs, role, action, object, outcome, address, detail, requestId } = event;
  const { figures, ...others } = recorded.parse(detail);
  const isDraft = action === 'submission.save';
  return {
    id,
    at,
    // As they were called then; a later name or post changes no history.
    actor: actedAs?.name ?? null,
    title: actedAs?.title ?? null,
    role: knownRole.parse(role),
    group: auditGroupOf(action),
    action: isAuditAction(action) ? action : null,
    endpoint: isAuditAction(action) ? null : action,
    object,
    outcome,
    address: reader === 'administrator' ? address : null,
    detail: figures === undefined || isDraft ? others : { ...others, figures },
    requestId,
  };
}
