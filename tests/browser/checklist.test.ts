/** The checklist of an interview as its two sides work it: the bureau reports, the department verifies or returns. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { rowsOf } from '#tests/support/tables.ts';

const browser = await sharedBrowser();

const meeting = '/interviews/2020-10-15';
const sentenceOf = (page: Page) => page.getByRole('heading', { level: 1 });
const panelOf = (page: Page, city: string, item: string) =>
  page.getByRole('region', { name: new RegExp(`^${city} · ${item} `) });
const historyOf = async (page: Page): Promise<readonly string[]> => {
  const entries = await page.getByRole('list', { name: '经过' }).getByRole('listitem').allInnerTexts();
  return entries.map((entry) => entry.replaceAll(/\s+/g, ' '));
};

describe('the list of interviews', () => {
  it('says of each how many cities and items it has, and how far they are', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/interviews');
    await page.getByRole('table').waitFor();
    // Three cities with 17 items each: one verified, one returned, three reported, 46 = 51 − 5 not touched.
    expect(await sentenceOf(page).innerText()).toBe(
      '1 次约谈，3 市共 51 项：已销号 1 项，已退回 1 项，待核实 3 项，未报告 46 项。',
    );
    expect(await rowsOf(page.getByRole('table'))).toEqual([
      '日期 | 状态 | 会议 | 地区 | 已销号 | 逾期',
      '2020-10-15 | 已召开 | 建筑工业化推进滞后地区约谈会 | 温州、金华、丽水 | 1/51 项 | 0 项',
    ]);
    await page.getByRole('link', { name: '建筑工业化推进滞后地区约谈会' }).click();
    // Nine items are due on the 30th, a Friday of next week: 2.1 of Jinhua and Lishui, 2.3 and 2.4 of all three, 1.1 of Lishui.
    await expect
      .poll(() => sentenceOf(page).innerText())
      .toBe(
        '3 市共 51 项：已销号 1 项，已退回 1 项，待核实 3 项，未报告 46 项。本周无到期事项，下一批 9 项于 2020-10-30 到期。',
      );
    expect(new URL(page.url()).pathname).toBe(meeting);
  });

  it('tells a bureau that was not called in that it has no items', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'quzhou', '/interviews');
    await expect.poll(() => sentenceOf(page).innerText()).toBe('本市没有被约谈，没有清单事项。');
  });
});

describe('an address from before its page was renamed', () => {
  it.each([
    ['/meetings', '/interviews'],
    ['/meetings/2020-10-15?open=330300-2.1', '/interviews/2020-10-15?open=330300-2.1'],
    ['/people', '/accounts'],
  ])('%s leads to %s', async (old, now) => {
    const office = await listeningApp();
    const page = await openAs(browser, office, old === '/people' ? 'administrator' : 'official', old);
    await page.getByRole('table').first().waitFor();
    const { pathname, search } = new URL(page.url());
    expect(pathname + search).toBe(now);
  });
});

describe('the checklist of the department', () => {
  it('has a row an item and a column a city, each cell with its own state', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', meeting);
    await page.getByRole('table').first().waitFor();
    const rows = await rowsOf(page.getByRole('table').first());
    expect(rows).toHaveLength(1 + 3 + 17);
    expect(rows.slice(0, 5)).toEqual([
      '事项 | 期限 | 温州 1/17 销号 | 金华 0/17 销号 | 丽水 0/17 销号',
      '深化思想认识，推进项目落地',
      '1.1 专题学习建筑工业化对行业改革发展的重要作用并形成记录 | 2020-10-30 | 1.1 ✔ 已销号 | 1.1 ◧ 待核实 | 1.1 □ 未报告',
      '1.2 加大政策扶持力度（出台文件及文号） | 2020-11-13 | 1.2 □ 未报告 | 1.2 □ 未报告 | 1.2 □ 未报告',
      '1.3 强化部门协同，统筹推进落实 | 2020-11-06 | 1.3 □ 未报告 | 1.3 □ 未报告 | 1.3 ◧ 待核实',
    ]);
    expect(rows[9]).toBe('2.1 制定最后两个月冲刺工作方案 | 2020-10-30 | 2.1 ◧ 待核实 | 2.1 ↩ 已退回 | 2.1 □ 未报告');
    expect(rows.at(-1)).toMatch(/^3\.6 .*\| 2020-12-31 \|.*\| 3\.6 □ 未报告$/);

    await page.getByRole('cell', { name: '2.1 已退回' }).getByRole('link').click();
    const panel = panelOf(page, '金华', '2.1');
    await panel.waitFor();
    expect(new URL(page.url()).search).toBe('?open=330700-2.1');
    await expect
      .poll(() => historyOf(page))
      .toEqual([
        '2020-10-16 17:30 金华市住房和城乡建设局 报告 · 演示数据（虚构） 冲刺工作方案初稿已完成。',
        '2020-10-18 10:10 省厅建筑业管理处 退回 · 演示数据（虚构） 方案未列明分县（市、区）任务和完成时间，请补充后再报。',
      ]);
    const words = await panel.innerText();
    expect(words).toContain('责任单位：金华市住建局 建筑业管理处');
    expect(words).toContain('期限：2020-10-30');
    // What was returned is the bureau's to report again; what an official may do all the same is folded away.
    await expect.poll(() => panel.getByRole('button').allInnerTexts()).toEqual(['添加文件']);
    await panel.getByRole('link', { name: '收起' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    // An item that the system's own data speak to says by what it is checked.
    await page.goto(`${meeting}?open=331100-2.4`);
    await expect.poll(() => panelOf(page, '丽水', '2.4').innerText()).toContain('核对依据：已批准的倒排计划');
  });
});

describe('an item', () => {
  it('is reported by the bureau, returned and verified by the department, and both windows follow', async () => {
    const office = await listeningApp();
    const official = await openAs(browser, office, 'official', `${meeting}?open=331100-2.1`);
    await official.getByText('尚无报告。').waitFor();
    const bureau = await openAs(browser, office, 'lishui', meeting);
    expect(await sentenceOf(bureau).innerText()).toMatch(/^本市共 17 项：待核实 1 项，未报告 16 项。/);

    // Those due first stand on top; the bureau opens its work plan and says too little, then enough.
    await bureau.getByRole('listitem').first().waitFor();
    const own = await bureau
      .getByRole('region', { name: '本市清单事项，先到期的在前' })
      .getByRole('link')
      .allInnerTexts();
    const keys = '1.1 2.1 2.3 2.4 1.3 2.2 1.2 1.6 1.4 1.5 3.1 3.2 3.3 3.4 2.5 3.5 3.6'.split(' ');
    expect(own.map((text) => text.split(/\s/)[0])).toEqual(keys);
    await bureau.getByRole('link', { name: /^2\.1 / }).click();
    const note = bureau.getByRole('textbox', { name: /^如何完成的/ });
    await note.fill('已完成');
    await bureau.getByRole('button', { name: '报告完成' }).click();
    await bureau.getByText('请至少写 5 个字').waitFor();
    expect(await sentenceOf(bureau).innerText()).toMatch(/^本市共 17 项：待核实 1 项，/);
    await note.fill('10月19日印发冲刺方案（丽建〔2020〕45号）');
    await bureau.getByText('请至少写 5 个字').waitFor({ state: 'detached' });
    await bureau.getByRole('button', { name: '报告完成' }).click();
    await expect.poll(() => bureau.locator('output').allInnerTexts()).toContain('已报告，等待省厅核实。');
    await expect.poll(() => sentenceOf(bureau).innerText()).toMatch(/^本市共 17 项：待核实 2 项，未报告 15 项。/);
    expect(await note.count()).toBe(0);

    // The official's open window shows it without a reload, and returns it.
    const reported = '2020-10-19 09:00 丽水市住房和城乡建设局 报告 10月19日印发冲刺方案（丽建〔2020〕45号）';
    await expect.poll(() => historyOf(official)).toEqual([reported]);
    await expect.poll(() => sentenceOf(official).innerText()).toContain('待核实 4 项，未报告 45 项');
    const remark = official.getByRole('textbox', { name: '核实意见或退回理由' });
    await official.getByRole('button', { name: '退回', exact: true }).click();
    await official.getByText('请至少写 5 个字').waitFor();
    office.clock.advance(5);
    await remark.fill('未附分县任务表，请补充');
    await official.getByRole('button', { name: '退回', exact: true }).click();
    await expect.poll(() => official.locator('output').allInnerTexts()).toContain('已退回，市局会看到您的理由。');
    const returned = '2020-10-19 09:05 省厅建筑业管理处 退回 未附分县任务表，请补充';
    await expect.poll(() => historyOf(bureau)).toEqual([reported, returned]);
    await expect
      .poll(() => sentenceOf(bureau).innerText())
      .toMatch(/^本市共 17 项：已退回 1 项，待核实 1 项，未报告 15 项。/);

    // Reported again, and verified without a word, which needs none.
    office.clock.advance(20);
    await note.fill('补充分县任务表后重报');
    await bureau.getByRole('button', { name: '报告完成' }).click();
    const again = '2020-10-19 09:25 丽水市住房和城乡建设局 报告 补充分县任务表后重报';
    await expect.poll(() => historyOf(official)).toEqual([reported, returned, again]);
    await official.getByRole('button', { name: '核实销号' }).click();
    await expect.poll(() => official.locator('output').allInnerTexts()).toContain('已核实销号。');
    await expect
      .poll(() => sentenceOf(bureau).innerText())
      .toMatch(/^本市共 17 项：已销号 1 项，待核实 1 项，未报告 15 项。/);
    await expect.poll(() => official.getByRole('cell', { name: '2.1 已销号' }).count()).toBe(1);
    const stored = await (await office.signedIn('official')).get(`/api${meeting}/items/331100/2.1`);
    expect(stored.json<{ history: { action: string }[] }>().history.map(({ action }) => action)).toEqual([
      'report',
      'return',
      'report',
      'verify',
    ]);
  });

  it('is not decided twice: the second official sees what the first one did, and nothing is overwritten', async () => {
    const office = await listeningApp();
    // A window that hears of nothing until it acts itself.
    const second = await openAs(browser, office, 'official', '/targets');
    await second.route('**/api/events', (route) => route.abort('internetdisconnected'));
    await second.goto(`${meeting}?open=330300-2.1`);
    await second.getByRole('button', { name: '核实销号' }).waitFor();
    const remark = second.getByRole('textbox', { name: '核实意见或退回理由' });
    await remark.fill('方案缺少责任人，请补充');
    const first = await office.signedIn('official');
    const key = { 'if-match': '"2"', 'idempotency-key': 'the-first-official' };
    const verified = await first.post(
      `/api${meeting}/items/330300/2.1/verify`,
      { note: '已查阅方案，同意销号。' },
      key,
    );
    expect(verified.statusCode).toBe(200);
    await second.getByRole('button', { name: '退回', exact: true }).click();
    await expect.poll(() => second.getByRole('alert').innerText()).toContain('上面已是最新经过，您写的内容仍在。');
    await expect
      .poll(() => historyOf(second))
      .toEqual([
        '2020-10-18 16:45 温州市住房和城乡建设局 报告 · 演示数据（虚构） 最后两个月冲刺工作方案已印发各县（市、区）。',
        '2020-10-19 09:00 省厅建筑业管理处 核实销号 已查阅方案，同意销号。',
      ]);
    // There is nothing left to do with it, but what was typed is still there to be taken elsewhere.
    await second.getByText('您写的内容未提交，仍保留在此：').waitFor();
    expect(await second.locator('blockquote').innerText()).toBe('方案缺少责任人，请补充');
    await second.getByRole('button', { name: '不再保留' }).click();
    await second.locator('blockquote').waitFor({ state: 'detached' });
    await second.reload();
    await expect.poll(() => historyOf(second)).toHaveLength(2);
    expect(await second.locator('blockquote').count()).toBe(0);
  });
});
