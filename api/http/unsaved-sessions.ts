/**
 * Sessions that could not be written down, because the disk takes nothing: kept by this process alone, so that people can
 * still sign in to read. They end with it, and by every rule by which stored ones do.
 */
import type { SessionRow } from '#db/sessions.ts';
import { isAlive } from './session-rules.ts';

/** A session as it would have been stored. */
export interface UnsavedSession extends SessionRow {
  /** What the password was then: a session ends where the account has another one. */
  readonly passwordHash: string;
}

/** So many of one account; the oldest of them gives way. */
const maxOfAccount = 3;
/** So many of all accounts together; nobody's gives way to another's. */
const maxSessions = 1000;

/** The sessions that this process keeps. */
export interface UnsavedSessions {
  /** Keeps a session; false where there are too many. `now` is of the office's clock, in milliseconds. */
  add(session: UnsavedSession, now: number): boolean;
  find(tokenHash: string): UnsavedSession | undefined;
  /** A request of this session came at this moment, in milliseconds. */
  used(tokenHash: string, now: number): void;
  /** Ends it; false where there is none. */
  end(tokenHash: string): boolean;
  list(): readonly UnsavedSession[];
}

/** Keeps the sessions of one process. */
export function unsavedSessions(): UnsavedSessions {
  const kept = new Map<string, UnsavedSession>();
  const clearEnded = (now: number): void => {
    for (const { tokenHash, createdAt, lastSeenAt } of kept.values()) {
      const times = { createdAt: Date.parse(createdAt), lastSeenAt: Date.parse(lastSeenAt) };
      if (!isAlive(times, now)) kept.delete(tokenHash);
    }
  };
  return {
    add: (session, now) => {
      clearEnded(now);
      const own = [...kept.values()].filter(({ account }) => account === session.account);
      // In the order in which they began.
      if (own.length >= maxOfAccount && own[0] !== undefined) kept.delete(own[0].tokenHash);
      if (kept.size >= maxSessions) return false;
      kept.set(session.tokenHash, session);
      return true;
    },
    find: (tokenHash) => kept.get(tokenHash),
    used: (tokenHash, now) => {
      const session = kept.get(tokenHash);
      if (session !== undefined) kept.set(tokenHash, { ...session, lastSeenAt: new Date(now).toISOString() });
    },
    end: (tokenHash) => kept.delete(tokenHash),
    list: () => [...kept.values()],
  };
}
