import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '#db/audit.ts';
import type { PublicContext } from './context.ts';

/** Who did something; null where nobody was signed in and no account was meant. */
export interface Doer {
  readonly name: string;
  readonly role: string;
}

/** What was done, to what, and how it ended. */
export type Deed = Pick<AuditEntry, 'action' | 'object' | 'outcome' | 'detail'>;

/** The audit row of a deed in a request. */
export function auditEntry(
  context: Pick<PublicContext, 'clock' | 'address' | 'requestId'>,
  doer: Doer | null,
  deed: Deed,
): AuditEntry {
  return {
    id: randomUUID(),
    at: context.clock.now().toISOString(),
    person: doer?.name ?? null,
    role: doer?.role ?? null,
    address: context.address,
    requestId: context.requestId,
    action: deed.action,
    object: deed.object,
    outcome: deed.outcome,
    detail: deed.detail,
  };
}
