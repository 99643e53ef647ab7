/** The rules of what the department enters in the bureaus' place. Safe in a browser. */
import type { Role } from '../http/endpoint.ts';
import { lastDayOfMonth } from '../measures/calendar.ts';
import type { YearMonth } from '../measures/calendar.ts';
import type { Day } from '../measures/vocabulary.ts';

/** Months of a load by what became of them. */
export interface LoadMonths {
  readonly waiting: number;
  readonly accepted: number;
  readonly withdrawn: number;
}

/** What became of a load: it waits as long as any of it does. */
export function loadState({ waiting, accepted }: LoadMonths): 'waiting' | 'accepted' | 'withdrawn' {
  if (waiting > 0) return 'waiting';
  return accepted > 0 ? 'accepted' : 'withdrawn';
}

/** Why a person may not decide on a load; null where they may. Its own author may take it back and not accept it. */
export function loadRefusal(
  command: 'accept' | 'withdraw',
  { months, loadedBy }: { readonly months: LoadMonths; readonly loadedBy: string | null },
  person: { readonly id: string; readonly role: Role },
): 'not-allowed' | 'illegal-transition' | 'own-submission' | null {
  if (person.role !== 'official') return 'not-allowed';
  if (months.waiting === 0) return 'illegal-transition';
  return command === 'accept' && loadedBy === person.id ? 'own-submission' : null;
}

/** Whether an official may enter a month by hand: it is over, and nothing of it waits for a decision. */
export function mayEnterMonth(
  { year, month, hasWaiting }: YearMonth & { readonly hasWaiting: boolean },
  role: Role,
  today: Day,
): boolean {
  return role === 'official' && lastDayOfMonth(year, month) < today && !hasWaiting;
}
