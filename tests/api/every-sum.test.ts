/** Every sum of the demonstration's province: the formula that is shown leads to the number that stands beside it. */
import { expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Sprint } from '#api/standings/contract.ts';
import { provinceRows } from '#web/parts/formula/province-rows.ts';
import { shortfallRows } from '#web/parts/formula/shortfall-rows.ts';
import { sumOfTerms, termsOf } from '#web/parts/formula/province-terms.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { demoApp } from '#tests/support/app.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';

it('every number of the province is reached by a pocket calculator from the formula beside it', async () => {
  await startText('zh');
  const { signedInAs } = await demoApp();
  const leader = await signedInAs('leader');
  const indicators = (await leader.get('/api/indicators')).json<Indicator[]>();
  const counts = new Map<string, number>();
  const missed: string[] = [];
  for (const year of [2019, 2020]) {
    for (let month = 1; month <= (year === 2020 ? 10 : 12); month += 1) {
      const { province, cities } = (await leader.get(`/api/sprint?year=${year}&month=${month}`)).json<Sprint>();
      for (const line of province.indicators) {
        const indicator = indicators.find(({ code }) => code === line.indicator);
        if (indicator === undefined) continue;
        const terms = termsOf(
          cities.flatMap(({ region, indicators: each }) =>
            each.flatMap((one) => (one.standing.indicator === line.indicator ? [{ region, ...one }] : [])),
          ),
          indicator,
        );
        const sum = sumOfTerms(terms);
        if (sum === null) continue;
        const words = { t: textNow, language: 'zh' } as const;
        const short = { short: line.shortfalls ?? [], indicator, nameOf: (code: string) => code };
        for (const row of [
          ...provinceRows({ line, indicator, terms, sum, ...words }),
          ...(short.short.length === 0 ? [] : shortfallRows({ ...short, ...words })),
        ]) {
          if (row.formula === '') continue;
          const kind = `${indicator.kind} ${row.key.replace(/\.\d+$/, '')}`;
          const { value, unit } = shownNumber(row.value);
          const reached = calculated(row.formula) * (row.key === 'gapPoints' ? 100 : 1);
          counts.set(kind, (counts.get(kind) ?? 0) + 1);
          if (Math.abs(reached - value) > 0.5 * unit + 1e-6)
            missed.push(`${year}-${month} ${kind}: ${row.formula} = ${reached}, ${row.value}`);
        }
      }
    }
  }
  expect(missed.slice(0, 20)).toEqual([]);
  for (const kind of ['flow', 'stock'])
    for (const key of [
      'actual',
      'target',
      'completion',
      'pace',
      'ratio',
      'gapPoints',
      'gapAmount',
      'remaining',
      'needed',
      'recent',
      'intensity',
      'projection',
    ])
      expect(counts.get(`${kind} ${key}`), `${kind} ${key}`).toBeGreaterThan(5);
  for (const key of ['share', 'target', 'completion', 'gapPoints', 'gapAmount', 'intensity'])
    expect(counts.get(`ratio ${key}`), `ratio ${key}`).toBeGreaterThan(5);
  for (const kind of ['flow', 'stock', 'ratio'])
    for (const key of ['share', 'cumulative', 'gaps'])
      expect(counts.get(`${kind} ${key}`), `${kind} ${key}`).toBeGreaterThan(5);
  expect(counts.get('flow own')).toBeGreaterThan(0);
  expect(counts.get('flow original')).toBeGreaterThan(0);
});
