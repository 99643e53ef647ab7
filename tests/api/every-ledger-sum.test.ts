/** Every sum of the demonstration's project ledger: the formula that is shown leads to the number that stands beside it. */
import { expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import type { LedgerMonth } from '#api/projects/contract.ts';
import { ledgerRows } from '#web/parts/ledger-rows.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { demoApp } from '#tests/support/app.ts';
import { calculated, shownNumber } from '#tests/support/calculator.ts';
import { lishui } from '#tests/support/reporting.ts';

it('every sum of the ledger, and what was reported above it, is reached by a pocket calculator', async () => {
  await startText('zh');
  const at = await demoApp();
  const bureau = await at.signedInAs('bureau', lishui);
  const all = (await bureau.get('/api/indicators')).json<Indicator[]>();
  const indicators = new Map(all.map((one) => [one.code, one]));
  const { months } = (await bureau.get('/api/projects/sums?year=2020')).json<{ months: LedgerMonth[] }>();
  const rows = ledgerRows(months, { indicators, month: null, t: textNow, language: 'zh' });
  const missed = rows.filter(({ value, formula }) => {
    const { value: shown, unit } = shownNumber(value);
    return formula !== '' && Math.abs(calculated(formula) - shown) > 0.5 * unit + 1e-6;
  });
  expect(missed).toEqual([]);
  for (const of of ['started', 'ledger', 'difference']) {
    expect(rows.find(({ key }) => key === `prefab-area.9.${of}`)?.formula, of).not.toBe('');
  }
  // A month's projects are named beside their areas.
  const started = rows.find(({ key }) => key === 'prefab-area.9.started');
  const september = months.find(({ indicator, month }) => indicator === 'prefab-area' && month === 9);
  expect(started?.how.split('、')).toEqual(september?.started.terms.map(({ name }) => name));
  expect(started?.formula).toMatch(/^\([\d, +]+\) ÷ 10,000$/);
  // Of a month in which none has begun it is said that none has.
  const none = rows.find(({ key }) => key === 'prefab-area.10.started');
  expect(none).toMatchObject({ value: '0.00', formula: '', how: '（0 个项目）' });
  // Beside figures under review the difference is theirs, and the rows are those of their month alone.
  const reported = new Map([['prefab-area', 321.5]]);
  const reviewed = ledgerRows(months, { indicators, month: 9, reported, t: textNow, language: 'zh' });
  expect(new Set(reviewed.map(({ key }) => key.split('.')[1]))).toEqual(new Set(['9']));
  const difference = reviewed.find(({ key }) => key === 'prefab-area.9.difference');
  expect(difference?.formula).toMatch(/^321\.50 − /);
  const { value, unit } = shownNumber(difference?.value ?? '');
  expect(value).toBeCloseTo(321.5 - (september?.cumulative.amount ?? 0), 6);
  expect(Math.abs(calculated(difference?.formula ?? '') - value)).toBeLessThanOrEqual(0.5 * unit + 1e-6);
});
