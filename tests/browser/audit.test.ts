/** The audit trail on the screen: read, filtered, opened, turned over, taken away as a file. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { insertAuditEvent, type AuditEvent } from '#db/audit.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { headingOf } from '#tests/support/browser-gate.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import { cellsOf } from '#tests/support/tables-in-files.ts';

const browser = await sharedBrowser();

/** Who did it, as a row names them. */
const by = (name: string, title: { readonly zh: string; readonly en: string }) => ({
  actor: `demonstration-${name}`,
  actedAs: { name, title },
});

const event = (id: string, minute: number, other: Partial<AuditEvent>): AuditEvent => ({
  id,
  at: new Date(Date.UTC(2020, 9, 12, 1, minute, 7)).toISOString(),
  ...by('wenzhou', { zh: '温州市住房和城乡建设局', en: 'Wenzhou housing and construction bureau' }),
  role: 'bureau',
  address: '10.0.0.7',
  requestId: `request-${id}`,
  action: 'submission.submit',
  object: '2020-09/330300',
  outcome: 'done',
  detail: {},
  ...other,
});

const target = event('target', 2, {
  ...by('official', { zh: '省厅建筑业管理处', en: 'Department, construction industry division' }),
  role: 'official',
  action: 'target.change',
  object: '2020/330300/prefab-area',
  detail: { from: 5_000_000, to: 6_000_000, reason: '省厅调整' },
});

async function officeWith(events: readonly AuditEvent[]): Promise<ListeningApp> {
  const office = await listeningApp();
  await office.database.write(async (tx) => {
    for (const one of events) await insertAuditEvent(tx, one);
  });
  return office;
}

const few = [
  event('sign-in', 0, { action: 'session.sign-in', object: 'wenzhou' }),
  event('submit', 1, {}),
  target,
  event('refused', 3, {
    action: 'createAccount',
    object: '/api/accounts',
    outcome: 'refused',
    detail: { problem: 'not-allowed' },
  }),
];

/** What the rows say, without who: time, action, object. */
const rowsOf = async (page: Page): Promise<readonly string[]> => {
  const rows = await page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .all();
  return Promise.all(rows.map(async (row) => (await row.getByRole('cell').allInnerTexts()).slice(1, 4).join(' | ')));
};

describe('the audit page', () => {
  it('shows an administrator who did what, and narrows by what the form asks, kept in the address', async () => {
    const page = await openAs(browser, await officeWith(few), 'administrator', '/audit');
    await expect.poll(() => headingOf(page)).toBe('2020-10-12 09:00 至 2020-10-12 09:03 的 4 条记录，最新的在前。');
    expect(await rowsOf(page)).toEqual([
      '请求被拒绝（createAccount） | /api/accounts | 被拒绝',
      '变更年度目标 | 2020年 温州 装配式面积 | 完成',
      '报送 | 2020年9月 温州 | 完成',
      '登录 | wenzhou | 完成',
    ]);
    await page.getByRole('combobox', { name: '结果' }).selectOption('被拒绝');
    await page.getByRole('button', { name: '筛选' }).click();
    await expect.poll(() => rowsOf(page)).toHaveLength(1);
    expect(new URL(page.url()).search).toBe('?outcome=refused');
    await page.getByRole('textbox', { name: '对象包含' }).fill('没有的东西');
    await page.getByRole('textbox', { name: '对象包含' }).press('Enter');
    await expect.poll(() => headingOf(page)).toBe('没有符合条件的记录。');
    expect(await page.getByText('请放宽日期，或清除筛选条件。').isVisible()).toBe(true);
    await page.goBack();
    await expect.poll(() => rowsOf(page)).toHaveLength(1);
    expect(await page.getByRole('textbox', { name: '对象包含' }).inputValue()).toBe('');
    await page.getByRole('link', { name: '清除筛选' }).click();
    await expect.poll(() => rowsOf(page)).toHaveLength(4);
  });

  it('opens an event with its old and new value and its request, and leads to what was changed', async () => {
    const page = await openAs(browser, await officeWith(few), 'official', '/audit');
    await expect.poll(() => rowsOf(page)).toHaveLength(2);
    await page.getByRole('link', { name: '展开 变更年度目标，2020-10-12 09:02:07' }).click();
    const detail = page.getByRole('table', { name: '变更年度目标，2020-10-12 09:02:07' });
    await detail.waitFor();
    expect((await detail.getByRole('row').allInnerTexts()).map((row) => row.split(/\s*\t\s*/))).toEqual([
      ['项目', '原值', '值'],
      ['目标值', '500.00 万㎡', '600.00 万㎡'],
      ['原因', '省厅调整'],
      ['请求编号', 'request-target'],
    ]);
    expect(new URL(page.url()).searchParams.get('open')).toBe('target');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '2020年9月 温州' }).click();
    await page.waitForURL(/\/submissions\/2020\/9\/330300$/);
  });

  it('turns to older events and back', async () => {
    const many = Array.from({ length: 60 }, (_one, minute) => event(`e${minute}`, minute, {}));
    const page = await openAs(browser, await officeWith(many), 'administrator', '/audit?group=submission');
    await expect.poll(() => headingOf(page)).toMatch(/的 50 条记录/);
    await page.getByRole('link', { name: '更早的记录' }).click();
    await expect.poll(() => headingOf(page)).toBe('2020-10-12 09:00 至 2020-10-12 09:09 的 10 条记录，最新的在前。');
    expect(await page.getByRole('link', { name: '更早的记录' }).count()).toBe(0);
    await page.getByRole('link', { name: '回到最新' }).click();
    await expect.poll(() => headingOf(page)).toMatch(/的 50 条记录/);
    expect(new URL(page.url()).search).toBe('?group=submission');
  });

  it('gives what is filtered as a file in the language of the page', async () => {
    const office = await officeWith(few);
    const page = await openAs(browser, office, 'administrator', '/audit?group=target', { language: 'en' });
    const take = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
    };
    const csv = await take('CSV');
    expect(csv.name).toBe('audit.csv');
    const lines = csv.content.toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Time (Asia/Shanghai),');
    expect(lines[1]).toContain('Change an annual target,2020/330300/prefab-area,Done');
    const book = await take('Excel (.xlsx)');
    expect(book.name).toBe('audit.xlsx');
    const cells = await cellsOf(book.content);
    expect([cells.get('A1'), cells.get('E2'), cells.has('A3')]).toEqual([
      'Time (Asia/Shanghai)',
      'Change an annual target',
      false,
    ]);
  });

  it('says what happened where it cannot be read', async () => {
    const page = await openAs(browser, await officeWith(few), 'leader', '/audit');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/请求编号/);
  });
});
