/** The review as officials work it: the riskiest first, a report read and decided, and two who decide at once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Submission } from '#api/submissions/contract.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import { basedOn, monthOf, newestValue, once, quzhou, submissionIn, wenzhou } from '#tests/support/reporting.ts';
import { rowsOf } from '#tests/support/tables.ts';

const browser = await sharedBrowser();

const opened = '/review?open=2020-10-330800';
const sentenceOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const statusOf = (page: Page) => page.getByRole('main').locator('output').first().innerText();
const entriesOf = (page: Page) => page.getByRole('navigation', { name: '待审报送' }).getByRole('listitem');
const reasonIn = (page: Page) => page.getByRole('textbox', { name: /^退回理由/ });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const words = { cause: '土地供应推迟，项目未能按期开工', remedies: '十月起专班推进，年底前开工在册项目' };

async function stored(office: ListeningApp, region = quzhou): Promise<Submission> {
  return submissionIn(await (await office.signedIn('official')).get(monthOf(region)));
}

/** Sends a bureau's October on the version that stands. */
async function send(office: ListeningApp, account: string, region: string, figures: object): Promise<void> {
  const bureau = await office.signedIn(account);
  const { version } = submissionIn(await bureau.get(monthOf(region)));
  await bureau.put(monthOf(region), { figures, ...words }, basedOn(version));
  const sent = await bureau.post(monthOf(region, 10, 'submit'), {}, basedOn(version + 1));
  expect(sent.statusCode).toBe(200);
}

const quzhouAgain = {
  'prefab-area': { cumulative: 181.25 },
  'prefab-civil': { cumulative: 112 },
  'prefab-share': { numerator: 181.25, denominator: 640 },
  'steel-housing': { cumulative: 10.2 },
  'green-demo': { cumulative: 3 },
};

