/** What a page tries with a scenario's context is what the server says once it is accepted. */
import { describe, expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import { inBaseUnits } from '#api/figures/figure-text.ts';
import { tryMonths } from '#api/measures/scenario.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import type { ScenarioContext } from '#api/scenarios/contract.ts';
import { scenarioOf } from '#api/scenarios/lifecycle.ts';
import type { City, Overview } from '#api/standings/contract.ts';
import { demoApp } from '#tests/support/app.ts';

const wenzhou = '330300';
const address = (region: string, indicator: string, month: number) =>
  `/api/scenarios/${region}/${indicator}?year=2020&month=${month}`;

describe('a scenario', () => {
  it('tried with what August to September really brought says what September says, of every city and indicator', async () => {
    const official = await (await demoApp()).signedInAs('official');
    const indicators = (await official.get('/api/indicators')).json<Indicator[]>();
    const [rule] = (await official.get('/api/rules')).json<RuleDetail[]>();
    const { regions } = (await official.get('/api/overview?year=2020&month=9')).json<Overview>();
    let compared = 0;
    for (const { region } of regions) {
      const city = (await official.get(`/api/cities/${region}?year=2020&month=9`)).json<City>();
      for (const { standing, series, targets, projection, forecast } of city.indicators) {
        const indicator = indicators.find(({ code }) => code === standing.indicator);
        if (indicator === undefined || rule === undefined || standing.target === null) continue;
        // A target that changed between the months is another question.
        if (targets.length > 1 && region === '331000') continue;
        const context = (await official.get(address(region, indicator.code, 8))).json<ScenarioContext>();
        const base = (value: number | null | undefined) => inBaseUnits(value ?? 0, indicator.scale);
        const [august, september] = [8, 9].map((month) => series.find((one) => one.month === month && one.accepted));
        const added = {
          cumulative: base(september?.cumulative) - base(august?.cumulative),
          denominator: standing.denominator === null ? null : base(september?.denominator) - base(august?.denominator),
        };
        const [tried] = tryMonths(scenarioOf(context, indicator, rule.conditions[indicator.kind]), [added]);
        expect(tried?.standing.level).toBe(standing.level);
        expect(tried?.standing.gapPoints).toBeCloseTo(standing.gapPoints ?? Number.NaN, 9);
        expect((tried?.forecast.point ?? 0) / indicator.scale).toBeCloseTo(projection ?? 0, 6);
        expect(tried?.forecast.probability ?? null).toEqual(forecast.probability);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('has the very errors that the forecast says so many of reach the target', async () => {
    const official = await (await demoApp()).signedInAs('official');
    const indicators = (await official.get('/api/indicators')).json<Indicator[]>();
    const { regions } = (await official.get('/api/overview?year=2020&month=9')).json<Overview>();
    const counts = new Set<number>();
    for (const { region } of regions) {
      const city = (await official.get(`/api/cities/${region}?year=2020&month=9`)).json<City>();
      for (const { standing, projection, forecast } of city.indicators) {
        const kind = indicators.find(({ code }) => code === standing.indicator)?.kind;
        if (forecast.reaching === null || forecast.probability === null || kind !== 'flow') continue;
        const context = (await official.get(address(region, standing.indicator, 9))).json<ScenarioContext>();
        const errors = context.history.errors[8] ?? [];
        const reaching = errors.filter(
          (error) => Math.max(standing.actual ?? 0, Number(error) * (projection ?? 0)) >= (standing.target ?? Infinity),
        );
        expect([forecast.record?.count, forecast.reaching]).toEqual([errors.length, reaching.length]);
        expect(forecast.probability).toBeCloseTo((reaching.length + 0.5) / (errors.length + 1), 12);
        counts.add(reaching.length);
      }
    }
    // Few, many and in between.
    expect(counts.size).toBeGreaterThan(3);
  });

  it('ranks among all other cities for the department, and shows no other city to a bureau', async () => {
    const { signedInAs } = await demoApp();
    const official = (
      await (await signedInAs('official')).get(address(wenzhou, 'prefab-area', 9))
    ).json<ScenarioContext>();
    expect(official.others).toHaveLength(10);
    expect(official.others?.filter(({ level }) => level === 'behind')).toHaveLength(2);
    const bureau = await signedInAs('bureau', wenzhou);
    const own = (await bureau.get(address(wenzhou, 'prefab-area', 9))).json<ScenarioContext>();
    expect(own).toEqual({ ...official, others: null });
    expect((await bureau.get(address('330100', 'prefab-area', 9))).statusCode).toBe(404);
  });

  it('is not found of what does not exist', async () => {
    const leader = await (await demoApp()).signedInAs('leader');
    expect((await leader.get(address('339999', 'prefab-area', 9))).statusCode).toBe(404);
    expect((await leader.get(address(wenzhou, 'no-such', 9))).statusCode).toBe(404);
  });
});
