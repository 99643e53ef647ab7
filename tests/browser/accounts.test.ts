/** The administrator's page: accounts made for every role, passwords reset, accounts closed and opened again. */
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accounts } from '#db/schema.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { addressIn, enter, headingOf } from '#tests/support/browser-gate.ts';
import { enterAs, openAs, openWindow } from '#tests/support/browser.ts';
import { lockSource } from '#tests/support/lock-source.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

/** Four groups of four, without letters and digits that are mistaken for each other. */
const secretForm = /^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){3}$/;

const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** The cells of an account's row: person, role, city, state. */
const cellsOf = async (page: Page, name: string): Promise<readonly string[]> =>
  (await rowOf(page, name).getByRole('cell').allInnerTexts()).slice(0, 4);

/** The one-time secret that the page shows for this account, once it does. */
async function secretOf(page: Page, name: string): Promise<string> {
  const shown = page.getByRole('alert').filter({ hasText: `“${name}”的一次性密码` });
  await shown.waitFor();
  const words = (await shown.innerText()).split('\n').map((line) => line.trim());
  const secret = words.find((line) => secretForm.test(line));
  if (secret === undefined) throw new Error(`no secret in ${words.join(' | ')}`);
  return secret;
}

async function fill(page: Page, name: string, role: string, zh = '新同事', en = 'A new colleague'): Promise<void> {
  await page.getByRole('textbox', { name: '用户名' }).fill(name);
  await page.getByRole('textbox', { name: '姓名或岗位（中文）' }).fill(zh);
  await page.getByRole('textbox', { name: '姓名或岗位（英文）' }).fill(en);
  await page.getByRole('combobox', { name: '角色' }).selectOption(role);
}

const submit = (page: Page) => page.getByRole('button', { name: '建立账号' }).click();
const city = (page: Page) => page.getByRole('combobox', { name: '地区' });
const done = (page: Page) => page.getByRole('button', { name: '已转交，关闭' });

