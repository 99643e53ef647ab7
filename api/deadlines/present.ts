/** From stored decisions to the replies of this feature. */
import type { DeadlineRow } from '#db/deadlines.ts';
import type { Actor } from '../http/context.ts';
import { ownCity } from '../http/data-scope.ts';
import type { YearMonth } from '../measures/calendar.ts';
import type { MonthDeadline } from './contract.ts';
import { deadlineIn, maySet, notOwedWhy, usualDeadline, type OfficeCalendar } from './lifecycle.ts';

/** A month as the caller sees it; `decisions` are those on it, the newest last. */
export function presentMonth(
  { year, month }: YearMonth,
  decisions: readonly DeadlineRow[],
  calendar: OfficeCalendar,
  actor: Actor,
): MonthDeadline {
  const own = ownCity({ actor });
  const seen = decisions.filter(({ region }) => own === null || region === null || region === own);
  const usual = usualDeadline({ year, month }, calendar);
  return {
    year,
    month,
    version: seen.length,
    ...deadlineIn({ ...calendar, decisions: seen }, { year, month, region: own }),
    usual,
    notOwed: notOwedWhy({ year, month }, calendar),
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
