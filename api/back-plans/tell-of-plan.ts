import type { Writer } from '#db/dialect';
import { notify } from '../inbox/notify.ts';
import type { BackPlanCommand } from './contract.ts';
import type { PlanKey } from './record.ts';

/** What was done with a city's plan, with which words, and which of its versions came of it. */
interface DoneWithPlan extends PlanKey {
  readonly command: BackPlanCommand;
  readonly reason: string;
  readonly version: number;
}

/** Tells the other side: the department of a plan that was sent, the bureau of what was decided. A draft concerns nobody else. */
export async function tellOfPlan(tx: Writer, now: Date, done: DoneWithPlan): Promise<void> {
  const { year, region, indicator, command, reason, version } = done;
  const about = { interview: null, backPlan: { year, indicator }, note: reason };
  const bureau = { role: 'bureau', regions: [region] } as const;
  const rest = { region, about, once: `${indicator}@${version}` };
  if (command === 'submit') await notify(tx, now, { kind: 'back-plan-submitted', to: { role: 'official' }, ...rest });
  if (command === 'return') await notify(tx, now, { kind: 'back-plan-returned', to: bureau, ...rest });
  if (command === 'approve') await notify(tx, now, { kind: 'back-plan-approved', to: bureau, ...rest });
}
