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
  const rows = ledgerRows(months, { indicators, t: textNow, language: 'zh' });
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
});
