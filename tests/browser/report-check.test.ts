/** From a month that came back to one that waits: mended, checked, sent; and what each person sees of a month that is closed. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import {
  area,
  button,
  civil,
  cumulativeOf,
  newestFigures,
  octoberForm,
  rowOf,
  savedRow,
  share,
  steel,
  storedMonth,
} from '#tests/support/monthly-form.ts';
import { basedOn, lishui, monthOf, ordinary, zhoushan } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

const heading = (page: Page) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText());
const main = (page: Page) => page.locator('main').innerText();
const rowIn = (page: Page, name: RegExp) => page.getByRole('row', { name });

describe('a month that came back', () => {
  it('says why, shows what was returned beside what is mended, and is looked at once more before it is sent', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'zhoushan', '/submissions/2020/10/330900');
    await heading(page).toBe('2020年10月数据被退回，请按下列理由修改后复报。');
    expect(await main(page)).toMatch(/^舟山市 · 2020年10月报送/);
    const notice = page.getByRole('region', { name: '退回理由' });
    expect(await notice.innerText()).toContain('半个月新开工12.74万㎡，超过前三个月各月');
    expect(await notice.innerText()).toContain('省厅建筑业管理处 于 2020-10-16 11:30 退回');
    // It goes on from what was returned, of which nothing is marked before it is changed.
    expect(await cumulativeOf(page, area).inputValue()).toBe('118.92');
    expect(await page.locator('form').innerText()).not.toContain('退回时');
    expect(await rowOf(page, area).innerText()).not.toContain('已保存');
    await cumulativeOf(page, area).fill('117.5');
    await savedRow(page, area);
    expect(await rowOf(page, area).innerText()).toContain('退回时 118.92');
    // The share's numerator is the area's.
    expect(await rowOf(page, share).innerText()).toContain('退回时 29.05% (118.92 / 409.30)');
    expect(await rowOf(page, civil).innerText()).not.toContain('退回时');
    await button(page, '核对后报送').click();

    const check = page.getByRole('region', { name: '报送前请核对' });
    await expect.poll(() => check.evaluate((section) => section === document.activeElement)).toBe(true);
    const answers = check.getByRole('table', { name: '即将报送的数据' });
    const areaCells = answers.getByRole('row', { name: /^装配式面积/ }).getByRole('cell');
    // Now, this month's part (117.50 − 106.18), September, as returned.
    expect((await areaCells.allInnerTexts()).slice(0, 4)).toEqual([
      '117.50',
      '+11.32',
      expect.stringMatching(/^106\.18/),
      expect.stringMatching(/^118\.92/),
    ]);
    const shareCells = answers.getByRole('row', { name: /^装配式占比/ }).getByRole('cell');
    // 117.50 of 409.30; a share has no increment.
    expect((await shareCells.allInnerTexts()).slice(0, 2)).toEqual([
      expect.stringMatching(/^28\.71%\s*117\.50 \/ 409\.30$/),
      '--',
    ]);
    expect(await check.innerText()).toContain('截止日 2020-10-15');
    expect(await check.innerText()).toContain('报送后不能修改，直到省厅退回。');
    await button(page, '返回修改').click();
    const cell = cumulativeOf(page, area);
    expect(await cell.inputValue()).toBe('117.5');
    // Looking at it once more took no step away.
    await cell.focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => cell.inputValue()).toBe('118.92');
    await page.keyboard.press('Control+y');
    await expect.poll(() => cell.inputValue()).toBe('117.5');
    await savedRow(page, area);
    expect((await storedMonth(office, 10, zhoushan)).status).toBe('draft');

    await button(page, '核对后报送').click();
    await button(page, '确认报送').click();
    await heading(page).toBe('2020年10月数据已复报，等待省厅审核。');
    const done = page.getByRole('status').filter({ hasText: '已报送，等待审核。' });
    expect(await done.evaluate((output) => output === document.activeElement)).toBe(true);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await main(page)).toContain('省厅审核前可以撤回修改：所填内容全部保留，撤回记入历史。');
    const history = page.getByRole('region', { name: '版本记录' }).getByRole('listitem');
    const newest = await history.first().innerText();
    expect(newest).toMatch(/第 2 版\s*报送\s*已报送\s*截止日 2020-10-15/);
    expect(newest).toContain('舟山市住房和城乡建设局 报送于 2020-10-19 09:00');
    expect(newest).toContain('装配式面积：118.92 → 117.50');
    expect(newest).not.toContain('装配式住宅和公建');
    expect(await page.getByRole('region', { name: '版本记录' }).innerText()).toContain(
      '理由：半个月新开工12.74万㎡，超过前三个月各月',
    );
    const stored = await storedMonth(office, 10, zhoushan);
    expect(stored.status).toBe('resubmitted');
    expect(newestFigures(stored)).toMatchObject({ 'prefab-area': 117.5, 'prefab-share': [117.5, 409.3] });
  });

  it('cannot be checked by an address before it is in order', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', `${octoberForm}?view=check`);
    await cumulativeOf(page, area).waitFor();
    expect(await page.getByRole('heading', { name: '报送前请核对' }).count()).toBe(0);
  });
});

const confirming = async () => {
  const office = await listeningApp();
  const bureau = await office.signedIn('lishui');
  const draft = { ...ordinary, cause: '供地推迟', remedies: '逐月督办' };
  expect((await bureau.put(monthOf(lishui), draft, basedOn(0))).statusCode).toBe(200);
  const page = await openAs(browser, office, 'lishui', `${octoberForm}?view=check`);
  await button(page, '确认报送').waitFor();
  return { office, page };
};

describe('a confirmation that is not answered', () => {
  it('asks the server whether the submission arrived, and says that it did', async () => {
    const { office, page } = await confirming();
    // The line drops while the answer is on its way; before the server has it, because the news may be quicker than the answer.
    await page.route('**/submit', async (route) => {
      await page.route('**/api/submissions/**', (asked) => asked.abort('internetdisconnected'));
      await route.fetch();
      await route.abort('internetdisconnected');
    });
    await button(page, '确认报送').click();
    await page.getByText('没有收到服务器的答复，正在核实是否已经报送').waitFor();
    expect((await storedMonth(office)).status).toBe('submitted');
    await page.unroute('**/api/submissions/**');
    await heading(page).toBe('2020年10月数据已报送，等待省厅审核。');
    expect((await storedMonth(office)).versions).toHaveLength(1);
  });

  it('says that it did not, keeps the answers, and sends them when asked again', async () => {
    const { office, page } = await confirming();
    await page.route('**/submit', (route) => route.abort('internetdisconnected'));
    await button(page, '确认报送').click();
    await page.getByText('已核实：服务器没有收到，尚未报送。').waitFor();
    expect((await storedMonth(office)).status).toBe('draft');
    await page.unroute('**/submit');
    await button(page, '确认报送').click();
    await heading(page).toBe('2020年10月数据已报送，等待省厅审核。');
    expect((await storedMonth(office)).versions).toHaveLength(1);
  });
});