describe('new accounts', () => {
  it('are made for each role, the city required of a bureau alone, each secret shown once', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'administrator', '/accounts');
    // Eleven bureaus and the department's three.
    await expect.poll(() => headingOf(page)).toBe('共有 14 个账号，其中 0 个已停用、0 个被锁定。');
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
      '用户名',
      '姓名或岗位',
      '角色',
      '地区',
      '状态',
      '建立时间',
      '操作',
    ]);

    await fill(page, 'jinhua.second', '市局', ' 金华市建设局二科 ', ' Jinhua, second section ');
    expect(await city(page).locator('option').allInnerTexts()).toEqual(
      '请选择 杭州 宁波 温州 湖州 嘉兴 绍兴 金华 衢州 舟山 台州 丽水'.split(' '),
    );
    // No bureau gets a city that nobody chose.
    await submit(page);
    expect(await city(page).evaluate((select) => select.matches(':invalid'))).toBe(true);
    expect(await rowOf(page, 'jinhua.second').count()).toBe(0);
    await city(page).selectOption('金华');
    await submit(page);
    const secrets = [await secretOf(page, 'jinhua.second')];
    await expect
      .poll(() => cellsOf(page, 'jinhua.second'))
      .toEqual(['金华市建设局二科', '市局', '金华', '待改一次性密码']);
    await expect.poll(() => headingOf(page)).toBe('共有 15 个账号，其中 0 个已停用、0 个被锁定。');
    // The form is empty again and stands at a bureau whose city is to be chosen.
    expect(await page.getByRole('textbox', { name: '用户名' }).inputValue()).toBe('');
    expect(await page.getByRole('textbox', { name: '姓名或岗位（中文）' }).inputValue()).toBe('');
    expect(await page.getByRole('combobox', { name: '角色' }).inputValue()).toBe('bureau');
    expect(await city(page).locator('option:checked').innerText()).toBe('请选择');

    for (const [name, role, nothing] of [
      ['second.official', '省厅', '全厅（不限地区）'],
      ['second.leader', '领导', '无'],
      ['second.administrator', '管理员', '无'],
    ] as const) {
      await fill(page, name, role);
      // The department's is of the whole office unless a region is chosen.
      await expect.poll(() => city(page).locator('option:checked').innerText()).toBe(nothing);
      await expect.poll(() => city(page).isDisabled()).toBe(role !== '省厅');
      await submit(page);
      secrets.push(await secretOf(page, name));
      await expect.poll(() => cellsOf(page, name)).toEqual(['新同事', role, '', '待改一次性密码']);
      // One at a time: the one before is gone from the page.
      expect(await page.getByRole('alert').count()).toBe(1);
    }
    expect(new Set(secrets).size).toBe(4);

    await done(page).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await page.reload();
    await rowOf(page, 'second.leader').waitFor();
    const text = await page.locator('body').innerText();
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);

    // The secret that was handed over opens the account it was made for.
    const colleague = await openWindow(browser, office.origin);
    await colleague.goto('/sign-in');
    await enter(colleague, 'second.leader', secrets[2]);
    await expect.poll(() => addressIn(colleague)).toMatch(/^\/password/);
    await colleague.getByText('您使用的是一次性密码。请先设定自己的密码，然后继续。').waitFor();
  });

  it('say what is wrong with them, keep what was typed, and exist only once', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'administrator', '/accounts');
    await rowOf(page, 'lishui').waitFor();
    await fill(page, 'Lishui', '领导', '丽水另一人', 'Another one');
    await submit(page);
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/^“lishui”已存在，请换一个名称。/);
    expect(await page.getByRole('textbox', { name: '用户名' }).inputValue()).toBe('Lishui');
    expect(await page.getByRole('textbox', { name: '姓名或岗位（英文）' }).inputValue()).toBe('Another one');
    expect(await page.getByRole('combobox', { name: '角色' }).inputValue()).toBe('leader');

    await page.getByRole('textbox', { name: '用户名' }).fill('no blanks');
    await submit(page);
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('有字段不符合要求');
    expect(await page.getByRole('alert').getByRole('listitem').innerText()).toBe('“name”的内容或格式不在允许范围内。');
    expect(await page.getByRole('row').count()).toBe(15);

    // Mended, it exists, and the refusal is gone.
    await page.getByRole('textbox', { name: '用户名' }).fill('lishui.leader');
    await submit(page);
    await secretOf(page, 'lishui.leader');
    await expect.poll(() => page.getByRole('alert').count()).toBe(1);
    await expect.poll(() => page.getByRole('row').count()).toBe(16);
  });

  it('ask for a name before they are sent', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'administrator', '/accounts');
    await rowOf(page, 'lishui').waitFor();
    await fill(page, 'x', '领导');
    await submit(page);
    const name = page.getByRole('textbox', { name: '用户名' });
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await name.getAttribute('maxlength')).toBe('64');
    await name.fill('second');
    await page.getByRole('textbox', { name: '姓名或岗位（英文）' }).fill('');
    await submit(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('row').count()).toBe(15);
  });
});

