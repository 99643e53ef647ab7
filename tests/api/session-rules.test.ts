/** The rules of sessions and of locking, at each limit and a millisecond beside it. */
import { describe, expect, it } from 'vitest';
import { afterFailure, lockRules, minutesLocked, noFailures } from '#api/accounts/lifecycle.ts';
import { isAlive, sessionLimits } from '#api/http/session-rules.ts';
import type { Failures } from '#api/accounts/lifecycle.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Any instant; the rules count from it. */
const start = Date.UTC(2020, 9, 19, 1);

describe('the limits', () => {
  it('are half an hour idle, twelve hours at most, five failures in a quarter of an hour', () => {
    expect(sessionLimits).toEqual({ idle: 1_800_000, absolute: 43_200_000, noted: 60_000 });
    expect(lockRules.source).toEqual({ failures: 5, within: 900_000, lockedFor: 900_000, longest: 14_400_000 });
  });
});

const future = (by: number) => ({ createdAt: start + by, lastSeenAt: start + by });

const begun = (lastSeenAt = start) => ({ createdAt: start, lastSeenAt });

describe('a session', () => {
  it('lives until 30 minutes have passed since its last use, and not a millisecond longer', () => {
    expect(isAlive(begun(), start)).toBe(true);
    expect(isAlive(begun(), start + 30 * minute - 1)).toBe(true);
    expect(isAlive(begun(), start + 30 * minute)).toBe(false);
    const used = begun(start + 10 * minute);
    expect(isAlive(used, start + 40 * minute - 1)).toBe(true);
    expect(isAlive(used, start + 40 * minute)).toBe(false);
  });

  it('lives 12 hours from its beginning at most, though it was used a moment ago', () => {
    expect(isAlive(begun(start + 12 * hour - 2), start + 12 * hour - 1)).toBe(true);
    expect(isAlive(begun(start + 12 * hour - 1), start + 12 * hour)).toBe(false);
    expect(isAlive(begun(start + 13 * hour - 1), start + 13 * hour)).toBe(false);
  });

  it('that began in the future lives only if that is within half an hour, as of a clock set back a little', () => {
    expect(isAlive(future(30 * minute), start)).toBe(true);
    expect(isAlive(future(30 * minute + 1), start)).toBe(false);
  });
});

const rule = lockRules.source;
const failing = (times: readonly number[]): Failures =>
  times.reduce<Failures>((failures, now) => afterFailure(rule, failures, now), noFailures);
const atMinutes = (...minutes: readonly number[]) => failing(minutes.map((one) => start + one * minute));

describe('failures', () => {
  it('lock at the fifth and at none before', () => {
    expect(atMinutes(0)).toEqual({ count: 1, since: start, locks: 0, lockedUntil: null });
    expect(atMinutes(0, 1, 2, 3)).toEqual({ count: 4, since: start, locks: 0, lockedUntil: null });
    expect(atMinutes(0, 1, 2, 3, 4)).toEqual({ count: 0, since: null, locks: 1, lockedUntil: start + 19 * minute });
  });

  it('count from the first, to the millisecond before a quarter of an hour is over', () => {
    const four = [start, start, start, start];
    expect(failing([...four, start + 15 * minute - 1]).lockedUntil).toBe(start + 30 * minute - 1);
    expect(failing([...four, start + 15 * minute])).toEqual({
      count: 1,
      since: start + 15 * minute,
      locks: 0,
      lockedUntil: null,
    });
  });

  it('count anew after a lock is over, all five of them', () => {
    const after = afterFailure(rule, atMinutes(0, 0, 0, 0, 0), start + 15 * minute);
    expect(after).toEqual({
      count: 1,
      since: start + 15 * minute,
      locks: 1,
      lockedUntil: start + 15 * minute,
    });
  });

  it('while locked change nothing, to the last millisecond', () => {
    const locked = atMinutes(0, 0, 0, 0, 0);
    expect(afterFailure(rule, locked, start + 15 * minute - 1)).toEqual(locked);
  });
});

const lockedTo = (until: number | null): Failures => ({ count: 0, since: null, locks: 1, lockedUntil: until });

describe('the minutes of a lock', () => {
  it('are rounded up, 15 at most, and 0 from the instant at which it opens', () => {
    expect(minutesLocked(rule, lockedTo(null), start)).toBe(0);
    expect(minutesLocked(rule, lockedTo(start), start)).toBe(0);
    expect(minutesLocked(rule, lockedTo(start - 1), start)).toBe(0);
    expect(minutesLocked(rule, lockedTo(start + 1), start)).toBe(1);
    expect(minutesLocked(rule, lockedTo(start + minute), start)).toBe(1);
    expect(minutesLocked(rule, lockedTo(start + minute + 1), start)).toBe(2);
    expect(minutesLocked(rule, lockedTo(start + 15 * minute), start)).toBe(15);
    expect(minutesLocked(rule, lockedTo(start + 16 * minute), start)).toBe(15);
    // Longer than a lock can last: a clock that was wrong began it.
    expect(minutesLocked(rule, lockedTo(start + 16 * minute + 1), start)).toBe(0);
  });
});
