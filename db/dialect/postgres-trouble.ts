import { classifyBy, type Trouble, type TroubleCode } from './trouble.ts';

/** SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html, and the network's own codes. */
const table: readonly TroubleCode[] = [
  ['23505', 'unique'],
  ['23503', 'foreign-key'],
  ['23001', 'foreign-key'],
  ['23502', 'not-null'],
  ['23514', 'check'],
  ['40', 'serialization'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
  ['53300', 'busy'],
  ['25006', 'read-only'],
  ['53100', 'full'],
  ['58030', 'damaged'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['08', 'unreachable'],
  ['57P', 'unreachable'],
  ['28', 'unreachable'],
  ['3D000', 'unreachable'],
  ['ECONN', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EAI_AGAIN', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
];

/** How the driver begins its own messages about a lost connection; they carry no code. */
const lost = [
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Connection terminated',
  'Query read timeout',
  'timeout exceeded when trying',
];

/** What went wrong, in words that mean the same on both engines. */
export function classify(error: unknown): Trouble {
  const trouble = classifyBy(table, error);
  if (trouble !== 'other') return trouble;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { message } = cause;
    if (lost.some((start) => message.startsWith(start))) return 'unreachable';
  }
  return 'other';
}
