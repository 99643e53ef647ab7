import type { Writer } from '#db/dialect';
import type { InterviewRow, ItemKey } from '#db/interviews.ts';
import { notify } from '../inbox/notify.ts';
import type { ItemCommand } from './item-lifecycle.ts';

/** What was done with an item, the day it is due on since, and which of its versions came of it. */
interface DoneWithItem extends Pick<ItemKey, 'interview' | 'region' | 'item'> {
  readonly command: ItemCommand;
  readonly note: string;
  readonly dueOn: string;
  readonly version: number;
}

/**
 * Tells the other side: the department of a report, the bureau of a return and of a later day. That an item is verified
 * needs nobody's answer.
 */
export async function tellOfItem(tx: Writer, now: Date, done: DoneWithItem): Promise<void> {
  const { interview, region, item, note, version, dueOn: day } = done;
  const rest = { region, once: `${item}@${version}` };
  const bureau = { role: 'bureau', regions: [region] } as const;
  if (done.command === 'report') {
    await notify(tx, now, {
      kind: 'item-reported',
      to: { role: 'official' },
      about: { interview, item, note },
      ...rest,
    });
  }
  if (done.command === 'return') {
    await notify(tx, now, { kind: 'item-returned', to: bureau, about: { interview, item, note }, ...rest });
  }
  if (done.command === 'grant' || done.command === 'extend') {
    await notify(tx, now, { kind: 'extension-granted', to: bureau, about: { interview, item, day }, ...rest });
  }
}

/** Tells the bureau of every called city that it is called in, each of itself alone. */
export async function tellOfCall(
  tx: Writer,
  now: Date,
  { id, heldOn }: InterviewRow,
  regions: readonly string[],
): Promise<void> {
  for (const region of regions) {
    const to = { role: 'bureau', regions: [region] } as const;
    const about = { interview: id, day: heldOn };
    await notify(tx, now, { kind: 'interview-called', to, region, about, once: 'called' });
  }
}
