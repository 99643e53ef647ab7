/** Tells each bureau what became of the figures that the department entered in its place, in the transaction of it. */
import type { Writer } from '#db/dialect';
import type { LoadRow } from '#db/loads.ts';
import type { SubmissionKey } from '#db/submissions.ts';
import { pausing } from '../http/event-loop.ts';
import { notify, settleMonth } from '../inbox/notify.ts';
import { compareMonths } from '../measures/calendar.ts';

/** One notice for each city, whatever the number of its months, named by the newest of them. */
export async function tellBureaus(
  tx: Writer,
  now: Date,
  became: 'entered' | 'accepted' | 'withdrawn',
  {
    load,
    months,
    reason,
  }: { readonly load: Pick<LoadRow, 'id'>; readonly months: readonly SubmissionKey[]; readonly reason: string },
): Promise<void> {
  const pause = pausing();
  for (const [region, own] of Map.groupBy(months, (month) => month.region)) {
    const newest = own.toSorted(compareMonths).at(-1);
    if (newest === undefined) continue;
    const { year, month } = newest;
    // That it waits is over.
    if (became !== 'entered') await settleMonth(tx, now, newest, ['load-entered']);
    const about = { interview: null, submission: { year, month }, count: own.length, note: reason };
    const to = { role: 'bureau', regions: [region] } as const;
    await notify(tx, now, { kind: `load-${became}`, to, region, about, once: load.id });
    await pause();
  }
}
