/** Tells bureaus what is due within a week, the plans that they have yet to send among it, and bureaus and the department what is overdue: once, however often it looks. */
import type { Reader } from '#db/dialect';
import { listRecipients, listTold } from '#db/inbox.ts';
import { listItems } from '#db/interviews.ts';
import { dueNotices } from '../inbox/due-items.ts';
import { duePlanNotices } from '../interviews/due-plans.ts';
import { askedOf, notify, occasionOf, type NewNotice } from '../inbox/notify.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { Job } from './jobs.ts';

const hour = 60 * 60 * 1000;

export const tellDueItems: Job = {
  name: 'tell-due-items',
  everyMs: hour,
  run: async (run) => {
    const { database, clock } = run.services;
    const items = await listItems(database.reader, { interview: null, region: null });
    const today = dayInShanghai(clock.now());
    const fresh: NewNotice[] = [];
    const due = [...dueNotices(items, today), ...(await duePlanNotices(database.reader, today))];
    for (const notice of due) if (await isNews(database.reader, notice)) fresh.push(notice);
    if (fresh.length === 0 || run.signal.aborted) return;
    const command = { action: 'system.tell-due-items', object: today, request: null, changesStandings: false } as const;
    await run.change(command, async (tx) => {
      for (const notice of fresh) await notify(tx, clock.now(), notice);
      return { reply: null, detail: { count: fresh.length } };
    });
  },
};

/** Whether there is anybody who was not told yet. */
async function isNews(reader: Reader, notice: NewNotice): Promise<boolean> {
  const recipients = await listRecipients(reader, askedOf(notice));
  return (await listTold(reader, occasionOf(notice), recipients)).length < recipients.length;
}
