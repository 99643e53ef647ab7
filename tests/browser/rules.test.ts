/** An official tries another rule on the months at hand and puts it in force; what was judged stays as it was. */
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

describe('the page of rules', () => {
  it('tries a rule, keeps what was typed, and puts it in force from the next month on', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9&open=rule');
    await page.getByRole('link', { name: '历次规则、试算与调整' }).click();
    await page.getByRole('heading', { level: 1, name: '2017年1月起按“三项并看”（第 1 版）判定进度状态。' }).waitFor();
    await page.getByLabel('从现成规则开始').selectOption({ label: '百分点差 · 银川 2025' });
    const flow = page.getByRole('group', { name: '当年累计类指标 预警' });
    await flow.getByLabel('缺口 数值').fill('十');
    await flow.getByText('请填写数值').waitFor();
    await page.getByText('还有条件没有填完').waitFor();
    await flow.getByLabel('缺口 数值').fill('−12');
    await page.reload();
    expect(await flow.getByLabel('缺口 数值').inputValue()).toBe('−12');

    await page.getByLabel('自', { exact: true }).selectOption({ label: '2020年9月' });
    await page.getByLabel('至', { exact: true }).selectOption({ label: '2020年9月' });
    await page.getByRole('button', { name: '试算这些月份' }).click();
    // Wenzhou’s area lies 14.95 points below the pace: no longer behind, and still watch at 12.
    const row = page.getByRole('row').filter({ hasText: '温州' }).filter({ hasText: '装配式面积' });
    expect((await row.innerText()).split(/\s+/)).toEqual(['2020年9月', '温州', '装配式面积', '滞后', '预警']);
    await flow.getByLabel('缺口 数值').fill('-15');
    await page.getByText('条件已改动，请重新试算。').waitFor();

    const form = page.getByRole('form', { name: '启用这项规则' });
    await form.getByRole('button', { name: '启用', exact: true }).click();
    await form.getByText('请写明理由').first().waitFor();
    await form.getByLabel('理由').fill('年底冲刺期改按百分点判定');
    await form.getByRole('button', { name: '启用', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '已定自2020年11月起改按“百分点差”（第 1 版）' }).waitFor();
    await page.goto(`${office.origin}/?year=2020&month=9`);
    await page
      .getByRole('heading', { level: 1, name: '截至2020年9月末：11个设区市中有3个滞后：温州、丽水、金华' })
      .waitFor();
  });

  it('shows a leader the rules, and nothing to change them by', async () => {
    const page = await openAs(browser, await listeningApp(), 'leader', '/rules', { language: 'en', width: 360 });
    await page.getByRole('link', { name: /^Show conditions/ }).click();
    await page.getByText('Gap (completion − expected pace) ≤ −5.00').first().waitFor();
    expect(await page.getByRole('heading', { name: 'Write a rule' }).count()).toBe(0);
  });
});
