/** What each role meets: where its work begins, the words of its bar, and what it gets at another role's address. */
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { addressIn, entriesOf, headingOf } from '#tests/support/browser-gate.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

const browser = await sharedBrowser();

const notAllowed = /^您的角色无权进行此操作。/;

interface Office {
  readonly name: string;
  readonly start: string;
  readonly entries: readonly (readonly [word: string, address: string, name?: string])[];
  readonly title: string;
}

/** Of each role its account, where the bare address leads it, and each word of its bar with where that leads. */
const offices: readonly Office[] = [
  {
    name: 'official',
    start: '/',
    entries: [
      ['总览', '/?year=2020&month=9'],
      ['审核 1', '/review', '审核，1 份待审'],
      ['报送', '/submissions'],
      ['约谈', '/interviews'],
      ['通报', '/bulletins'],
      ['年终冲刺', '/sprint'],
      ['年度目标', '/targets'],
      ['项目台账', '/projects'],
      ['规则与指标', '/rules'],
      ['审计', '/audit'],
    ],
    title: '省厅建筑业管理处',
  },
  {
    name: 'lishui',
    start: '/submissions',
    entries: [
      ['报送', '/submissions'],
      ['本市', '/cities/331100'],
      ['项目台账', '/projects'],
      ['约谈', '/interviews'],
      ['通报', '/bulletins'],
      ['总览', '/?year=2020&month=9'],
      ['规则与指标', '/rules'],
    ],
    title: '丽水市住房和城乡建设局',
  },
  {
    name: 'leader',
    start: '/sprint',
    entries: [
      ['年终冲刺', '/sprint'],
      ['总览', '/?year=2020&month=9'],
      ['约谈', '/interviews'],
      ['通报', '/bulletins'],
      ['年度目标', '/targets'],
      ['项目台账', '/projects'],
      ['规则与指标', '/rules'],
    ],
    title: '省厅领导',
  },
  {
    name: 'administrator',
    start: '/accounts',
    entries: [
      ['账号', '/accounts'],
      ['审计', '/audit'],
      ['总览', '/?year=2020&month=9'],
      ['年终冲刺', '/sprint'],
      ['约谈', '/interviews'],
      ['年度目标', '/targets'],
    ],
    title: '系统管理员',
  },
];

describe.each(offices)('the bar of $name', ({ name, start, entries, title }) => {
  it('leads to exactly the pages of the role, and says on which one is', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, name, '/');
    const bar = page.getByRole('navigation', { name: '主导航' });
    await expect.poll(() => entriesOf(page)).toEqual(entries.map(([word]) => word));
    expect(addressIn(page)).toBe(start);
    const banner = page.getByRole('banner');
    expect(await banner.getByText(title, { exact: true }).getAttribute('title')).toBe(title);
    expect(await banner.getByText('今日 2020-10-19').count()).toBe(1);
    expect(await banner.getByText(/^演示环境：.*标有“演示数据（虚构）”或“虚构”。$/).count()).toBe(1);

    for (const [word, address, spoken = word] of entries) {
      await bar.getByRole('link', { name: spoken, exact: true }).click();
      await expect.poll(() => addressIn(page)).toBe(address);
      // Only the word of this page is marked, for eyes and for screen readers.
      await expect.poll(() => bar.locator('[aria-current="page"]').allInnerTexts()).toEqual([word]);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('main').getByRole('alert').count(), word).toBe(0);
    }
    // The product's name leads back to where the work begins.
    await banner.getByRole('link', { name: '序时' }).click();
    await expect.poll(() => addressIn(page)).toBe(start);
  });
});

describe('an address that is another role’s', () => {
  it('says that the role may not, offers no second try, and leaves the bar', async () => {
    const office = await listeningApp();
    for (const [name, addresses] of [
      ['lishui', ['/accounts', '/review']],
      ['leader', ['/accounts', '/review']],
      ['official', ['/accounts']],
      ['administrator', ['/review']],
    ] as const) {
      const page = await openAs(browser, office, name, addresses[0]);
      for (const address of addresses) {
        await page.goto(address);
        await expect
          .poll(() => page.getByRole('main').getByRole('alert').innerText(), { message: `${name} ${address}` })
          .toMatch(notAllowed);
        const main = page.getByRole('main');
        expect(await main.getByRole('button', { name: '重试' }).count()).toBe(0);
        expect(await main.getByRole('table').count()).toBe(0);
        expect(await main.getByRole('textbox').count()).toBe(0);
        expect((await entriesOf(page)).length).toBeGreaterThan(3);
      }
    }
  });

  it('shows a bureau nothing of another city, as if there were none', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', '/cities/330100?year=2020&month=9');
    for (const address of ['/cities/330100?year=2020&month=9', '/submissions/2020/10/330100']) {
      await page.goto(address);
      await expect
        .poll(() => page.getByRole('main').getByRole('alert').innerText(), { message: address })
        .toMatch(/^没有找到，或不在您的权限范围内。/);
      expect(await page.getByRole('main').getByRole('button', { name: '重试' }).count()).toBe(0);
      // The city's name is no secret; how it stands is.
      expect(await page.getByRole('main').innerText()).not.toMatch(/\d%|正常|预警|滞后|已完成|万㎡/);
    }
  });
});

describe('an address that is nobody’s', () => {
  it('says so under the bar, and leads back to where the work begins', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/no-such-page');
    await expect.poll(() => headingOf(page)).toBe('没有这个页面');
    expect(await page.title()).toBe('没有这个页面 · 序时');
    expect(await entriesOf(page)).toContain('年终冲刺');
    await page.getByRole('link', { name: '回到首页' }).click();
    await expect.poll(() => addressIn(page)).toBe('/sprint');
  });
});

describe('a narrow screen', () => {
  it('has the words of the bar behind one, which another page closes again', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sprint', { width: 360, height: 780 });
    const menu = page.getByRole('button', { name: '菜单' });
    await menu.waitFor();
    const navigation = page.getByRole('navigation', { name: '主导航' });
    expect(await navigation.isVisible()).toBe(false);
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    await menu.click();
    await expect.poll(() => navigation.isVisible()).toBe(true);
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    await menu.click();
    await expect.poll(() => navigation.isVisible()).toBe(false);
    await menu.click();
    await navigation.getByRole('link', { name: '约谈' }).click();
    await expect.poll(() => addressIn(page)).toBe('/interviews');
    await expect.poll(() => navigation.isVisible()).toBe(false);
  });

  it('has no such word where there is room', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sprint');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(await page.getByText('菜单', { exact: true }).isVisible()).toBe(false);
    // The first press of Tab is the way past the bar.
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: '跳到正文' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});
