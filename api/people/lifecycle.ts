/** The rules of sessions and of locking accounts. Pure; times are milliseconds of the office's clock. */

const minute = 60_000;

export const sessionLimits = {
  /** A session ends when nothing was asked for so long. */
  idle: 30 * minute,
  /** A session ends so long after it began, however busy. */
  absolute: 12 * 60 * minute,
  /** How often, at most, the use of a session is written down. */
  noted: minute,
} as const;

/** Whether a session counts at an instant. */
export function isAlive(session: { readonly createdAt: number; readonly lastSeenAt: number }, now: number): boolean {
  return now - session.lastSeenAt < sessionLimits.idle && now - session.createdAt < sessionLimits.absolute;
}

export const lockOut = { failures: 5, within: 15 * minute, lockedFor: 15 * minute } as const;

/** How often in a row a sign-in failed, since when, and until when the account is locked. */
export interface Failures {
  readonly count: number;
  readonly since: number | null;
  readonly lockedUntil: number | null;
}

export const noFailures: Failures = { count: 0, since: null, lockedUntil: null };

/** Whole minutes until an account opens again; 0 where it is open. */
export function minutesLocked(failures: Failures, now: number): number {
  return failures.lockedUntil === null ? 0 : Math.max(0, Math.ceil((failures.lockedUntil - now) / minute));
}

/** The state after one more failure: the fifth within 15 minutes locks for 15 minutes and starts the count anew. */
export function afterFailure(failures: Failures, now: number): Failures {
  const running = failures.since !== null && now - failures.since < lockOut.within;
  const count = running ? failures.count + 1 : 1;
  if (count >= lockOut.failures) return { count: 0, since: null, lockedUntil: now + lockOut.lockedFor };
  return { count, since: running ? failures.since : now, lockedUntil: null };
}
