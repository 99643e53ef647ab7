/** Tells bureaus of months that they owe: three working days before the on-time day, and once it has passed; once, however often it looks. */
import { listRecipients, listTold } from '#db/inbox.ts';
import type { Reader } from '#db/dialect';
import { askedOf, notify, occasionOf, type NewNotice } from '../inbox/notify.ts';
import { dayParts, previousMonth, type YearMonth } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Day } from '../measures/vocabulary.ts';
import { noticeOn } from '../reminders/lifecycle.ts';
import { openMonths } from '../reminders/owed.ts';
import { monthNotice } from '../reminders/tell-of-month.ts';
import { isOwed } from '../submissions/lifecycle.ts';
import type { Job } from './jobs.ts';

const hour = 60 * 60 * 1000;

/** An on-time day can be set up to a year after its month. */
const monthsLookedAt = 14;

export const tellOwedMonths: Job = {
  name: 'tell-owed-months',
  everyMs: hour,
  run: async (run) => {
    const { database, clock } = run.services;
    const today = dayInShanghai(clock.now());
    if ((await newsOf(database.reader, today)).length === 0 || run.signal.aborted) return;
    const command = {
      action: 'system.tell-owed-months',
      object: today,
      request: null,
      changesStandings: false,
    } as const;
    await run.change(command, async (tx) => {
      // Read again: who has sent it since is not told.
      const fresh = await newsOf(tx, today);
      for (const notice of fresh) await notify(tx, clock.now(), notice);
      return { reply: null, detail: { count: fresh.length } };
    });
  },
};

/** What somebody was not told yet. */
async function newsOf(reader: Reader, today: Day): Promise<NewNotice[]> {
  const fresh: NewNotice[] = [];
  for (const month of await openMonths(reader, monthsUntil(today), today)) {
    const kind = isOwed(month, month) ? noticeOn(month, today) : null;
    if (kind === null) continue;
    const notice = monthNotice(kind, month, month.dueOn);
    const recipients = await listRecipients(reader, askedOf(notice));
    if ((await listTold(reader, occasionOf(notice), recipients)).length < recipients.length) fresh.push(notice);
  }
  return fresh;
}

/** The running month and those before it, as many as can still be owed, newest first. */
export function monthsUntil(today: Day): YearMonth[] {
  const { year, month } = dayParts(today);
  const months: YearMonth[] = [{ year, month }];
  while (months.length < monthsLookedAt) months.push(previousMonth(months.at(-1) ?? { year, month }));
  return months;
}
