/** A template that others were quicker than: both values with their authors, each decided by itself, also over a reload. */
import { expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { head, loaded } from '#tests/support/loads.ts';
import { lishui, monthOf, newestValue, submissionIn } from '#tests/support/reporting.ts';
import { secondOfficial } from '#tests/support/second-official.ts';
import { csvOf, rowsOf, workbookOf, xlsxType } from '#tests/support/tables-in-files.ts';

const browser = await sharedBrowser();

it('is decided cell by cell, and what was decided is there after a reload', async () => {
  const office = await listeningApp();
  const [first, second] = [await office.signedIn('official'), await secondOfficial(office)];
  const template = await first.get('/api/loads/template?year=2020&language=zh&format=xlsx');
  const rows = await rowsOf(template.rawPayload);
  const at = (month: number) =>
    rows.findIndex((row) => row[0] === lishui && row[3] === month && row[4] === 'green-demo');
  const [may, june] = [at(5), at(6)];
  const theirs = [5, 6].map((month) => [lishui, 2020, month, 'green-demo', Number(rows[at(month)]?.[7]) + 1]);
  const load = await loaded(first, csvOf([head, ...theirs]));
  await second.post(`/api/loads/${load.id}/accept`);
  const inFile = Number(rows[june]?.[7]) + 2;
  rows[may]![7] = Number(rows[may]?.[7]) + 2;
  rows[june]![7] = inFile;

  const page = await openAs(browser, office, 'official', '/loads');
  const file = { name: '旧模板.xlsx', mimeType: xlsxType, buffer: workbookOf(rows) };
  await page.locator('input[type=file]').setInputFiles(file);
  const table = page.getByRole('table', { name: '与已通过数据不同之处' });
  await expect.poll(() => table.innerText()).toContain('复核员');
  const boxes = table.getByRole('checkbox');
  expect(await boxes.count()).toBe(2);
  // What was accepted meanwhile stays unless somebody says otherwise: nothing would be entered.
  expect(await page.getByRole('button', { name: /^确认录入/ }).count()).toBe(0);
  await boxes.nth(1).check();
  await page.reload();
  await page.getByRole('button', { name: '继续核对' }).click();
  await expect.poll(() => boxes.nth(1).isChecked()).toBe(true);
  expect(await boxes.nth(0).isChecked()).toBe(false);
  await page.getByLabel(/^录入理由/).fill('以统计年报为准补录');
  await page.getByRole('button', { name: '确认录入 1 个月' }).click();
  await expect.poll(() => page.getByRole('main').innerText()).toContain('以统计年报为准补录');

  const waiting = (await second.get('/api/loads')).json<{ loads: { id: string; state: string }[] }>().loads;
  const entered = waiting.find(({ state }) => state === 'waiting');
  expect((await second.post(`/api/loads/${entered?.id}/accept`)).statusCode).toBe(200);
  const valueOf = async (month: number) =>
    newestValue(submissionIn(await first.get(monthOf(lishui, month))), 'green-demo');
  expect(await valueOf(6)).toBe(inFile);
  expect(await valueOf(5)).toBe(theirs[0]?.[4]);
});