describe('an account that exists', () => {
  it('gets a one-time secret in its password’s place, after a question', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'administrator', '/accounts');
    const clerk = await openAs(browser, office, 'lishui', '/submissions');
    await clerk.getByText('丽水各月进度').waitFor();
    await page.getByRole('button', { name: '重置密码：lishui' }).click();
    const question = page.getByRole('dialog', { name: '重置密码：lishui' });
    expect(await question.innerText()).toContain('将为“lishui”生成一次性密码。原密码立即失效，该账号的所有会话结束');

    // Neither Cancel nor Escape does anything.
    await question.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: '重置密码：lishui' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect((await cellsOf(page, 'lishui'))[3]).toBe('可用');

    await page.getByRole('button', { name: '重置密码：lishui' }).click();
    await question.getByRole('button', { name: '重置密码' }).click();
    const secret = await secretOf(page, 'lishui');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect
      .poll(() => cellsOf(page, 'lishui'))
      .toEqual(['丽水市住房和城乡建设局', '市局', '丽水', '待改一次性密码']);
    expect(await page.getByRole('button', { name: '复制' }).count()).toBe(1);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await done(page).click();
    await expect.poll(() => page.locator('body').innerText()).not.toContain(secret);

    // The clerk's open window is led out by itself, and the old password is none any more.
    await expect.poll(() => addressIn(clerk)).toBe('/sign-in?return=%2Fsubmissions');
    await expect.poll(() => clerk.locator('body').innerText()).not.toContain('丽水');
    await enter(clerk, 'lishui');
    await expect.poll(() => clerk.getByRole('alert').innerText()).toMatch(/^用户名或密码不正确。/);
    await enter(clerk, 'lishui', secret);
    await expect.poll(() => addressIn(clerk)).toBe('/password?return=%2Fsubmissions');
  });

  it('leaves a page that had not begun to listen when it was closed', async () => {
    const office = await listeningApp();
    const clerk = await openWindow(browser, office.origin);
    const closed = Promise.withResolvers<void>();
    await clerk.route('**/api/events', async (route) => {
      await closed.promise;
      await route.continue();
    });
    await enterAs(clerk, office, 'lishui', '/submissions');
    await clerk.getByText('丽水各月进度').waitFor();
    const administrator = await office.signedInAs('administrator');
    const found = (await administrator.get('/api/accounts')).json<{ id: string; name: string }[]>();
    const clerks = found.find(({ name }) => name === 'lishui');
    const answer = await administrator.put(`/api/accounts/${clerks?.id}/state`, { disabled: true });
    expect(answer.statusCode).toBe(200);
    closed.resolve();
    await expect.poll(() => addressIn(clerk)).toBe('/sign-in?return=%2Fsubmissions');
  });

  it('is closed and opened again, after a question each time', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'administrator', '/accounts');
    const clerk = await openAs(browser, office, 'lishui', '/submissions');
    await clerk.getByText('丽水各月进度').waitFor();
    await page.getByRole('button', { name: '停用：lishui' }).click();
    const question = page.getByRole('dialog', { name: '停用：lishui' });
    expect(await question.innerText()).toContain('“lishui”将立即退出，不能再登录');
    await question.getByRole('button', { name: '停用' }).click();
    await expect.poll(() => cellsOf(page, 'lishui')).toEqual(['丽水市住房和城乡建设局', '市局', '丽水', '已停用']);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => headingOf(page)).toBe('共有 14 个账号，其中 1 个已停用、0 个被锁定。');
    // Nothing was given out for it.
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: '停用：lishui' }).count()).toBe(0);

    await expect.poll(() => addressIn(clerk)).toBe('/sign-in?return=%2Fsubmissions');
    await enter(clerk, 'lishui');
    await expect.poll(() => clerk.getByRole('alert').innerText()).toMatch(/^用户名或密码不正确。/);

    await page.getByRole('button', { name: '启用：lishui' }).click();
    const again = page.getByRole('dialog', { name: '启用：lishui' });
    expect(await again.innerText()).toContain('“lishui”将可以用原密码登录。');
    await again.getByRole('button', { name: '启用' }).click();
    await expect.poll(async () => (await cellsOf(page, 'lishui'))[3]).toBe('可用');
    await enter(clerk, 'lishui');
    await expect.poll(() => addressIn(clerk)).toBe('/submissions');
  });

  it('says that it is locked, and cannot be one’s own', async () => {
    const office = await listeningApp();
    await lockSource(office.database, 'demonstration-wenzhou');
    const page = await openAs(browser, office, 'administrator', '/accounts');
    const state = expect.stringMatching(
      /^已锁定\s*来自 127\.0\.0\.1 的登录连续失败 5 次：该地址还需等待 \d+ 分钟，其他地址不受影响。$/,
    );
    await expect.poll(() => cellsOf(page, 'wenzhou')).toEqual(['温州市住房和城乡建设局', '市局', '温州', state]);
    expect(await headingOf(page)).toBe('共有 14 个账号，其中 0 个已停用、1 个被锁定。');
    expect(await cellsOf(page, 'administrator')).toEqual(['系统管理员', '管理员', '', '可用']);
    expect(await rowOf(page, 'administrator').getByRole('button').allInnerTexts()).toEqual(['修改']);
    expect(await rowOf(page, 'official').getByRole('button').allInnerTexts()).toEqual([
      '修改',
      '重置密码',
      '停用',
      '结束会话',
    ]);
    await page.getByRole('button', { name: '解锁：wenzhou' }).click();
    await page.getByRole('dialog', { name: '解锁：wenzhou' }).getByRole('button', { name: '解锁' }).click();
    await expect.poll(() => cellsOf(page, 'wenzhou')).toEqual(['温州市住房和城乡建设局', '市局', '温州', '可用']);
  });

  it('keeps the question open with the reason where the server refuses', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'administrator', '/accounts');
    await page.getByRole('button', { name: '停用：leader' }).click();
    // Meanwhile the account has gone.
    await office.database.write((tx) => tx.delete(accounts).where(eq(accounts.id, 'demonstration-leader')));
    const question = page.getByRole('dialog', { name: '停用：leader' });
    await question.getByRole('button', { name: '停用' }).click();
    await expect.poll(() => question.getByRole('alert').innerText()).toMatch(/^没有找到，或不在您的权限范围内。/);
    await question.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });
});
