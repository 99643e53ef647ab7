/** An official writes a curve by keys and numbers and puts it in force; a bureau proposes its own nodes, which are approved. */
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { axeFindings, openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

describe('pace curves and node plans', () => {
  it('are edited, tried, put in force and approved', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/curves');
    // Each share of a season leads to the quotient that it is, and the address to the same.
    const season = page.getByRole('row', { name: /装配式建筑面积.*22 个完整地区年度/ });
    await season.getByRole('button').nth(2).click();
    const asked = page.getByRole('dialog', { name: '合并季节的算式' }).getByRole('row', { name: /装配式面积 · 9月末/ });
    expect(await asked.innerText()).toMatch(/73\.0405%\s+9,804\.66 ÷ 13,423\.60/);
    expect(await asked.getAttribute('aria-current')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByLabel('从何开始').selectOption({ label: '“装配式面积”各市合并季节（2018、2019）' });
    const writing = page.getByRole('form', { name: '拟一条曲线' });
    await writing.getByLabel('6月末').fill('10');
    await writing.getByText('请改正：6月。').waitFor();
    await writing.getByLabel('6月末').fill('50');
    await page.getByRole('slider', { name: '7月' }).press('PageDown');
    const [june, july] = [
      await writing.getByLabel('6月末').inputValue(),
      await writing.getByLabel('7月末').inputValue(),
    ];
    expect(Number(july)).toBeLessThan(56);
    expect(Number(july)).toBeGreaterThanOrEqual(Number(june));
    await page.reload();
    expect(await writing.getByLabel('7月末').inputValue()).toBe(july);
    await writing.getByLabel('名称（中文）').fill('本省节奏');
    await writing.getByLabel('名称（英文）').fill('Season of the province');
    await writing.getByLabel('理由').fill('按本省两年的节奏');
    await writing.getByRole('button', { name: '保存曲线' }).click();
    await page.getByText('已保存“本省节奏”第 1 版。').waitFor();

    const assigning = page.getByRole('form', { name: '启用曲线' });
    await assigning.getByRole('button', { name: '先看会改变哪些市' }).click();
    await assigning.getByText('若2020年10月按此判定').waitFor();
    await assigning.getByLabel('试算月份').selectOption({ label: '2020年5月' });
    await page.waitForURL(/trial=2020-5/);
    await assigning.getByRole('button', { name: '先看会改变哪些市' }).click();
    await assigning.getByText('若2020年5月按此判定').waitFor();
    expect(await page.getByRole('link', { name: /CSV/ }).getAttribute('href')).toContain('/api/curves/table?');
    await assigning.getByLabel('理由').fill('自十一月起按本省节奏');
    await assigning.getByRole('button', { name: '启用', exact: true }).click();
    await page.getByText('已定自2020年11月起，“装配式面积”按“本省节奏（第 1 版）”判定。').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const bureau = await openAs(browser, office, 'lishui', '/node-plans?open=331100-prefab-area');
    await bureau.getByRole('slider', { name: '3月' }).press('ArrowDown');
    await bureau.getByLabel('报送理由').fill('新区项目四季度集中开工');
    await bureau.getByRole('button', { name: '报送节点计划' }).click();
    await bureau.getByRole('button', { name: '撤回' }).waitFor();
    expect(await axeFindings(bureau)).toEqual([]);
    await page.goto(`${office.origin}/inbox`);
    await page.getByRole('link', { name: /丽水.*节点计划，待审/ }).click();
    await page.getByRole('button', { name: '批准' }).click();
    await page.getByRole('cell', { name: '第 2 版，自2020年11月起' }).waitFor();
  });
});
