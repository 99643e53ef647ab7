/** The administrator's page: an account edited while a colleague does so too, and an office's accounts made from a pasted table. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

describe('editing an account', () => {
  it('shows what a colleague changed meanwhile beside what was typed, and saves it then', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'administrator', '/accounts');
    await page.getByRole('button', { name: '修改：lishui' }).click();
    const dialog = page.getByRole('dialog', { name: '修改：lishui' });
    await dialog.getByRole('combobox', { name: '角色' }).selectOption('领导');
    const { id } = (await findAccountByName(office.database.reader, 'lishui'))!;
    const editedAs = { name: 'chen.yu', title: { zh: '陈', en: 'Chen' } };
    const theirs = { titleZh: '丽水市建设局', version: 2, editedAs };
    await office.database.write((tx) => updateAccount(tx, id, theirs));
    const save = dialog.getByRole('button', { name: '保存修改' });
    await save.click();
    await expect.poll(() => dialog.getByRole('alert').innerText()).toContain('chen.yu 已作修改（第 2 版）');
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
      '姓名或岗位（中文）：原为“丽水市住房和城乡建设局”，现为“丽水市建设局”',
    ]);
    await save.click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => rowOf(page, 'lishui').getByRole('cell').nth(1).innerText()).toBe('领导');
    // Nobody changes their own role.
    await page.getByRole('button', { name: '修改：administrator' }).click();
    expect(await page.getByRole('dialog').getByRole('combobox', { name: '角色' }).isDisabled()).toBe(true);
  });
});

describe('accounts from a pasted table', () => {
  it('are shown with their faults, mended, made at once, and handed over on slips', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'administrator', '/accounts');
    const table = page.getByRole('textbox', { name: '粘贴表格' });
    const check = page.getByRole('button', { name: '核对' });
    const typed =
      '用户名\t岗位\t角色\t城市\nwenzhou\t温州\t市局\t温州\nwenzhou.two\t温州二科\t市局\t温洲\nchen.yu\t陈\t领导\t';
    await table.fill(typed);
    await check.click();
    await page.getByText('可建立 1 个，已存在 1 个（不作改动），有误 1 行。').waitFor();
    const faulty = page.getByRole('region', { name: '核对结果' }).getByRole('row', { name: 'wenzhou.two' });
    expect(await faulty.innerText()).toContain('城市：没有名为“温洲”的报送地区。请写名称或代码，如杭州或 330100。');
    expect(await page.getByRole('button', { name: '建立 1 个账号' }).isDisabled()).toBe(true);
    await table.fill(typed.replace('温洲', '温州'));
    await check.click();
    await page.getByRole('button', { name: '建立 2 个账号' }).click();
    const slips = page.getByRole('region', { name: '2 个账号的一次性密码' });
    await slips.getByRole('listitem').nth(1).waitFor();
    const texts = await slips.getByRole('listitem').allInnerTexts();
    expect(texts.map((text) => /用户名 (\S+)[\s\S]*((?:[A-Z2-9]{4}-){3}[A-Z2-9]{4})/.exec(text)?.[1])).toEqual([
      'wenzhou.two',
      'chen.yu',
    ]);
    await rowOf(page, 'chen.yu').waitFor();
    // On paper there is nothing but the slips.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('region', { name: '账号列表' }).isVisible()).toBe(false);
    expect(await slips.getByRole('listitem').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '已转交，关闭' }).click();
    await expect.poll(() => slips.count()).toBe(0);
  });
});
