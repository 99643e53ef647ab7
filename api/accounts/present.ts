import type { AccountRow } from '#db/accounts.ts';
import type { PublicContext } from '../http/context.ts';
import { actorOf } from '../http/signed-in.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Account, Session } from './contract.ts';
import type { FailureRow } from '#db/sign-in-sources.ts';
import { presentLocks } from './failures.ts';

/** Who is signed in, and what day it is in the office. */
export function presentSession(
  { clock, demonstration, publicDemonstration }: PublicContext,
  person: AccountRow,
  unsaved: boolean,
): Session {
  const { name, titleZh, titleEn, role, mustChangePassword } = person;
  const { region, within } = actorOf(person);
  const now = clock.now();
  return {
    person: { name, title: { zh: titleZh, en: titleEn }, role, region, within, mustChangePassword },
    now: now.toISOString(),
    today: dayInShanghai(now),
    demonstration,
    publicDemonstration,
    unsaved,
  };
}

/** An account as administrators see it. */
export function presentAccount({ clock }: PublicContext, person: AccountRow, failures: readonly FailureRow[]): Account {
  const { id, name, titleZh, titleEn, role, region, disabled, mustChangePassword, createdAt, version } = person;
  const locks = presentLocks(failures, clock.now().getTime());
  return {
    id,
    name,
    title: { zh: titleZh, en: titleEn },
    role,
    region,
    disabled,
    locked: locks.length > 0,
    locks,
    mustChangePassword,
    createdAt,
    version,
  };
}