describe('the review', () => {
  it('lists what waits, the riskiest first, each with its hints', async () => {
    const office = await listeningApp();
    // Wenzhou's cumulative falls from 348 to 340, and both core figures would be behind on the 19th of October.
    await send(office, 'wenzhou', wenzhou, { 'prefab-area': { cumulative: 340 }, 'prefab-civil': { cumulative: 230 } });
    const page = await openAs(browser, office, 'official', '/review');
    await entriesOf(page).first().waitFor();
    expect(await sentenceOf(page)).toBe('2 份报送待审，按需要留意的程度排列。');
    const entries = page.getByRole('navigation', { name: '待审报送' }).locator('ol > li');
    const texts = (await entries.allInnerTexts()).map((text) => text.replaceAll(/\s*\n+\s*/g, '；'));
    // 340 ÷ 600 and 230 ÷ 360 against 0.72949 + (0.81722 − 0.72949) × 19/31
    expect(texts).toEqual([
      '温州 2020年10月 已报送；温州市住房和城乡建设局 报送于 2020-10-19 09:00；' +
        '装配式面积：累计 340.00 小于此前已通过的 348.00 万㎡；' +
        '装配式面积：若通过将为滞后，完成 56.67%，序时 78.33%；' +
        '装配式住宅和公建：若通过将为滞后，完成 63.89%，序时 78.33%；' +
        '装配式占比：本月无数，而此前月份有数；钢结构住宅：本月无数，而此前月份有数；绿建示范：本月无数，而此前月份有数',
      '衢州 2020年10月 已报送；衢州市住房和城乡建设局 报送于 2020-10-18 17:25；没有需要特别留意之处',
    ]);
    const coverage = await page.getByRole('main').locator('ul').first().getByRole('listitem').allInnerTexts();
    expect(coverage.map((text) => text.trim().replaceAll(/\s*\n+\s*/g, '；'))).toEqual([
      '2020年10月：1/11 已审；尚未报送或已退回：杭州、宁波、湖州、绍兴、金华、舟山、台州、丽水；催报（8）',
      '2020年9月：11/11 已审',
    ]);

    await page.getByRole('link', { name: '温州 2020年10月' }).click();
    await page.getByRole('heading', { level: 2, name: '温州 2020年10月' }).waitFor();
    expect(new URL(page.url()).search).toBe('?open=2020-10-330300');
    const hints = page.locator('section', { has: page.getByRole('heading', { name: '提示' }) }).getByRole('listitem');
    expect(await hints.allInnerTexts()).toHaveLength(6);
    // After Wenzhou is returned the next one is opened.
    await reasonIn(page).fill('累计不应减少，请核对');
    await press(page, '退回');
    await expect.poll(() => statusOf(page)).toBe('已退回：温州 2020年10月。');
    await page.getByRole('heading', { level: 2, name: '衢州 2020年10月' }).waitFor();
    expect(new URL(page.url()).search).toBe('?open=2020-10-330800');
    // Once the bureau has sent it again, nobody is told any more that it was returned.
    const bureau = await office.signedIn('wenzhou');
    const { version } = submissionIn(await bureau.get(monthOf(wenzhou)));
    const figures = { figures: { 'prefab-area': { cumulative: 360 }, 'prefab-civil': { cumulative: 230 } } };
    await bureau.put(monthOf(wenzhou), { ...figures, cause: '供地推迟', remedies: '逐月督办' }, basedOn(version));
    const sent = await bureau.post(monthOf(wenzhou, 10, 'submit'), {}, basedOn(version + 1));
    expect(sent.statusCode).toBe(200);
    await expect.poll(() => statusOf(page)).toBe('');
  });

  it('shows a report with what it would change and what the bureau says, and accepts the version that was read', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', opened);
    await page.getByRole('table').first().waitFor();
    // 18 October: 0.72949 + (0.81722 − 0.72949) × 18/31 = 78.04 %. 170.86 ÷ 240 = 71.19 %, 109.15 ÷ 140 = 77.96 %,
    // 170.86 ÷ 611.70 = 27.93 % of 28 %, (10.10 − 7.20) ÷ (10.80 − 7.20) = 80.56 %, 3 ÷ 4 = 75 %.
    expect(await rowsOf(page.getByRole('table').first())).toEqual([
      '指标 | 累计 | 本月新增 | 上月累计 | 去年同月 | 现状 | 若通过',
      '装配式面积 (万㎡) | 170.86 | +9.44 | 161.42 | 200.60 | 预警 −5.69 个百分点 | 预警 −6.85 个百分点',
      '装配式住宅和公建 (万㎡) | 109.15 | +5.95 | 103.20 | 115.09 | 正常 +0.77 个百分点 | 正常 −0.08 个百分点',
      '装配式占比 (%) | 27.93% 170.86 / 611.70 | -- | 27.90% 161.42 / 578.60 | 23.43% 200.60 / 856.21 | ' +
        '正常 −0.10 个百分点 | 正常 −0.07 个百分点',
      '钢结构住宅 (万㎡) | 10.10 | +0.20 | 9.90 | 6.66 | 正常 +2.05 个百分点 | 正常 +2.51 个百分点',
      '绿建示范 (项) | 3 | 0 | 3 | 3 | 正常 +2.05 个百分点 | 正常 −3.04 个百分点',
      // No target was published.
      '住宅全装修 (万㎡) | 31.75 | -- | -- | -- | -- | 未定目标',
    ]);
    await page.getByRole('table', { name: '衢州2020年10月报送数据，截止 2020-10-18' }).waitFor();
    // A city on watch had to say why.
    const said = page.locator('section', { has: page.getByRole('heading', { name: '市局说明' }) });
    expect((await said.locator('dl').first().innerText()).split(/\n+/)).toEqual([
      '原因',
      '上半月两个住宅项目图审未完成，开工顺延至十月下旬。',
      '措施',
      '专人跟进图审，十月底前核发施工许可证。',
    ]);
    const heading = page.getByRole('heading', { level: 2, name: '衢州 2020年10月' });
    expect(await heading.evaluate((node) => node === document.activeElement)).toBe(true);

    const request = page.waitForRequest((sent) => sent.url().endsWith('/accept'));
    await press(page, '通过');
    const headers = await (await request).allHeaders();
    expect(headers['if-match']).toBe('"1"');
    expect(headers['idempotency-key']).toMatch(/\S{8,}/);
    await expect.poll(() => statusOf(page)).toBe('已通过：衢州 2020年10月。 待审报送已全部处理。');
    await expect.poll(() => sentenceOf(page)).toBe('没有待审的报送。');
    expect(new URL(page.url()).search).toBe('');
    await expect
      .poll(() => page.getByText(/^2020年10月：/).innerText())
      .toMatch(/^2020年10月：2\/11 已审；尚未报送或已退回：杭州、宁波、温州、湖州、绍兴、金华、舟山、台州、丽水\n/);
    expect((await stored(office)).status).toBe('accepted');

    // What was decided can be undone, also by a page that was read anew: the server knows of it.
    await page.reload();
    await press(page, '撤回（10 秒内）：通过衢州 2020年10月');
    await expect.poll(() => statusOf(page)).toBe('已撤回决定，重新待审：衢州 2020年10月。');
    await page.getByRole('heading', { level: 2, name: '衢州 2020年10月' }).waitFor();
    expect(await page.getByRole('button', { name: /撤回（10 秒内）/ }).count()).toBe(0);
    expect(await stored(office)).toMatchObject({ status: 'submitted', versions: [{ decidedBy: null }] });
  });

  it('returns only with a reason, which the bureau reads, and keeps what was typed through a reload', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', opened);
    await reasonIn(page).waitFor();
    await press(page, '退回');
    await page.getByText('请写明理由（至少 5 个字）').waitFor();
    expect(await reasonIn(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await reasonIn(page).fill('请核对');
    await press(page, '退回');
    await page.getByText('请写明理由（至少 5 个字）').waitFor();
    expect((await stored(office)).status).toBe('submitted');
    await reasonIn(page).fill('请核对10月新增面积');
    await page.getByText('请写明理由（至少 5 个字）').waitFor({ state: 'detached' });
    await page.reload();
    await expect.poll(() => reasonIn(page).inputValue()).toBe('请核对10月新增面积');
    const request = page.waitForRequest((sent) => sent.url().endsWith('/return'));
    await press(page, '退回');
    expect((await (await request).allHeaders())['if-match']).toBe('"1"');
    await expect.poll(() => statusOf(page)).toBe('已退回：衢州 2020年10月。 待审报送已全部处理。');
    const { status, versions } = await stored(office);
    expect([status, versions[0]?.returnReason]).toEqual(['returned', '请核对10月新增面积']);
    // Sent, the reason is gone: the next return of this month begins with an empty field.
    await send(office, 'quzhou', quzhou, quzhouAgain);
    await page.getByRole('link', { name: '衢州 2020年10月' }).click();
    await expect.poll(() => reasonIn(page).inputValue()).toBe('');
    expect(await entriesOf(page).first().innerText()).toContain('复报待审');
  });
});

