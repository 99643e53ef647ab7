/** Failed sign-ins that could not be written down, so that they lock like any other. Forgotten with the process. */
import { afterFailedTry, minutesToWait, type Tally } from './failures.ts';
import { noFailures, type Failures } from './lifecycle.ts';

const maxAccounts = 20_000;
const strangers = 'strangers';

/** What this process counted, over what is stored. Times are milliseconds of the office's clock. */
export interface UnsavedFailures {
  /** Minutes that a try has to wait for what was counted here; 0 where it may go on. */
  minutes(account: string, tally: Tally, now: number): number;
  count(account: string, tally: Tally, now: number): void;
  /** A success forgets the failures of its source, as stored ones are. */
  succeeded(account: string, tally: Tally): void;
  /** An administrator lifted every lock of the account. */
  forget(account: string): void;
}

/** Counts for one process. */
export function unsavedFailures(): UnsavedFailures {
  const held = new Map<string, Map<string, Failures>>();
  const over = (account: string, tally: Tally, otherwise: Pick<Tally, 'own' | 'strangers'>): Tally => ({
    ...tally,
    own: held.get(account)?.get(tally.source) ?? otherwise.own,
    strangers: held.get(account)?.get(strangers) ?? otherwise.strangers,
  });
  return {
    minutes: (account, tally, now) =>
      minutesToWait(over(account, tally, { own: noFailures, strangers: noFailures }), now),
    count: (account, tally, now) => {
      if (held.size > maxAccounts) held.clear();
      const next = afterFailedTry(over(account, tally, tally), now);
      const own = held.get(account) ?? new Map<string, Failures>();
      own.set(tally.source, next.own);
      if (!tally.isKnown) own.set(strangers, next.strangers);
      held.set(account, own);
    },
    succeeded: (account, { source }) => void held.get(account)?.delete(source),
    forget: (account) => void held.delete(account),
  };
}
