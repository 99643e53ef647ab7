/** An accepted month is never overwritten: its bureau sends a correction with a reason, and a second person decides. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import {
  area,
  button,
  cellOf,
  cumulativeOf,
  green,
  keptOnDevice,
  newestFigures,
  rowOf,
  septemberForm,
  share,
  storedMonth,
} from '#tests/support/monthly-form.ts';
import { basedOn, lishui, monthOf, once, submissionIn } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

const correctionForm = `${septemberForm}?view=correct`;
const reasonOf = (page: Page) => page.getByRole('textbox', { name: '更正理由（必填）' });
const heading = (page: Page) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText());
const correctLink = (page: Page) => page.getByRole('link', { name: '更正', exact: true });
const historyOf = (page: Page) => page.getByRole('region', { name: '版本记录' }).getByRole('listitem');

/** Lishui's September corrected to 103.63 by its bureau, waiting for the department. */
async function sendCorrection(office: ListeningApp): Promise<void> {
  const bureau = await office.signedIn('lishui');
  const { version } = await storedMonth(office, 9);
  const figures = {
    'prefab-area': { cumulative: 103.63 },
    'prefab-share': { numerator: 103.63, denominator: 438.1 },
  };
  const explained = { cause: '上半年供地少', remedies: '四季度开工' };
  const body = { figures, reason: '漏报一个项目的二期', ...explained };
  const sent = await bureau.post(monthOf(lishui, 9, 'correct'), body, once(version, 'a-correction-of-september'));
  expect(sent.statusCode).toBe(200);
}

