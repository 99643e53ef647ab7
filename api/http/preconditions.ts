import type { IncomingHttpHeaders } from 'node:http';
import type { AnyEndpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

/** What a request's headers say about the version it was based on and about being sent twice. */
export interface Preconditions {
  readonly basedOn: number | null;
  readonly idempotencyKey: string | null;
}

const none: Preconditions = { basedOn: null, idempotencyKey: null };

/**
 * Reads `If-Match` (`"3"` or `3`, where the endpoint needs it) and `Idempotency-Key`.
 * @throws Problem `version-required`, `malformed-key`
 */
export function readPreconditions(endpoint: AnyEndpoint, headers: IncomingHttpHeaders): Preconditions {
  if (endpoint.versioned === 'never' && !endpoint.idempotent) return none;
  return {
    basedOn: version(endpoint, headers['if-match']),
    idempotencyKey: endpoint.idempotent ? key(headers['idempotency-key']) : null,
  };
}

function version({ versioned }: AnyEndpoint, header: string | undefined): number | null {
  if (versioned === 'never') return null;
  const digits = /^(?:"(\d{1,9})"|(\d{1,9}))$/.exec(header ?? '');
  if (digits === null) throw new Problem('version-required');
  return Number(digits[1] ?? digits[2]);
}

function key(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(header)) throw new Problem('malformed-key');
  return header;
}
