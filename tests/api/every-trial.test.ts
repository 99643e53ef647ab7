/** Every number of a trial of the months to come: the formula that is shown leads to the number that stands beside it. */
import { expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import { asRecently } from '#api/measures/scenario.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import type { ScenarioContext } from '#api/scenarios/contract.ts';
import { scenarioOf } from '#api/scenarios/lifecycle.ts';
import type { Overview } from '#api/standings/contract.ts';
import { filledUp, scenarioRows, takesOf } from '#web/features/city/scenario/scenario-rows.ts';
import { triedRows } from '#web/features/city/scenario/tried-rows.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { demoApp } from '#tests/support/app.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';

it('every number of a trial, as recently and as each level takes it, is reached by a pocket calculator', async () => {
  await startText('zh');
  const official = await (await demoApp()).signedInAs('official');
  const indicators = (await official.get('/api/indicators')).json<Indicator[]>();
  const [rule] = (await official.get('/api/rules')).json<RuleDetail[]>();
  if (rule === undefined) throw new Error('no rule');
  const counts = new Map<string, number>();
  const missed: string[] = [];
  for (const month of [3, 6, 9]) {
    const { regions } = (await official.get(`/api/overview?year=2020&month=${month}`)).json<Overview>();
    for (const { region } of regions) {
      for (const indicator of indicators) {
        const address = `/api/scenarios/${region}/${indicator.code}?year=2020&month=${month}`;
        const context = (await official.get(address)).json<ScenarioContext>();
        const scenario = scenarioOf(context, indicator, rule.conditions[indicator.kind]);
        const [presumed, takes] = [asRecently(scenario), takesOf(scenario)];
        const [wanted] = takes.flatMap(({ additions }) => (additions === null ? [] : [additions]));
        for (const additions of [presumed, ...(wanted === undefined ? [] : [filledUp(wanted, presumed)])]) {
          const rows = scenarioRows(scenario, context, additions);
          for (const { key, value, formula } of triedRows({
            scenario,
            rows,
            takes,
            indicator,
            count: 11,
            t: textNow,
            language: 'zh',
          })) {
            if (formula === '') continue;
            const kind = `${indicator.kind} ${key.split('.')[0]}`;
            const { value: said, unit } = shownNumber(value);
            const reached = calculated(formula) * (key.startsWith('gap.') ? 100 : 1);
            counts.set(kind, (counts.get(kind) ?? 0) + 1);
            if (Math.abs(reached - said) > 0.5 * unit + 1e-6)
              missed.push(`${region} ${kind} ${key}: ${formula} = ${reached}, ${value}`);
          }
        }
      }
    }
  }
  expect(missed.slice(0, 20)).toEqual([]);
  for (const kind of ['flow', 'stock'])
    for (const key of ['reached', 'completion', 'gap', 'ratio', 'yearEnd', 'low', 'high', 'take'])
      expect(counts.get(`${kind} ${key}`), `${kind} ${key}`).toBeGreaterThan(20);
  for (const key of ['reached', 'whole', 'share', 'completion', 'gap', 'ratio', 'take'])
    expect(counts.get(`ratio ${key}`), `ratio ${key}`).toBeGreaterThan(20);
}, 60_000);