describe('a month that cannot be typed in', () => {
  it('waits: its bureau reads it, the department is led to the review', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'quzhou', '/submissions/2020/10/330800');
    await heading(page).toBe('2020年10月数据已报送，等待省厅审核。');
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('link', { name: '更正', exact: true }).count()).toBe(0);
    expect(await main(page)).toContain('省厅审核前可以撤回修改：所填内容全部保留，撤回记入历史。');
    await page.getByRole('table', { name: '第 1 版数据，截止 2020-10-18' }).waitFor();
    const areaRow = rowIn(page, /^装配式面积/).getByRole('cell');
    // 170.86 − 161.42 of September; last year's October; the level once accepted.
    expect(await areaRow.allInnerTexts()).toEqual([
      expect.stringMatching(/^170\.86/),
      '+9.44',
      expect.stringMatching(/^161\.42/),
      expect.stringMatching(/^200\.60/),
      expect.stringMatching(/预警\s*−6\.85 个百分点/),
    ]);
    expect(
      await rowIn(page, /^绿建示范/)
        .getByRole('cell')
        .nth(1)
        .innerText(),
    ).toBe('0');
    expect(await page.getByRole('columnheader', { name: '若通过' }).count()).toBe(1);
    await page.getByRole('link', { name: '全部月份' }).click();
    await page.waitForURL((url) => url.pathname === '/submissions' && url.search === '?year=2020');

    const official = await openAs(browser, office, 'official', '/submissions/2020/10/330800');
    await heading(official).toBe('2020年10月数据已报送，等待省厅审核。');
    expect(await main(official)).not.toContain('请联系省厅退回');
    expect(await official.getByRole('link', { name: '去审核' }).getAttribute('href')).toBe(
      '/review?open=2020-10-330800',
    );
    // What a bureau has not sent is its own, and what came back is with the bureau.
    await official.goto('/submissions/2020/10/330500');
    await expect.poll(() => main(official)).toContain('该市尚未填报。');
    expect(await main(official)).toContain('还没有版本。');
    await official.goto('/submissions/2020/10/330900');
    await heading(official).toBe('2020年10月数据已退回市局修改。');
    await expect
      .poll(() => official.getByRole('region', { name: '退回理由' }).innerText())
      .toContain('半个月新开工12.74万㎡');
  });

  it('is accepted up to a day: its bureau reads it, corrects it or reports a later day', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'jiaxing', '/submissions/2020/10/330400');
    await heading(page).toBe('2020年10月截至 2020-10-16 的数据已通过，计入进度；月末数待报，期限 2020-11-05。');
    expect(await main(page)).toContain('已通过的数据不能直接改写；如有错误，请提交更正，更正通过前以原数据为准。');
    expect(await page.getByRole('columnheader', { name: '进度状态' }).count()).toBe(1);
    // A published figure has no dagger, an invented one has.
    const areaCells = rowIn(page, /^装配式面积/).getByRole('cell');
    expect((await areaCells.allInnerTexts()).slice(0, 2)).toEqual(['652.00', '+32.60']);
    expect(
      await rowIn(page, /^钢结构住宅/)
        .getByRole('cell')
        .first()
        .innerText(),
    ).toContain('†');
    await page.getByRole('link', { name: '报送更新的截止日' }).click();
    await heading(page).toBe('2020年10月已通过截至 2020-10-16 的数据，现报送更新的截止日。');
    expect(await page.locator('form').innerText()).toContain('2020-10-17 至 2020-10-19');
    await cumulativeOf(page, area).fill('660');
    expect(await rowOf(page, area).innerText()).toContain('已通过 652.00');
    await page.getByLabel('数据截止日').fill('2020-10-16');
    await button(page, '核对后报送').click();
    await page
      .getByRole('link', { name: '2020-10-16 的数据已通过。请填写更晚的截止日期；如需改动已通过的数据，请提交更正。' })
      .waitFor();
    expect(await rowOf(page, steel).innerText()).toContain('未填');
  });

  it('has not begun', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', '/submissions/2020/11/331100');
    await expect.poll(() => main(page)).toContain('2020年11月尚未到来，不能报送。');
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});
