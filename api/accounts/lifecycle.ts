/** The rules of locking accounts. Pure; times are milliseconds of the office's clock. */

const minute = 60_000;

export const lockOut = { failures: 5, within: 15 * minute, lockedFor: 15 * minute } as const;

/** How often in a row a sign-in failed, since when, and until when the account is locked. */
export interface Failures {
  readonly count: number;
  readonly since: number | null;
  readonly lockedUntil: number | null;
}

export const noFailures: Failures = { count: 0, since: null, lockedUntil: null };

/** Whole minutes until an account opens again, never more than a lock lasts; 0 where it is open. */
export function minutesLocked(failures: Failures, now: number): number {
  if (failures.lockedUntil === null) return 0;
  return Math.ceil(Math.min(Math.max(0, failures.lockedUntil - now), lockOut.lockedFor) / minute);
}

/**
 * The state after one more failure: the fifth within 15 minutes locks for 15 minutes and starts the count anew. A failure
 * while the account is locked changes nothing: it neither lifts the lock nor lengthens it.
 */
export function afterFailure(failures: Failures, now: number): Failures {
  if (minutesLocked(failures, now) > 0) return failures;
  const running = failures.since !== null && now - failures.since < lockOut.within;
  const count = running ? failures.count + 1 : 1;
  if (count >= lockOut.failures) return { count: 0, since: null, lockedUntil: now + lockOut.lockedFor };
  return { count, since: running ? failures.since : now, lockedUntil: null };
}
