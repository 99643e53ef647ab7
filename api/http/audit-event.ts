import { randomUUID } from 'node:crypto';
import type { Author } from '#db/accounts.ts';
import type { AuditEvent } from '#db/audit.ts';
import type { AuditAction } from './audit-action.ts';
import type { PublicContext } from './context.ts';

/** Who did something; null where nobody was signed in and no account was meant. */
export interface AuditedActor {
  /** Null for a program, which has no account. */
  readonly id: string | null;
  readonly author: Author;
  readonly role: string;
}

/** What was done, to what, and how it ended. */
export interface AuditedCommand extends Pick<AuditEvent, 'object' | 'outcome' | 'detail'> {
  readonly action: AuditAction;
}

/** A request that was refused, recorded under its endpoint's name. */
export interface AuditedRefusal extends Pick<AuditEvent, 'object' | 'detail'> {
  readonly action: string;
  readonly outcome: 'refused';
}

/** The audit row of a command in a request. */
export function auditEvent(
  context: Pick<PublicContext, 'clock' | 'address' | 'requestId'>,
  actor: AuditedActor | null,
  command: AuditedCommand | AuditedRefusal,
): AuditEvent {
  return {
    id: randomUUID(),
    at: context.clock.now().toISOString(),
    actor: actor?.id ?? null,
    actedAs: actor?.author ?? null,
    role: actor?.role ?? null,
    address: context.address,
    requestId: context.requestId,
    action: command.action,
    object: command.object,
    outcome: command.outcome,
    detail: command.detail,
  };
}
