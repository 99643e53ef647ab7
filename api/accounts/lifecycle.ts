/** The rules of locking accounts. Pure; times are milliseconds of the office's clock. */

const minute = 60_000;

/** So many failures within a time lock; each further lock lasts twice as long, up to the longest. */
export interface LockRule {
  readonly failures: number;
  readonly within: number;
  readonly lockedFor: number;
  readonly longest: number;
}

export const lockRules = {
  /** One address, or one device that is known. */
  source: { failures: 5, within: 15 * minute, lockedFor: 15 * minute, longest: 240 * minute },
  /** All addresses together from which the account was not signed in to lately: guessing spread over many machines. */
  strangers: { failures: 50, within: 15 * minute, lockedFor: 5 * minute, longest: 15 * minute },
} as const satisfies Record<string, LockRule>;

/** Locks that ended longer ago do not lengthen the next. */
export const locksForgottenAfter = 24 * 60 * minute;

/** How often in a row a sign-in failed, since when, how many locks followed each other, and until when the last holds. */
export interface Failures {
  readonly count: number;
  readonly since: number | null;
  readonly locks: number;
  readonly lockedUntil: number | null;
}

export const noFailures: Failures = { count: 0, since: null, locks: 0, lockedUntil: null };

/**
 * Whole minutes until a lock opens; 0 where it is open. A lock that would last longer than its own length was begun by a
 * clock that was wrong: it is over, else it would hold until the clock gets there again.
 */
export function minutesLocked(rule: LockRule, { locks, lockedUntil }: Failures, now: number): number {
  if (lockedUntil === null) return 0;
  const left = lockedUntil - now;
  const length = lockLength(rule, locks);
  return left <= 0 || left > length + minute ? 0 : Math.ceil(Math.min(left, length) / minute);
}

/** The state after one more failure. While locked it changes nothing: it neither lifts the lock nor lengthens it. */
export function afterFailure(rule: LockRule, failures: Failures, now: number): Failures {
  if (minutesLocked(rule, failures, now) > 0) return failures;
  const { since, lockedUntil } = failures;
  const locks = lockedUntil !== null && Math.abs(now - lockedUntil) < locksForgottenAfter ? failures.locks : 0;
  const runningSince = since !== null && Math.abs(now - since) < rule.within ? since : null;
  const count = runningSince === null ? 1 : failures.count + 1;
  if (count < rule.failures) return { count, since: runningSince ?? now, locks, lockedUntil };
  return { count: 0, since: null, locks: locks + 1, lockedUntil: now + lockLength(rule, locks + 1) };
}

function lockLength(rule: LockRule, locks: number): number {
  return Math.min(rule.lockedFor * 2 ** Math.max(0, locks - 1), rule.longest);
}
