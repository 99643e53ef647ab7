/** Failures of names that have no account, so that they lock like any other. Forgotten with the process. */
import { afterFailedTry, minutesToWait, type Tally } from './failures.ts';
import { noFailures, type Failures } from './lifecycle.ts';

export type UnknownNames = Map<string, Failures>;
const maxUnknownNames = 20_000;

/** A try at a name without an account. */
interface UnknownTry {
  readonly name: string;
  readonly address: string;
}

/** Minutes that a try at this name has to wait; 0 where it may go on. */
export function unknownMinutes(names: UnknownNames, tried: UnknownTry, now: number): number {
  return minutesToWait(tallyOf(names, tried), now);
}

/** Counts a failure unless the name is locked by now, and tells the minutes of that lock. */
export function countUnknown(names: UnknownNames, tried: UnknownTry, now: number): number {
  const tally = tallyOf(names, tried);
  const minutes = minutesToWait(tally, now);
  if (minutes > 0) return minutes;
  if (names.size > maxUnknownNames) names.clear();
  const next = afterFailedTry(tally, now);
  names.set(tally.source, next.own);
  names.set(strangersOf(tried), next.strangers);
  return 0;
}

function tallyOf(names: UnknownNames, tried: UnknownTry): Tally {
  const source = JSON.stringify([tried.name, tried.address]);
  return {
    source,
    isKnown: false,
    own: names.get(source) ?? noFailures,
    strangers: names.get(strangersOf(tried)) ?? noFailures,
  };
}

const strangersOf = ({ name }: UnknownTry): string => JSON.stringify([name]);
