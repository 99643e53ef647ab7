/** Which cities move the province: the formula that is shown leads to the number that stands beside it, on the API's own gaps. */
import { expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import { paretoRows } from '#web/features/overview/pareto-rows.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { demoApp } from '#tests/support/app.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';

/** What its cities' own standings lie below the pace, without a sign, as many as do. */
const belowOf = ({ regions }: Overview, code: string): readonly number[] =>
  regions.flatMap(({ indicators }) =>
    indicators.flatMap(({ indicator, gapAmount }) =>
      indicator === code && gapAmount !== null && gapAmount < -1e-9 ? [-gapAmount] : [],
    ),
  );

it('every sum of gaps and every share of it is reached by a pocket calculator', async () => {
  await startText('zh');
  const { signedInAs } = await demoApp();
  const leader = await signedInAs('leader');
  const indicators = (await leader.get('/api/indicators')).json<Indicator[]>();
  const missed: string[] = [];
  const counts = new Map<string, number>();
  for (const year of [2019, 2020]) {
    for (let month = 1; month <= (year === 2020 ? 10 : 12); month += 1) {
      const reply = (await leader.get(`/api/overview?year=${year}&month=${month}`)).json<Overview>();
      for (const { indicator: code, shortfalls: short = [] } of reply.province.indicators) {
        const indicator = indicators.find((one) => one.code === code);
        if (indicator === undefined || short.length === 0) continue;
        const rows = paretoRows([{ indicator, short }], { nameOf: (region) => region, t: textNow, language: 'zh' });
        const below = belowOf(reply, code);
        expect(rows, code).toHaveLength(1 + 2 * below.length);
        // The sum is that of the cities' own gaps, and the last share is all of it.
        expect(calculated(rows[0]?.formula ?? '')).toBeCloseTo(0 - below.reduce((sum, one) => sum + one, 0), 2);
        expect(rows.at(-1)?.value).toBe('100.0%');
        for (const { key, value, formula } of rows) {
          const { value: shown, unit } = shownNumber(value);
          const kind = `${indicator.kind} ${key.split('.').at(-1)}`;
          counts.set(kind, (counts.get(kind) ?? 0) + 1);
          if (Math.abs(calculated(formula) - shown) > 0.5 * unit + 1e-6)
            missed.push(`${year}-${month} ${key}: ${formula}, ${value}`);
        }
      }
    }
  }
  expect(missed.slice(0, 20)).toEqual([]);
  for (const kind of ['flow', 'stock', 'ratio'])
    for (const of of ['sum', 'share', 'cumulative'])
      expect(counts.get(`${kind} ${of}`), `${kind} ${of}`).toBeGreaterThan(5);
});
