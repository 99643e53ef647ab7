/** Which failures count for a try: those of its own source, and those of all strangers together. */
import type { Reader, Writer } from '#db/dialect';
import {
  deleteFailures,
  deleteFailuresBefore,
  deleteKnownSourcesBefore,
  findKnownSources,
  listFailures,
  putFailures,
  putKnownSource,
  type FailureRow,
} from '#db/sign-in-sources.ts';
import type { Account } from './contract.ts';
import { afterFailure, lockRules, locksForgottenAfter, minutesLocked, noFailures, type Failures } from './lifecycle.ts';

const strangers = 'strangers';
const day = 24 * 60 * 60_000;
/** An address is known for so long after a sign-in; a device as long as a browser keeps its cookie. */
const knownFor = { address: 30 * day, device: 400 * day } as const;

/** Where a try comes from: `device` is the hash of the device's cookie, whoever's it may be. */
export interface Place {
  readonly address: string;
  readonly device: string | null;
}

/** What counts for one try. */
export interface Tally {
  readonly source: string;
  /** Whether the account was signed in to from there lately: then what strangers do is of no matter. */
  readonly isKnown: boolean;
  readonly own: Failures;
  readonly strangers: Failures;
}

/** Reads what counts for a try at this account. Devices are counted apart from the address that they share. */
export async function tallyOf(reader: Reader, account: string, place: Place, now: number): Promise<Tally> {
  const { address, device } = sourcesOf(place);
  const asked = device === null ? [address] : [address, device];
  const since = new Map(
    (await findKnownSources(reader, account, asked)).map((row) => [row.source, Date.parse(row.lastSignedInAt)]),
  );
  const lately = (source: string, span: number): boolean =>
    now - (since.get(source) ?? Number.NEGATIVE_INFINITY) < span;
  const isOwnDevice = device !== null && lately(device, knownFor.device);
  const source = isOwnDevice ? device : address;
  const rows = new Map((await listFailures(reader, account)).map((row) => [row.source, failuresOf(row)]));
  return {
    source,
    isKnown: isOwnDevice || lately(address, knownFor.address),
    own: rows.get(source) ?? noFailures,
    strangers: rows.get(strangers) ?? noFailures,
  };
}

/** Minutes that a try has to wait; 0 where it may go on. */
export function minutesToWait(tally: Tally, now: number): number {
  const own = minutesLocked(lockRules.source, tally.own, now);
  return tally.isKnown ? own : Math.max(own, minutesLocked(lockRules.strangers, tally.strangers, now));
}

/** The tally after one more failure; a known source does not add to the strangers'. */
export function afterFailedTry(tally: Tally, now: number): Tally {
  const own = afterFailure(lockRules.source, tally.own, now);
  return tally.isKnown
    ? { ...tally, own }
    : { ...tally, own, strangers: afterFailure(lockRules.strangers, tally.strangers, now) };
}

/** Counts a failure, and clears away what no longer matters. */
export async function countFailedTry(tx: Writer, account: string, tally: Tally, now: number): Promise<void> {
  const next = afterFailedTry(tally, now);
  await deleteFailuresBefore(tx, new Date(now - 2 * locksForgottenAfter).toISOString());
  await putFailures(tx, rowOf(account, tally.source, next.own, now));
  if (!tally.isKnown) await putFailures(tx, rowOf(account, strangers, next.strangers, now));
}

/** A success forgets the failures of its source and makes address and device known. */
export async function noteSuccess(tx: Writer, account: string, place: Place, tally: Tally, now: number): Promise<void> {
  const { address, device } = sourcesOf(place);
  const lastSignedInAt = new Date(now).toISOString();
  await deleteFailures(tx, account, tally.source);
  await deleteKnownSourcesBefore(tx, new Date(now - knownFor.device).toISOString());
  await putKnownSource(tx, { account, source: address, lastSignedInAt });
  if (device !== null) await putKnownSource(tx, { account, source: device, lastSignedInAt });
}

/** The locks that hold now, as administrators see them. */
export function presentLocks(rows: readonly FailureRow[], now: number): Account['locks'] {
  return rows.flatMap((row) => {
    const isStrangers = row.source === strangers;
    const rule = isStrangers ? lockRules.strangers : lockRules.source;
    const minutes = minutesLocked(rule, failuresOf(row), now);
    if (minutes === 0) return [];
    const address = row.source.startsWith('address:') ? row.source.slice('address:'.length) : null;
    const source = isStrangers ? strangers : address === null ? 'device' : 'address';
    return [{ source, address, failures: rule.failures, minutes }];
  });
}

function sourcesOf({ address, device }: Place): { readonly address: string; readonly device: string | null } {
  return { address: `address:${address}`, device: device === null ? null : `device:${device}` };
}

function failuresOf({ failures, since, locks, lockedUntil }: FailureRow): Failures {
  return { count: failures, since: milliseconds(since), locks, lockedUntil: milliseconds(lockedUntil) };
}

function rowOf(
  account: string,
  source: string,
  { count, since, locks, lockedUntil }: Failures,
  now: number,
): FailureRow {
  const lastFailedAt = new Date(now).toISOString();
  return {
    account,
    source,
    failures: count,
    since: instant(since),
    locks,
    lockedUntil: instant(lockedUntil),
    lastFailedAt,
  };
}

const milliseconds = (text: string | null): number | null => (text === null ? null : Date.parse(text));
const instant = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
