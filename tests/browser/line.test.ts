/** What a page does while the line is down, when it comes back, when a colleague acts, and when the server answers strangely. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { addressIn, headingOf, heldRequests } from '#tests/support/browser-gate.ts';
import { openAs, untilQuiet } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import { monthOf, once, quzhou, submissionIn } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

const october = '/?year=2020&month=10';
const lineOf = (page: Page) => page.getByRole('banner').getByRole('status').innerText();
const alertOf = (page: Page) => page.getByRole('main').getByRole('alert');
const retry = (page: Page) => page.getByRole('button', { name: '重试' });
const month = (page: Page) => page.getByRole('combobox', { name: '月份' });
const noAnswer = '无法连接服务器。请检查网络；页面上已有的内容都还在。';

/** A colleague at another machine accepts Quzhou's October: the second of the month's eleven reports. */
async function acceptQuzhou(office: ListeningApp): Promise<void> {
  const official = await office.signedIn('official');
  const { version } = submissionIn(await official.get(monthOf(quzhou)));
  const accepted = await official.post(monthOf(quzhou, 10, 'accept'), {}, once(version, 'accepted-elsewhere'));
  expect(accepted.statusCode).toBe(200);
}

describe('an open page', () => {
  it('shows what a colleague does, without being touched', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', october);
    await expect.poll(() => headingOf(page)).toContain('1/11');
    await expect.poll(() => lineOf(page)).toBe('实时更新');
    await acceptQuzhou(office);
    await expect.poll(() => headingOf(page)).toContain('2/11');
    expect(addressIn(page)).toBe(october);
  });

  it('says that the line is down, keeps what it shows, and reads again when it is back', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', october, { provokes: /net::ERR_/ });
    await expect.poll(() => headingOf(page)).toContain('1/11');
    await expect.poll(() => lineOf(page)).toBe('实时更新');
    // Every connection breaks, and no new one can be made.
    await page.context().setOffline(true);
    office.app.server.closeAllConnections();
    await expect.poll(() => lineOf(page)).toBe('连接中断，页面可能不是最新');
    await acceptQuzhou(office);
    // Another month cannot come; what was read before stays in view when one goes back to it.
    await month(page).selectOption('2020年8月');
    await expect.poll(() => alertOf(page).innerText()).toContain(noAnswer);
    // Nothing answered, so there is no request to name on the phone.
    expect(await alertOf(page).innerText()).not.toContain('请求编号');
    await page.goBack();
    await expect.poll(() => headingOf(page)).toContain('1/11');
    expect(await page.getByRole('main').getByRole('table').count()).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await expect.poll(() => lineOf(page), { timeout: 20_000 }).toBe('实时更新');
    await expect.poll(() => headingOf(page)).toContain('2/11');
  });

  it('says that it is connecting until the line stands, and tries again after a refusal', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sign-in', { provokes: /status of 503/ });
    let opened = 0;
    const first = Promise.withResolvers<void>();
    await page.route('**/api/events', async (route) => {
      opened += 1;
      if (opened > 1) return route.continue();
      await first.promise;
      return route.fulfill({ status: 503, contentType: 'text/html', body: 'starting' });
    });
    await page.goto('/interviews');
    await expect.poll(() => lineOf(page)).toBe('正在连接');
    first.resolve();
    await expect.poll(() => lineOf(page)).toBe('连接中断，页面可能不是最新');
    await expect.poll(() => lineOf(page)).toBe('实时更新');
    expect(opened).toBe(2);
  });
});

describe('a page that cannot come', () => {
  it('says that nothing answers, and comes at another try', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/?year=2020&month=9');
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末：/);
    // The stream's first news makes everything read again, who is signed in too.
    await untilQuiet(page);
    await page.context().setOffline(true);
    await month(page).selectOption('2020年8月');
    await expect.poll(() => alertOf(page).innerText()).toContain(noAnswer);
    await page.context().setOffline(false);
    await retry(page).click();
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年8月末：/);
    expect(await alertOf(page).count()).toBe(0);
  });

  it('says that the answer is not the server’s own, and comes at another try', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/interviews', { provokes: /status of 503/ });
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    let asked = 0;
    await page.route('**/api/overview?*', (route) => {
      asked += 1;
      return route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>Service Unavailable</h1>' });
    });
    await page.getByRole('link', { name: '总览' }).click();
    await expect
      .poll(() => alertOf(page).innerText())
      .toMatch(/^服务器的答复无法识别（状态码 503）。请稍后重试。\s+重试$/);
    // It was tried a second time before anybody was told; by the link's own preparation too.
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(await page.getByText('Service Unavailable').count()).toBe(0);
    expect(await page.getByRole('navigation', { name: '主导航' }).count()).toBe(1);
    await page.unroute('**/api/overview?*');
    await retry(page).click();
    await expect.poll(() => headingOf(page)).toMatch(/^截至2020年9月末：/);
  });

  it('says with the request’s number what the server itself says', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/interviews', { provokes: /status of 500/ });
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await page.route('**/api/overview?*', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'urn:xushi:problem:unexpected',
          title: '系统内部错误',
          status: 500,
          detail: '系统内部错误，您的更改未保存。',
          instance: 'urn:uuid:7f3a-19',
          code: 'unexpected',
          errors: [{ pointer: '/a', code: 'field-form', detail: '“a”的格式不对。' }],
        }),
      }),
    );
    await page.getByRole('link', { name: '总览' }).click();
    await expect
      .poll(async () => (await alertOf(page).innerText()).split(/\n+/))
      .toEqual(['系统内部错误，您的更改未保存。', '“a”的格式不对。', '请求编号：7f3a-19', '重试']);
  });

  it.each([
    ['/?year=2020&month=8', '/api/overview?year=2020&month=8'],
    ['/cities/330300', '/api/cities/330300?year=2020&month=9'],
    ['/sprint', '/api/sprint?year=2020&month=9'],
  ])('is asked for while its code is still on the way: %s', async (address, asked) => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sign-in');
    const code = await heldRequests(page, /\/assets\/page-[\w-]{8}\.js$/);
    const request = page.waitForRequest((one) => one.url() === office.origin + asked);
    await page.goto(address);
    await request;
    await expect.poll(code.count).toBeGreaterThan(0);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0);
    code.letGo();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('is an outline while it is on the way', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/interviews');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    const reply = await heldRequests(page, '**/api/targets?*');
    await page.getByRole('link', { name: '年度目标' }).click();
    const outline = page.getByRole('status', { name: '正在载入' });
    await outline.waitFor();
    expect(await alertOf(page).count()).toBe(0);
    reply.letGo();
    await expect.poll(() => headingOf(page)).toMatch(/^2020年目标：/);
    await expect.poll(() => outline.count()).toBe(0);
  });
});

