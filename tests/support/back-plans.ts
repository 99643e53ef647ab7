/** Back-scheduled plans of Lishui as its bureau writes them. */
import type { BackPlanIn, BackPlanReply } from '#api/back-plans/contract.ts';
import type { SignedInCaller } from '#tests/support/app.ts';
import { type Office } from '#tests/support/meetings.ts';
import { basedOn, lishui, monthOf } from '#tests/support/reporting.ts';

export const address = `/api/back-plans/2020/${lishui}/prefab-area`;

export const planAt = async (caller: SignedInCaller, at = address) => (await caller.get(at)).json<BackPlanReply>();

/** The proposal by the season, as its bureau would send it, with a measure for every month. */
export function proposed({ base }: BackPlanReply, more: Partial<BackPlanIn> = {}): BackPlanIn {
  const parts = base?.proposals.find(({ shape }) => shape === 'season')?.parts ?? [];
  return {
    parts: parts.map(({ month, part, amount }) => ({ month, part, amount })),
    measures: [10, 11, 12].map((month) => ({ month, text: '增加三个作业面' })),
    projects: [],
    reason: '',
    ...more,
  };
}

export async function bureauWith(at: Office, region = lishui) {
  const bureau = await at.signedInAs('bureau', region);
  return { bureau, plan: await planAt(bureau) };
}

/** An approved plan of Lishui, by its seasonal proposal. */
export async function approved(at: Office, more: Partial<BackPlanIn> = {}) {
  const { bureau, plan } = await bureauWith(at);
  await bureau.put(address, proposed(plan, more), basedOn(0));
  await bureau.post(`${address}/submit`, {}, basedOn(1));
  const response = await at.official.post(`${address}/decide`, { approve: true, reason: '' }, basedOn(2));
  return { bureau, response };
}

/** October of Lishui accepted with so much more than September. */
export async function acceptOctober(at: Office, bureau: SignedInCaller, added: number): Promise<void> {
  const september = await planAt(bureau);
  const figures = {
    'prefab-area': { cumulative: (september.base?.reached ?? 0) + added },
    'prefab-civil': { cumulative: 66 },
    'prefab-share': { numerator: (september.base?.reached ?? 0) + added, denominator: 900 },
    'steel-housing': { cumulative: 30 },
    'green-demo': { cumulative: 8 },
  };
  const saved = await bureau.put(
    monthOf(lishui, 10),
    { figures, asOf: '2020-10-19', cause: '部分项目延期开工', remedies: '倒排工期、逐项目包干' },
    basedOn(0),
  );
  if (saved.statusCode !== 200) throw new Error(saved.body);
  const sent = await bureau.post(monthOf(lishui, 10, 'submit'), {}, basedOn(1));
  if (sent.statusCode !== 200) throw new Error(sent.body);
  const accepted = await at.official.post(monthOf(lishui, 10, 'accept'), {}, basedOn(1));
  if (accepted.statusCode !== 200) throw new Error(accepted.body);
}
