/** A month's form as a person operates it in the browser: its rows and cells by their names, and what the server has of it. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Submission } from '#api/submissions/contract.ts';
import { insertAccount, findAccountByName } from '#db/accounts.ts';
import type { ListeningApp } from './listening-app.ts';
import { lishui, monthOf, submissionIn } from './reporting.ts';

/** The five indicators as the form writes them, from top to bottom. */
export const area = '新开工装配式建筑面积';
export const civil = '新开工装配式住宅和公共建筑（不含场馆建筑）面积';
export const share = '装配式建筑占新建建筑面积比例';
export const steel = '累计建成钢结构装配式住宅面积';
export const green = '绿色建筑示范工程';

/** October 2020 of Lishui, for which nothing was saved yet, and its accepted September. */
export const octoberForm = '/submissions/2020/10/331100';
export const septemberForm = '/submissions/2020/9/331100';

export const rowOf = (page: Page, indicator: string): Locator =>
  page.getByRole('group', { name: indicator, exact: true });

export const cellOf = (page: Page, indicator: string, field: '本月新增' | '累计' | '分子' | '分母'): Locator =>
  rowOf(page, indicator).getByRole('textbox', { name: field });

export const cumulativeOf = (page: Page, indicator: string): Locator => cellOf(page, indicator, '累计');

/** The line under the heading that says whether what was typed is saved. */
export const saveLineOf = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: /保存/ }).and(page.locator('output'));

/** Waits until a row says that the server has it; an untouched row says 未填. */
export const savedRow = (page: Page, indicator: string): Promise<void> =>
  expect.poll(() => rowOf(page, indicator).innerText()).toContain('已保存');

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** A month as the server has it, seen by its bureau. */
export async function storedMonth(office: ListeningApp, month: number = 10, region: string = lishui) {
  const account = { [lishui]: 'lishui', '330900': 'zhoushan', '330400': 'jiaxing' }[region] ?? 'official';
  return submissionIn(await (await office.signedIn(account)).get(monthOf(region, month)));
}

/** The newest version's figures: the cumulative alone, or a ratio's two parts. */
export function newestFigures({ versions }: Submission): Record<string, number | readonly [number, number]> {
  return Object.fromEntries(
    (versions[0]?.figures ?? []).map(({ indicator, cumulative, denominator }) => [
      indicator,
      denominator === null ? cumulative : [cumulative, denominator],
    ]),
  );
}

/** What this device keeps of a form, as text; null where nothing is kept. */
export const keptOnDevice = (page: Page, purpose: 'report' | 'correction' = 'report'): Promise<string | null> =>
  page.evaluate((which) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith(`xushi.${which}`));
    return key === undefined ? null : localStorage.getItem(key);
  }, purpose);

/** Copies a text as another program does and pastes it with the keyboard. */
export async function pasteInto(cell: Locator, text: string): Promise<void> {
  const page = cell.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await cell.focus();
  await page.keyboard.press('Control+V');
}

/** A second account of Lishui's bureau: 丽水市建设科. */
export async function addColleague({ database }: ListeningApp): Promise<string> {
  const person = await findAccountByName(database.reader, 'lishui');
  if (person === undefined) throw new Error('the demonstration has no account lishui');
  const colleague = {
    ...person,
    id: 'colleague',
    name: 'lishui-2',
    titleZh: '丽水市建设科',
    titleEn: 'Lishui section',
  };
  await database.write((tx) => insertAccount(tx, colleague));
  return colleague.name;
}
