import type { NodePlanRow } from '#db/curves.ts';
import type { Writer } from '#db/dialect';
import type { Role } from '../http/endpoint.ts';
import { notify } from '../inbox/notify.ts';

/** Tells the other side: the department of a plan that was sent, the bureau of what was decided. What a bureau takes back asks nobody. */
export async function tellOfNodePlan(tx: Writer, now: Date, done: NodePlanRow, by: Role): Promise<void> {
  const { year, region, indicator, action, reason, number } = done;
  if (action === 'withdraw' && by === 'bureau') return;
  const about = { interview: null, nodePlan: { year, indicator }, note: reason };
  const bureau = { role: 'bureau', regions: [region] } as const;
  const to = action === 'submit' ? ({ role: 'official' } as const) : bureau;
  await notify(tx, now, { kind: kinds[action], to, region, about, once: `${indicator}@${number}` });
}

const kinds = {
  submit: 'node-plan-submitted',
  approve: 'node-plan-approved',
  return: 'node-plan-returned',
  withdraw: 'node-plan-withdrawn',
} as const;
