/** Every number of a draft of next year's targets, and of the sums of this year's: the formula leads to the number beside it. */
import { expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Region } from '#api/regions/contract.ts';
import type { Targets } from '#api/targets/contract.ts';
import { draftRows } from '#web/features/targets/draft/draft-rows.ts';
import { draftColumn, emptyDraft, type TypedDraft } from '#web/features/targets/draft/draft.ts';
import { sumProofs, targetRows } from '#web/features/targets/ledger.ts';
import { sumRows } from '#web/features/targets/sum-rows.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { demoApp } from '#tests/support/app.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';

const words = { t: textNow, language: 'zh' } as const;

async function readTargets() {
  await startText('zh');
  const { signedInAs } = await demoApp();
  const official = await signedInAs('official');
  const indicators = (await official.get('/api/indicators')).json<Indicator[]>();
  const regions = (await official.get('/api/regions')).json<Region[]>();
  const { cells } = (await official.get('/api/targets?year=2020')).json<Targets>();
  return { indicators, rows: targetRows(cells, regions, indicators) };
}

/** What the formula comes to, in the unit of what is shown: a difference of percentages is so many points. */
const reached = (formula: string, value: string): number => calculated(formula) * (value.includes('百分点') ? 100 : 1);

it('every drafted target is base and growth rounded to its step, and every difference and sum is reached', async () => {
  const { indicators, rows } = await readTargets();
  const missed: string[] = [];
  let drafted = 0;
  for (const [growth, rounding] of [
    ['5', '5'],
    ['-2.5', '1'],
    ['12.34', '10'],
  ] as const) {
    for (const indicator of indicators) {
      const typed: TypedDraft = {
        growths: { [indicator.code]: growth },
        roundings: { [indicator.code]: rounding },
        cells: { [`331100-${indicator.code}`]: '33' },
      };
      const cells = draftColumn(rows, indicator, typed);
      for (const { key, value, formula } of draftRows({ cells, indicator, typed, year: 2021, ...words })) {
        if (key === 'cell.331100') {
          expect([formula, shownNumber(value).value]).toEqual(['', indicator.kind === 'ratio' ? 0.33 : 33]);
          continue;
        }
        const apart = Math.abs(reached(formula, value) - shownNumber(value).value);
        // A share is rounded to so many hundredths of a per cent.
        const step = Number(rounding) / (indicator.kind === 'ratio' ? 100 : 1);
        const within = key.startsWith('cell.') ? step / 2 : 0;
        if (key.startsWith('cell.')) drafted += 1;
        if (apart > within + 1e-9) missed.push(`${indicator.code} ${key}: ${formula} is not ${value}`);
      }
    }
  }
  expect(missed).toEqual([]);
  expect(drafted).toBeGreaterThan(100);
});

it('600.00 with 5 % is shown as it is typed into a calculator', async () => {
  const { indicators, rows } = await readTargets();
  const indicator = indicators.find(({ code }) => code === 'prefab-area');
  if (indicator === undefined) throw new Error('no indicator');
  const typed = { ...emptyDraft, growths: { 'prefab-area': '5' }, roundings: { 'prefab-area': '5' } };
  const cells = draftColumn(rows, indicator, typed);
  const wenzhou = draftRows({ cells, indicator, typed, year: 2021, ...words }).filter(({ key }) =>
    key.endsWith('330300'),
  );
  expect(wenzhou.map(({ value, formula }) => `${value} = ${formula}`)).toEqual([
    '630.00 = 600.00 × (1 + 5.00%)',
    '+30.00 = 630.00 − 600.00',
  ]);
});

it('every sum of the cities, and what it has more than the province’s own target, is reached exactly', async () => {
  const { indicators, rows } = await readTargets();
  const sums = sumRows(sumProofs(rows, indicators), words);
  expect(sums.filter(({ value, formula }) => Math.abs(calculated(formula) - shownNumber(value).value) > 1e-9)).toEqual(
    [],
  );
  expect(sums.map(({ key }) => key)).toEqual(expect.arrayContaining(['sum.prefab-area', 'difference.prefab-area']));
});
