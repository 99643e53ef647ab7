import type { AccountRow } from '#db/accounts.ts';
import type { PublicContext } from '../http/context.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Account, Session } from './contract.ts';
import { failuresOf } from './failures.ts';
import { minutesLocked } from './lifecycle.ts';

/** Who is signed in, and what day it is in the office. */
export function presentSession({ clock, demonstration }: PublicContext, person: AccountRow): Session {
  const { name, titleZh, titleEn, role, region, mustChangePassword } = person;
  const now = clock.now();
  return {
    person: { name, title: { zh: titleZh, en: titleEn }, role, region, mustChangePassword },
    now: now.toISOString(),
    today: dayInShanghai(now),
    demonstration,
  };
}

/** An account as administrators see it. */
export function presentAccount({ clock }: PublicContext, person: AccountRow): Account {
  const { id, name, titleZh, titleEn, role, region, disabled, mustChangePassword, createdAt } = person;
  return {
    id,
    name,
    title: { zh: titleZh, en: titleEn },
    role,
    region,
    disabled,
    locked: minutesLocked(failuresOf(person), clock.now().getTime()) > 0,
    mustChangePassword,
    createdAt,
  };
}
