import type { Writer } from '#db/dialect';
import type { ItemKey } from '#db/interviews.ts';
import { notify } from '../inbox/notify.ts';
import type { ItemCommand } from './lifecycle.ts';

/** What was done with an item, and which of its versions came of it. */
interface DoneWithItem extends ItemKey {
  readonly command: ItemCommand;
  readonly note: string;
  readonly version: number;
}

/** Tells the other side: the department of a report, the bureau of a return. That an item is verified needs nobody's answer. */
export async function tellOfItem(tx: Writer, now: Date, done: DoneWithItem): Promise<void> {
  const { interview, region, item, note, version } = done;
  const rest = { region, about: { interview, item, note }, once: `${item}@${version}` };
  if (done.command === 'report') await notify(tx, now, { kind: 'item-reported', to: { role: 'official' }, ...rest });
  if (done.command === 'return') {
    await notify(tx, now, { kind: 'item-returned', to: { role: 'bureau', regions: [region] }, ...rest });
  }
}
