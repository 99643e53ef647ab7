/** What the overview opens with, and the data that stand behind it. Numbers are worked out in `overview.test.ts`. */
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';
import { bodyOf } from '#tests/support/tables.ts';

const browser = await sharedBrowser();

describe('what is seen first', () => {
  it('is every city on every indicator, the gaps of one, the province, and what waits, each a link; the data a click away', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/?year=2020&month=9');
    const matrix = page.getByRole('table', { name: /^2020年9月各市各指标/ });
    await matrix.waitFor();
    const rows = await bodyOf(matrix);
    // Wenzhou's steel housing: (30.2 − 24.1) ÷ (36 − 24.1) = 51.26 %, 21.69 points below the pace.
    expect(rows).toHaveLength(11);
    expect(rows[0]).toBe(
      '温州 | 装配式面积 −14.9 | 装配式住宅和公建 −13.3 | 装配式占比 −4.5 | 钢结构住宅 −21.7 | 绿建示范 −17.4 | 已通过',
    );
    await matrix.getByRole('button', { name: '滞后 钢结构住宅 −21.7' }).click();
    const formula = page.getByRole('dialog', { name: '算式：温州 · 钢结构住宅（2020年9月）' });
    await expect.poll(() => formula.innerText()).toContain('(30.20 − 24.10) ÷ (36.00 − 24.10)');
    expect(await formula.getByRole('link', { name: '打开温州页面' }).getAttribute('href')).toBe(
      '/cities/330300?year=2020&month=9&indicator=steel-housing&show=proof',
    );
    await page.keyboard.press('Escape');
    await formula.waitFor({ state: 'detached' });
    // The province's is the sum of its cities, whose own formulas are a press further.
    await page.getByRole('button', { name: '7,009.7 万㎡' }).click();
    const sums = page.getByRole('dialog', { name: /^算式：浙江/ });
    await expect.poll(() => sums.innerText()).toContain('7,009.73 ÷ 7,150');
    await sums.getByRole('button', { name: '温州' }).click();
    await expect.poll(() => new URL(page.url()).search).toContain('formula=330300.prefab-area');
    await expect.poll(() => page.getByRole('dialog').innerText()).toContain('348.00 ÷ 600.00');
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).search).toBe('?year=2020&month=9');
    const gaps = page.locator('section', { has: page.getByRole('heading', { name: /各市高于或低于序时/ }) });
    expect((await gaps.getByRole('listitem').first().innerText()).replaceAll(/\s+/g, ' ')).toBe(
      '温州 −14.9 −89.7 万㎡',
    );
    const waiting = page.getByRole('navigation', { name: '待办' }).getByRole('link');
    expect(
      await waiting.evaluateAll((links) => links.map((link) => `${link.textContent} ${link.getAttribute('href')}`)),
    ).toEqual(['1 份待审 /review', '1 份已退回 /submissions?year=2020', '8 市未报10月 /submissions?year=2020']);

    const cities = page.getByRole('region', { name: '各市进度', exact: true });
    expect(await cities.count()).toBe(0);
    await page.getByText('查看数据', { exact: true }).click();
    await cities.waitFor();
    expect(new URL(page.url()).search).toBe('?year=2020&month=9&view=table');
    await page.getByText('查看数据', { exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?year=2020&month=9');
  });
});
