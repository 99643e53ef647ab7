/** A bulletin from its draft to its correction: words edited, issued by a second person, signed for by bureaus. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { draftStatements } from '#api/server/statement-job.ts';
import { corrected, lookedAt } from '#tests/support/bulletins.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { secondOfficial } from '#tests/support/second-official.ts';

const browser = await sharedBrowser();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sentence = (page: Page) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText());

/** Gives a draft both its numbers and saves it. */
async function numbered(page: Page, issueNumber: string): Promise<void> {
  await page.getByRole('textbox', { name: '期号' }).fill(issueNumber);
  await page.getByRole('textbox', { name: '文号' }).fill(`浙建发〔2020〕${issueNumber}号`);
  await button(page, '保存文字').click();
  await page.getByText('第 2 版').waitFor();
}

async function issue(page: Page): Promise<void> {
  await button(page, '印发').click();
  await page.getByRole('dialog').getByRole('button', { name: '印发' }).click();
}

const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words);

it('is drafted and worded, issued by a second person, signed for, and corrected', async () => {
  const office = await listeningApp();
  const official = await openAs(browser, office, 'official', '/interviews');
  await official.getByRole('link', { name: '通报', exact: true }).click();
  await button(official, '起草通报').click();
  await sentence(official).toMatch(/^草稿：数据冻结于/);
  const words = official.getByRole('textbox', { name: '第 3 段文字' });
  await words.press('Control+Home');
  await official.keyboard.type('经审核，');
  // A number among the words cannot be typed into; deleted whole it is missed, and can be put back.
  const last = official.getByRole('textbox', { name: '第 5 段文字' });
  await last.press('Control+End');
  await official.keyboard.press('Backspace');
  await official.keyboard.press('Backspace');
  await official.getByText('本段少了数据，保存前请恢复。').waitFor();
  await button(official, '恢复本段').click();
  await expect.poll(() => last.innerText()).toMatch(/序时应达72\.95%。$/);
  expect(await axeFindings(official)).toEqual([]);
  await numbered(official, '9');
  expect(await button(official, '印发').count()).toBe(0);

  const { name } = await secondOfficial(office);
  const colleague = await openAs(browser, office, name, new URL(official.url()).pathname);
  await issue(colleague);
  await sentence(colleague).toMatch(/^已于 .* 印发，0\/11 个市已签收。$/);
  await colleague.getByText('经审核，现将截至2020年9月30日').waitFor();

  const bureau = await openAs(browser, office, 'lishui', '/inbox', { width: 360, height: 780 });
  await bureau.getByRole('link', { name: /^省厅印发了2020年9月的通报/ }).click();
  await button(bureau, '签收').click();
  await sentence(bureau).toMatch(/1\/1 个市已签收/);
  expect(await bureau.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  // A table goes into a message group as a picture, a table with its head also where a phone shows cards.
  await bureau
    .locator('summary')
    .and(bureau.getByLabel(/附表1 .*装配式建筑面积/))
    .click();
  const picture = bureau.waitForEvent('download');
  await bureau.getByRole('button', { name: '存为 SVG' }).filter({ visible: true }).click();
  const drawn = textsOf(await readFile(await (await picture).path(), 'utf8'));
  for (const told of ['年度目标', '嘉兴市', '619.40', '88.49%', '第5位', '正常']) expect(drawn).toContain(told);
  expect(drawn.join(' ')).toContain('浙江省住房和城乡建设厅 · 数据：2020年9月 · 浙建发〔2020〕9号');
  // The official's open window has heard of it.
  await sentence(official).toMatch(/1\/11 个市已签收/);
  await official.getByText(/^丽水：2020-10-19 09:00/).waitFor();

  await corrected({ ...office, official: await office.signedInAs('official') }, '331000', {
    figures: { 'prefab-area': { cumulative: 680 } },
  });
  await official.getByText('印发以后有 26 处数据因更正而变动。').waitFor();
  // The program drafts the statement and tells the department, which words and issues it as any other.
  await lookedAt(office, draftStatements());
  await official.goto(new URL('/inbox', office.origin).href);
  await official.getByRole('link', { name: /^已印发的2020年9月通报（浙建发〔2020〕9号）因更正有内容变动/ }).click();
  await official.getByText(/第 1 版 · .* · 系统 起草/).waitFor();
  await official.getByRole('cell', { name: '641.80' }).waitFor();
  await numbered(official, '10');
  await colleague.goto(official.url());
  await issue(colleague);
  await sentence(colleague).toMatch(/^已于 .* 印发/);
  await bureau.goto(new URL('/inbox', office.origin).href);
  await bureau.getByRole('link', { name: /更正说明（浙建发〔2020〕10号）/ }).click();
  await button(bureau, '签收').click();
  await sentence(bureau).toMatch(/1\/1 个市已签收/);
});
