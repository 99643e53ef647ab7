/** The main job, as people do it: a month is reported, returned, mended, accepted, and everybody sees what it changed. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs, openWindow, signInAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const area = '新开工装配式建筑面积';
const civil = /新开工装配式住宅和公共建筑/;

const cumulativeOf = (page: Page, indicator: string | RegExp) =>
  page.getByRole('group', { name: indicator, exact: true }).getByRole('textbox', { name: '累计' });

/** The row of a city in a table with its completion. */
const rowOf = (page: Page, city: string) =>
  page
    .getByRole('row', { name: new RegExp(`^${city}`) })
    .filter({ hasText: '%' })
    .first();

describe('the main job', () => {
  it('goes from a clerk’s figures over a return to the overview and the sprint', async () => {
    const office = await listeningApp();
    const { origin } = office;

    // The department has October open all the time; nothing of it is reloaded below.
    const overview = await openAs(browser, office, 'official', '/?year=2020&month=10&view=table');
    await expect.poll(() => rowOf(overview, '丽水').innerText()).toMatch(/59\.78%/);
    expect(await overview.getByRole('heading', { level: 1 }).innerText()).toContain('1/11');

    // Lishui's clerk sees what is due, types October's figures and sees the level they would give.
    const clerk = await openWindow(browser, origin);
    await signInAs(clerk, 'lishui');
    await expect.poll(() => clerk.getByRole('heading', { level: 1 }).innerText()).toMatch(/2020年10月.*2020-11-05/);
    await clerk.getByRole('link', { name: '填报' }).click();
    const areaRow = clerk.getByRole('group', { name: area, exact: true });
    // Untouched it says what October must add, and no level yet.
    expect(await areaRow.innerText()).not.toMatch(/序时/);
    await cumulativeOf(clerk, area).fill('128.93');
    // 128.93 of 170 is 75.84 %; by 19 October 72.95 + (81.72 − 72.95)·19/31 = 78.33 % are expected.
    await expect.poll(() => areaRow.innerText()).toMatch(/正常\s*低于序时 2\.5 个百分点/);
    const increment = areaRow.getByRole('textbox', { name: '本月新增' });
    // 128.93 − 101.63 accepted to the end of September.
    expect(await increment.inputValue()).toBe('27.30');
    await cumulativeOf(clerk, civil).fill('84');
    await submit(clerk);
    await expect.poll(() => clerk.locator('main').innerText()).toContain('已报送');

    // Nothing that waits for review moves the overview.
    expect(await rowOf(overview, '丽水').innerText()).toContain('59.78%');

    // The official finds it in review and returns it with a reason.
    const review = await openAs(browser, office, 'official', '/');
    await review.getByRole('link', { name: '审核' }).click();
    await review.getByRole('link', { name: '丽水 2020年10月' }).click();
    await review.getByRole('button', { name: /退回/ }).first().click();
    await review.getByRole('textbox', { name: /理由|原因/ }).fill('请核对装配式建筑面积，与项目清单不符');
    await review.getByRole('button', { name: /退回/ }).last().click();
    await expect.poll(() => review.locator('main').innerText()).toMatch(/已退回.*丽水|丽水.*已退回/s);

    // The clerk sees the reason without a reload, mends it and sends it again.
    await expect.poll(() => clerk.locator('main').innerText()).toContain('请核对装配式建筑面积，与项目清单不符');
    await cumulativeOf(clerk, area).fill('140');
    await cumulativeOf(clerk, civil).fill('90');
    await submit(clerk);
    await expect.poll(() => clerk.locator('main').innerText()).toContain('已复报');

    // The official accepts.
    await review.getByRole('link', { name: '丽水 2020年10月' }).click();
    await review.getByRole('button', { name: '通过' }).click();
    await expect.poll(() => review.locator('main').innerText()).toMatch(/已通过/);

    // The window that was open all the time shows 140 of 170: 82.35 %.
    await expect.poll(() => rowOf(overview, '丽水').innerText(), { timeout: 10_000 }).toContain('82.35%');
    await expect.poll(() => overview.getByRole('heading', { level: 1 }).innerText()).toContain('2/11');

    // The leader sees it on the sprint page.
    const leader = await openWindow(browser, origin);
    await signInAs(leader, 'leader');
    expect(new URL(leader.url()).pathname).toBe('/sprint');
    await leader.goto('/sprint?year=2020&month=10');
    await leader.getByText('查看数据表').first().click();
    await expect.poll(() => rowOf(leader, '丽水').innerText()).toContain('82.35%');
  });
});

/** Fills in cause and measures where the last look asks for them. */
async function explainWhereAsked(page: Page): Promise<void> {
  const cause = page.getByRole('textbox', { name: /^原因/ });
  if ((await cause.count()) === 0) return;
  await cause.fill('三季度土地供应推迟，部分项目未能按期开工');
  await page.getByRole('textbox', { name: /措施/ }).fill('十月起专班推进，十二月前开工全部在册项目');
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '核对后报送' }).click();
  const confirm = page.getByRole('button', { name: /确认.*报送|^报送/ });
  await confirm.waitFor();
  await explainWhereAsked(page);
  await confirm.click();
}
