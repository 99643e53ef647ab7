import type { AccountRow } from '#db/accounts.ts';
import type { Failures } from './lifecycle.ts';

/** The failures that a person's row holds. */
export function failuresOf(person: AccountRow): Failures {
  return {
    count: person.failedSignIns,
    since: milliseconds(person.firstFailedAt),
    lockedUntil: milliseconds(person.lockedUntil),
  };
}

/** What a person's row says of failures. */
export function failureColumns(failures: Failures) {
  return {
    failedSignIns: failures.count,
    firstFailedAt: instant(failures.since),
    lockedUntil: instant(failures.lockedUntil),
  };
}

const milliseconds = (text: string | null): number | null => (text === null ? null : Date.parse(text));
const instant = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
