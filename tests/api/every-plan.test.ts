/** Every number of back-scheduled plans: the formula that is shown leads to the number that stands beside it. */
import { expect, it } from 'vitest';
import type { z } from 'zod';
import type { BackPlanReply, listBackPlans } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { ProjectReply } from '#api/projects/contract.ts';
import { followedRows, lineRows, planRows, proposalRows, remainingRows } from '#web/features/back-plans/plan-rows.ts';
import type { ProofRow } from '#web/parts/proof/proof-rows.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { acceptOctober, approved, bureauWith, planAt } from '#tests/support/back-plans.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';
import { office, type Office } from '#tests/support/meetings.ts';
import { ordinaryProject } from '#tests/support/projects.ts';
import { lishui } from '#tests/support/reporting.ts';

/** How far a formula's result is from the number beside it, in units of that number's last digit. */
function apart({ value, formula }: ProofRow): number {
  const { value: shown, unit } = shownNumber(value);
  return Math.abs(calculated(formula) - shown) / unit;
}

const wordsOf = async (at: Office) => {
  await startText('zh');
  const indicators = (await at.official.get('/api/indicators')).json<Indicator[]>();
  const indicator = indicators.find(({ code }) => code === 'prefab-area');
  if (indicator === undefined) throw new Error('no indicator');
  return { indicator, t: textNow, language: 'zh' } as const;
};

const missed = (rows: readonly ProofRow[], within = 0.5) =>
  rows.filter((row) => row.formula === '' || apart(row) > within + 1e-6).map(({ key }) => key);

it('every proposed amount is what is left in proportion to what its period weighs, within a step', async () => {
  const at = await office();
  const { plan } = await bureauWith(at);
  const words = await wordsOf(at);
  if (plan.base === null) throw new Error('nothing to plan');
  expect(missed(remainingRows(plan.base, words))).toEqual([]);
  const rows = proposalRows(plan.base, words);
  // Three shapes of three months, of which two have ten-day periods.
  expect(rows).toHaveLength(27);
  expect(missed(rows, 1)).toEqual([]);
});

it('every number of an approved plan, followed into October, is reached by a pocket calculator', async () => {
  const at = await office();
  const writer = await at.signedInAs('bureau', lishui);
  const project = { ...ordinaryProject, startActual: null, startPlanned: '2020-11-15' };
  const created = await writer.post('/api/projects', project);
  const { id } = created.json<ProjectReply>();
  const { bureau } = await approved(at, { projects: [id] });
  await acceptOctober(at, bureau, 5);
  const followedPlan: BackPlanReply = await planAt(at.official);
  const { inForce } = followedPlan;
  const words = await wordsOf(at);
  if (inForce === null) throw new Error('no plan in force');
  const rows = [...followedRows(inForce, words), ...planRows({ ...inForce, sum: inForce.remaining }, words)];
  expect(missed(rows)).toEqual([]);
  expect(rows.map(({ key }) => key)).toEqual(
    expect.arrayContaining([
      'planned.10',
      'actual.10',
      'slippage.10',
      'sum',
      'month.11',
      'bestMonth',
      'recentMean',
      'best.12',
      'recent.10',
      'area',
      'share',
      'missing',
    ]),
  );
  // A day within the month: its ten-day periods, or days of it, are counted.
  expect(rows.find(({ key }) => key === 'planned.10')?.formula).toMatch(/ × \d+ ÷ 31$/);
  const list = (await at.official.get('/api/back-plans?year=2020')).json<z.infer<typeof listBackPlans.reply>>();
  const lines = list.plans.flatMap((line) => (line.indicator === 'prefab-area' ? lineRows(line, words) : []));
  expect(missed(lines)).toEqual([]);
  expect(lines.map(({ key }) => key)).toContain('slippage');
});