/** A window with Quzhou's October open that hears of nothing until it acts itself. */
async function deafWindow(office: ListeningApp): Promise<Page> {
  const page = await openAs(browser, office, 'official', '/interviews');
  await page.route('**/api/events', (route) => route.abort('internetdisconnected'));
  await page.goto(opened);
  await page.getByRole('button', { name: '通过', exact: true }).waitFor();
  return page;
}

describe('two officials who decide at once', () => {
  it('let the second see the figures that came meanwhile before they are accepted', async () => {
    const office = await listeningApp();
    const second = await deafWindow(office);
    const first = await office.signedIn('official');
    const reason = { reason: '请核对10月新增面积' };
    expect((await first.post(monthOf(quzhou, 10, 'return'), reason, once(1, 'first-return'))).statusCode).toBe(200);
    await send(office, 'quzhou', quzhou, quzhouAgain);

    await press(second, '通过');
    await expect.poll(() => statusOf(second)).toBe('这份报送刚刚有变动，已载入最新内容，请重新核对。');
    await expect
      .poll(async () => (await rowsOf(second.getByRole('table').first()))[1])
      .toMatch(/^装配式面积 \(万㎡\) \| 181\.25 \|/);
    expect((await stored(office)).status).toBe('resubmitted');
    // What was read is accepted now.
    await press(second, '通过');
    await expect.poll(() => statusOf(second)).toMatch(/^已通过：衢州 2020年10月。/);
    const now = await stored(office);
    expect([now.status, newestValue(now, 'prefab-area')]).toEqual(['accepted', 181.25]);
  });

  it('leave an acceptance as it is, and tell the second that nothing waits any more', async () => {
    const office = await listeningApp();
    const second = await deafWindow(office);
    const first = await office.signedIn('official');
    expect((await first.post(monthOf(quzhou, 10, 'accept'), {}, once(1, 'first-accept'))).statusCode).toBe(200);

    await reasonIn(second).fill('请核对10月新增面积');
    await press(second, '退回');
    await expect.poll(() => statusOf(second)).toBe('这份报送刚刚有变动，已载入最新内容，请重新核对。');
    await second.getByText('所选报送已不在待审之列。').waitFor();
    await expect.poll(() => sentenceOf(second)).toBe('没有待审的报送。');
    // Who was first is said, and what was written is still there.
    const main = second.locator('main');
    expect(await main.innerText()).toMatch(/省厅建筑业管理处 通过于 2020-10-19 09:00/);
    expect(await main.locator('blockquote').innerText()).toBe('请核对10月新增面积');
    await press(second, '删除这段理由');
    await expect.poll(() => main.locator('blockquote').count()).toBe(0);
    const { status, versions } = await stored(office);
    expect([status, versions[0]?.returnReason]).toEqual(['accepted', null]);
  });
});
