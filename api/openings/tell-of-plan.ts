import type { Writer } from '#db/dialect';
import { notify } from '../inbox/notify.ts';
import type { OpeningCommand } from './contract.ts';

/** What was done with a city's plan, with which words, and which of its versions came of it. */
interface DoneWithPlan {
  readonly year: number;
  readonly region: string;
  readonly command: OpeningCommand;
  readonly reason: string;
  readonly version: number;
}

/** Tells the other side: the department of a plan that was sent, the bureau of what was decided. A draft concerns nobody else. */
export async function tellOfPlan(tx: Writer, now: Date, done: DoneWithPlan): Promise<void> {
  const { year, region, command, reason, version } = done;
  const about = { interview: null, opening: year, note: reason };
  const bureau = { role: 'bureau', regions: [region] } as const;
  const rest = { region, about, once: version };
  if (command === 'submit') await notify(tx, now, { kind: 'opening-submitted', to: { role: 'official' }, ...rest });
  if (command === 'return') await notify(tx, now, { kind: 'opening-returned', to: bureau, ...rest });
  if (command === 'accept') await notify(tx, now, { kind: 'opening-accepted', to: bureau, ...rest });
}

/** Tells a city's bureau that the department asks for its plan, once a day. */
export async function tellOfAsking(
  tx: Writer,
  now: Date,
  { year, region, today }: { readonly year: number; readonly region: string; readonly today: string },
): Promise<void> {
  const to = { role: 'bureau', regions: [region] } as const;
  const about = { interview: null, opening: year };
  await notify(tx, now, { kind: 'opening-asked', to, region, about, once: today });
}