describe('a page that fails', () => {
  it('says so in its place, and leaves the bar and the other pages', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/interviews', { provokes: /./ });
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await page.route('**/api/targets?*', (route) => route.fulfill({ json: { year: 2020, cells: null } }));
    await page.getByRole('link', { name: '年度目标' }).click();
    await expect.poll(() => headingOf(page)).toBe('出错了');
    expect(await alertOf(page).innerText()).toContain('此页面出错，其他页面仍可使用。请重试');
    await page.unroute('**/api/targets?*');
    // The other pages still work, and this one does once what it was given is mended.
    await page.getByRole('link', { name: '约谈' }).click();
    await expect.poll(() => headingOf(page)).not.toBe('出错了');
    expect(await page.getByRole('main').getByRole('alert').count()).toBe(0);
    await page.goto('/targets');
    await expect.poll(() => headingOf(page)).toMatch(/^2020年目标：/);
  });

  it('comes at another try where its code could not come at first', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/interviews', {
      provokes: /net::ERR_|Unable to preload|Error/,
    });
    await expect.poll(() => lineOf(page)).toBe('实时更新');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '年度目标' }).click();
    await expect.poll(() => headingOf(page)).toBe('出错了');
    await page.context().setOffline(false);
    await retry(page).click();
    await expect.poll(() => headingOf(page)).toMatch(/^2020年目标：/);
  });

  it('says so where the server cannot even say who is there, and comes at another try', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'leader', '/sign-in', {
      provokes: /status of 503|route match|ProblemError/,
    });
    await page.route('**/api/session', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: 'no' }));
    await page.goto('/interviews');
    await expect.poll(() => headingOf(page)).toBe('出错了');
    await page.getByText('服务器的答复无法识别（状态码 503）。请稍后重试。').waitFor();
    expect(await page.getByRole('navigation', { name: '主导航' }).count()).toBe(0);
    await page.unroute('**/api/session');
    await retry(page).click();
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await expect.poll(() => headingOf(page)).not.toBe('出错了');
    expect(addressIn(page)).toBe('/interviews');
  });
});

describe('an act that may be tried again', () => {
  it('keeps its key while nothing answered, and has another once the server has', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/review?open=2020-10-330800', {
      provokes: /status of 50[23]|ERR_FAILED/,
    });
    const keys: (string | undefined)[] = [];
    const fates = ['lost', 'overloaded', 'refused', 'through'] as const;
    await page.route('**/api/submissions/2020/10/330800/accept', async (route) => {
      const fate = fates[keys.length];
      keys.push(route.request().headers()['idempotency-key']);
      if (fate === 'lost') return route.abort();
      if (fate === 'overloaded') return route.fulfill({ status: 503, contentType: 'text/html', body: 'busy' });
      if (fate === 'through') return route.continue();
      const body = {
        type: 'a',
        title: '',
        status: 422,
        detail: '不能通过',
        instance: '',
        code: 'invalid-input',
        errors: [],
      };
      return route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(body) });
    });
    for (const said of [noAnswer, '服务器的答复无法识别（状态码 503）', '不能通过']) {
      await page.getByRole('button', { name: '通过', exact: true }).click();
      await expect.poll(() => alertOf(page).first().innerText()).toContain(said);
    }
    await page.getByRole('button', { name: '通过', exact: true }).click();
    await expect.poll(() => page.getByRole('main').innerText()).toContain('已通过');
    expect(keys).toHaveLength(4);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys.slice(1, 3)).toEqual([keys[0], keys[0]]);
    expect(keys[3]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[3]).not.toBe(keys[0]);
  });
});
