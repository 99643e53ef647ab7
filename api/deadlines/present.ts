/** From stored decisions to the replies of this feature. */
import type { DeadlineRow } from '#db/deadlines.ts';
import type { Actor } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import type { YearMonth } from '../measures/calendar.ts';
import type { MonthDeadline } from './contract.ts';
import { deadlineOf, maySet } from './lifecycle.ts';

/** A month as the caller sees it; `decisions` are those on it, the newest last. */
export function presentMonth(
  { year, month }: YearMonth,
  decisions: readonly DeadlineRow[],
  actor: Actor,
): MonthDeadline {
  const own = ownCity({ actor });
  const seen = decisions.filter(({ region }) => own === null || region === null || region === own);
  return {
    year,
    month,
    version: seen.length,
    ...deadlineOf(seen, { year, month, region: own }),
    decisions: seen.map(({ sequence, region, onTimeDay, closesOn, reason, authoredAs, decidedAt }) => ({
      sequence,
      region,
      onTimeDay,
      closesOn,
      reason,
      author: authoredAs.name,
      decidedAt,
    })),
    can: { set: maySet(actor) },
  };
}