describe('a correction', () => {
  it('is written beside what is accepted, looked at once more, and sent to a second person', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', septemberForm);
    await heading(page).toBe('2020年9月数据已通过，计入进度。');
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('已通过的数据不能直接改写');
    await correctLink(page).click();
    await page.getByRole('heading', { name: '更正2020年9月已通过的数据' }).waitFor();
    expect(await cumulativeOf(page, area).inputValue()).toBe('101.63');
    expect(await cellOf(page, share, '分母').inputValue()).toBe('438.10');
    expect(await reasonOf(page).inputValue()).toBe('');
    // Not before the day of what it corrects: an earlier one would not count.
    expect(await page.locator('main').innerText()).toContain('2020-09-30 至 2020-09-30');

    // Nothing is changed and nothing is said yet.
    await button(page, '核对更正').click();
    const summary = page.getByRole('region', { name: '有 2 处需要修改' });
    expect(await summary.getByRole('listitem').allInnerTexts()).toEqual([
      '没有任何改动，无需更正。',
      '请写明更正理由（至少 5 个字）。',
    ]);
    await cumulativeOf(page, area).fill('103.63');
    expect(await rowOf(page, area).innerText()).toContain('更正为');
    // The share's numerator is the area's, so that the share is corrected too.
    expect(await rowOf(page, share).innerText()).toContain('更正为');
    expect(await rowOf(page, green).innerText()).not.toContain('更正为');
    await reasonOf(page).fill('漏报项目');
    await button(page, '核对更正').click();
    await page.getByRole('region', { name: '有 1 处需要修改' }).waitFor();
    await reasonOf(page).fill('漏报一个项目的二期');
    await button(page, '核对更正').click();

    // Old and new side by side, with the level of each: 103.63 of 170 is 60.96 %, 1.18 points more than 59.78 %.
    const compared = page.getByRole('table', { name: '更正前后对照' });
    await compared.waitFor();
    expect(await compared.getByRole('row').count()).toBe(3);
    const areaRow = compared.getByRole('row', { name: /^装配式面积/ }).getByRole('cell');
    expect(await areaRow.allInnerTexts()).toEqual([
      expect.stringMatching(/^101\.63/),
      '103.63',
      expect.stringMatching(/滞后\s*−13\.17 个百分点/),
      expect.stringMatching(/滞后\s*−11\.99 个百分点/),
    ]);
    expect(await page.locator('main').innerText()).toMatch(/更正理由\s*漏报一个项目的二期/);
    await button(page, '返回修改').click();
    expect(await cumulativeOf(page, area).inputValue()).toBe('103.63');
    expect(await reasonOf(page).inputValue()).toBe('漏报一个项目的二期');
    expect((await storedMonth(office, 9)).versions).toHaveLength(1);

    await button(page, '核对更正').click();
    await button(page, '提交更正').click();
    await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain('更正已提交，等待审核。');
    await heading(page).toBe('2020年9月数据已报送，等待省厅审核。');
    expect(new URL(page.url()).search).toBe('');
    expect(await keptOnDevice(page, 'correction')).toBeNull();
    expect(await page.getByRole('textbox').count()).toBe(0);
    const history = await historyOf(page).first().innerText();
    expect(history).toMatch(/第 2 版\s*更正\s*已报送/);
    expect(history).toContain('装配式面积：101.63 → 103.63');
    expect(history).toContain('漏报一个项目的二期');
    // A correction names only what it changes: what it leaves alone is no change to nothing.
    expect(history).not.toContain('绿建示范');

    const stored = await storedMonth(office, 9);
    expect(newestFigures(stored)).toEqual({ 'prefab-area': 103.63, 'prefab-share': [103.63, 438.1] });
    expect(stored.versions[0]).toMatchObject({
      kind: 'correction',
      state: 'submitted',
      submittedBy: 'lishui',
      note: '漏报一个项目的二期',
      asOf: '2020-09-30',
    });
    expect(stored.versions[1]).toMatchObject({ kind: 'submission', state: 'accepted' });
  });

  it('is its own bureau’s alone', async () => {
    const office = await listeningApp();
    const official = await openAs(browser, office, 'official', correctionForm);
    await heading(official).toBe('2020年9月数据已通过，计入进度。');
    expect(await correctLink(official).count()).toBe(0);
    expect(await official.getByRole('textbox').count()).toBe(0);
    expect(await official.getByRole('row', { name: /^装配式面积/ }).innerText()).toContain('101.63');
    // The words about what its bureau may do are not for the department.
    expect(await official.locator('main').innerText()).not.toContain('请提交更正');
    // Another city's bureau is told no more than of a month that does not exist.
    const stranger = await openAs(browser, office, 'hangzhou', correctionForm);
    await stranger.getByText(/请求编号/).waitFor();
    expect(await stranger.locator('main').innerText()).not.toContain('101.63');
  });

  it('that came back goes on from what was sent, and asks for its reason anew', async () => {
    const office = await listeningApp();
    await sendCorrection(office);
    const page = await openAs(browser, office, 'lishui', correctionForm);
    // It waits: there is nothing to correct before it is decided.
    await heading(page).toBe('2020年9月数据已报送，等待省厅审核。');
    expect(await correctLink(page).count()).toBe(0);
    const official = await office.signedIn('official');
    const { version } = submissionIn(await official.get(monthOf(lishui, 9)));
    const back = await official.post(monthOf(lishui, 9, 'return'), { reason: '请附竣工备案表' }, basedOn(version));
    expect(back.statusCode).toBe(200);
    // Told without a reload, in the reviewer's words.
    await heading(page).toBe('2020年9月数据被退回，请按下列理由修改后复报。');
    await page.goto(septemberForm);
    const notice = page.getByRole('region', { name: '退回理由' });
    await expect.poll(() => notice.innerText()).toContain('请附竣工备案表');
    expect(await notice.innerText()).toContain('省厅建筑业管理处 于 2020-10-19 09:00 退回');
    await correctLink(page).click();
    await expect.poll(() => cumulativeOf(page, area).inputValue()).toBe('103.63');
    expect(await cumulativeOf(page, green).inputValue()).toBe('2');
    expect(await reasonOf(page).inputValue()).toBe('');
    await button(page, '取消').click();
    await expect.poll(() => page.getByRole('textbox').count()).toBe(0);
    expect(await correctLink(page).isVisible()).toBe(true);
  });

  it('stands once it is accepted, on top of what it did not name', async () => {
    const office = await listeningApp();
    await sendCorrection(office);
    const page = await openAs(browser, office, 'lishui', septemberForm);
    await heading(page).toBe('2020年9月数据已报送，等待省厅审核。');
    const areaRow = page.getByRole('row', { name: /^装配式面积/ });
    // While it waits, both values stand beside each other.
    expect(await areaRow.innerText()).toMatch(/103\.63.*已通过 101\.63/s);
    const official = await office.signedIn('official');
    const { version } = submissionIn(await official.get(monthOf(lishui, 9)));
    expect((await official.post(monthOf(lishui, 9, 'accept'), {}, basedOn(version))).statusCode).toBe(200);
    await heading(page).toBe('2020年9月数据已通过，计入进度。');
    // 103.63 − 85.36 of August
    await expect.poll(() => areaRow.innerText()).toContain('+18.27');
    expect(await areaRow.innerText()).not.toContain('已通过 101.63');
    // What the correction did not name is still there.
    expect(await page.getByRole('row', { name: /^钢结构住宅/ }).innerText()).toContain('4.10');
    expect(await historyOf(page).first().innerText()).toMatch(/第 2 版\s*更正\s*已通过/);
  });

  it('that was not sent is offered again, and kept apart from a report', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', correctionForm);
    await cumulativeOf(page, area).fill('103.63');
    await reasonOf(page).fill('漏报一个项目的二期');
    expect(await keptOnDevice(page)).toBeNull();
    await page.reload();
    const restoring = page.getByRole('region', { name: '本机保留了此前填写、尚未保存的内容' });
    const areaChoice = restoring.getByRole('group', { name: area, exact: true });
    expect(await areaChoice.innerText()).toMatch(/我的值\s*103\.63\s*已保存的值\s*101\.63/);
    await button(page, '全部恢复').click();
    expect(await cumulativeOf(page, area).inputValue()).toBe('103.63');
    expect(await reasonOf(page).inputValue()).toBe('漏报一个项目的二期');
    await page.reload();
    await button(page, '全部用已保存的').click();
    expect(await cumulativeOf(page, area).inputValue()).toBe('101.63');
    expect(await rowOf(page, area).innerText()).not.toContain('更正为');
  });

  it('counts once however often it is sent, and is another act once it is changed', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', correctionForm);
    const keys: (string | undefined)[] = [];
    // The line is dead for the first two tries.
    await page.route('**/api/submissions/2020/9/331100/correct', (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      return keys.length < 3 ? route.abort('internetdisconnected') : route.continue();
    });
    await cumulativeOf(page, area).fill('103.63');
    await reasonOf(page).fill('漏报一个项目的二期');
    const send = async () => {
      await button(page, '核对更正').click();
      await button(page, '提交更正').click();
    };
    await send();
    // What failed is said on top of the form, with everything as it was typed.
    await page.getByRole('region', { name: '有 1 处需要修改' }).waitFor();
    expect(await cumulativeOf(page, area).inputValue()).toBe('103.63');
    expect(await reasonOf(page).inputValue()).toBe('漏报一个项目的二期');
    await send();
    await expect.poll(() => keys.length).toBe(2);
    await page.getByRole('region', { name: '有 1 处需要修改' }).waitFor();
    await reasonOf(page).fill('漏报一个项目的二期工程');
    await expect.poll(() => page.getByRole('region', { name: /需要修改/ }).count()).toBe(0);
    await send();
    await heading(page).toBe('2020年9月数据已报送，等待省厅审核。');
    expect(keys[0]).toMatch(/^.{8,}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect((await storedMonth(office, 9)).versions).toHaveLength(2);
  });
});
