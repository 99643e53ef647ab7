import { isAliveByUptime } from './session-rules.ts';

/** What is asked of a session here: its token's hash, and its last use by the office's clock, in milliseconds. */
interface UsedSession {
  readonly tokenHash: string;
  readonly lastSeenAt: number;
}

/** How this process saw a session, in milliseconds of its uptime; `lastSeenAt` is of the office's clock. */
interface Trace {
  readonly metAt: number;
  usedAt: number;
  lastSeenAt: number;
}

/** So many sessions are watched; beyond that the one met first is met anew. */
const maxEntries = 100_000;

/** Ends sessions by the uptime of this process too, so that none lives for ever while the office's clock stands or goes back. */
export interface SessionUptimes {
  /** Whether a session counts by uptime. Asking for it is no use of it, but one by another process is. */
  isAlive(session: UsedSession): boolean;
  /** A request of this session came, at this moment of the office's clock. */
  used(tokenHash: string, now: number): void;
  /** The session is no more. */
  forget(tokenHash: string): void;
}

/** Watches the sessions of one process, whose uptime in milliseconds `uptimeMs` tells. */
export function sessionUptimes(uptimeMs: () => number): SessionUptimes {
  const traces = new Map<string, Trace>();
  const traceOf = (tokenHash: string, lastSeenAt: number): Trace => {
    const known = traces.get(tokenHash);
    if (known !== undefined) return known;
    const now = uptimeMs();
    const trace = { metAt: now, usedAt: now, lastSeenAt };
    traces.set(tokenHash, trace);
    for (const oldest of traces.keys()) {
      if (traces.size <= maxEntries) break;
      traces.delete(oldest);
    }
    return trace;
  };
  return {
    isAlive: ({ tokenHash, lastSeenAt }) => {
      const trace = traceOf(tokenHash, lastSeenAt);
      if (lastSeenAt > trace.lastSeenAt) noteUse(trace, lastSeenAt, uptimeMs());
      return isAliveByUptime(trace, uptimeMs());
    },
    used: (tokenHash, now) => noteUse(traceOf(tokenHash, now), now, uptimeMs()),
    forget: (tokenHash) => traces.delete(tokenHash),
  };
}

function noteUse(trace: Trace, lastSeenAt: number, uptime: number): void {
  trace.usedAt = uptime;
  trace.lastSeenAt = Math.max(trace.lastSeenAt, lastSeenAt);
}
