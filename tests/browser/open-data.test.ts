/** The page of open data: a bureau makes a token on a phone, a program reads with it, and it is ended. */
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { wenzhou } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

describe('open data', () => {
  it('gives a bureau a token of its own city once, with which a program reads until it is ended', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'wenzhou', '/account', { width: 360, height: 780 });
    await page.getByRole('link', { name: /下载全部数据/ }).click();
    await page.getByText('还没有令牌。').waitFor();
    const form = page.getByRole('form', { name: '生成令牌' });
    expect(await form.getByLabel('范围').locator('option').allInnerTexts()).toEqual(['温州市']);
    await form.getByLabel('用途').fill('市数据平台');
    await form.getByLabel('有效期至').fill('2020-12-31');
    await form.getByRole('button', { name: '生成' }).click();
    const shown = (name: string) => page.getByRole('figure', { name, exact: true }).locator('pre').innerText();
    const token = await shown('令牌');
    const read = () =>
      fetch(`${office.origin}/api/open/dataset?format=json`, { headers: { authorization: `Bearer ${token}` } });
    const rows: unknown = await (await read()).json();
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ region: wenzhou, year: 2020 })]));
    expect(JSON.stringify(rows)).not.toContain('"region":"330100"');
    // What is to be pasted has it filled in, as long as it is shown.
    expect(await shown('命令行下载')).toContain(token);
    await page.getByRole('button', { name: '已复制，关闭' }).click();
    expect(await page.content()).not.toContain(token);

    await page.getByRole('button', { name: '撤销 “市数据平台”' }).click();
    const question = page.getByRole('dialog', { name: '撤销令牌“市数据平台”' });
    await question.getByRole('button', { name: '撤销' }).click();
    await question.getByText('请写明理由').waitFor();
    await question.getByLabel('撤销理由').fill('平台已下线停用');
    await question.getByRole('button', { name: '撤销' }).click();
    await page.getByText(/温州市住房和城乡建设局 撤销：平台已下线停用/).waitFor();
    expect(await (await read()).json()).toMatchObject({ status: 401, code: 'token-revoked' });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });
});
