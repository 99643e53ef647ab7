/** 月度报送: a bureau's home with what is due and what came back, and the department's table of every city's status. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openAs } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import { area, cumulativeOf, storedMonth } from '#tests/support/monthly-form.ts';
import { basedOn, lishui, monthOf, ordinary } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

const heading = (page: Page) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText());
const years = (page: Page) => page.getByRole('combobox', { name: '年份' });

/** The cells of a table's rows without its heading, line ends as spaces. */
async function rowsOf(page: Page, name: string): Promise<readonly (readonly string[])[]> {
  const table = page.getByRole('table', { name });
  await table.waitFor();
  return table.evaluate((element) =>
    [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
    ),
  );
}

/** Another person sits down, or another day has come, at the same window. */
async function sitDown(office: ListeningApp, page: Page, name: string, path: string): Promise<void> {
  const { cookie } = await office.signedIn(name);
  const [cookieName = '', value = ''] = cookie.split('=', 2);
  await page.context().addCookies([{ name: cookieName, value, url: office.origin }]);
  await page.goto(path);
}

describe('a draft that was begun on an earlier day', () => {
  it('asks for its day, says what another changes, and takes the answer', async () => {
    const office = await listeningApp();
    const bureau = await office.signedIn('lishui');
    const draft = { ...ordinary, asOf: '2020-10-18' };
    expect((await bureau.put(monthOf(lishui), draft, basedOn(0))).statusCode).toBe(200);
    office.clock.set('2020-11-02T01:00:00Z');
    const page = await openAs(browser, office, 'lishui', '/submissions/2020/10/331100');
    const question = page.getByRole('region', { name: /此前填写的数据截止日是 10-18，现在可以报到 10-31/ });
    await expect.poll(() => question.innerText()).toMatch(/改后：装配式面积序时 \d\d\.?\d?% → \d\d\.?\d?%/);
    await question.getByRole('button', { name: '仍为 10-18' }).click();
    expect(await question.count()).toBe(0);
    await page.reload();
    await question.getByRole('button', { name: '改为 10-31' }).click();
    expect(await page.getByLabel('数据截止日').inputValue()).toBe('2020-10-31');
    expect(await question.count()).toBe(0);
    await expect
      .poll(async () => (await storedMonth(office)).versions[0])
      .toMatchObject({ state: 'draft', asOf: '2020-10-31' });
  });
});

describe('a bureau’s home', () => {
  it('names what is due, lists its months newest first, and opens them', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'lishui', '/submissions');
    await heading(page).toBe('2020年10月数据待报送，期限 2020-11-05。');
    expect(await page.getByRole('img', { name: /^逐月进度/ }).getAttribute('aria-label')).toBe(
      '逐月进度：1月预警，2月至9月滞后。',
    );
    expect(await page.getByRole('figure').innerText()).toContain('丽水各月进度');
    expect(await page.locator('main').innerText()).toMatch(/^月度报送/);
    // The month, its state, its as-of day, its deadline on the 5th of the next month, and what to do.
    expect(await rowsOf(page, '2020年各月报送')).toEqual([
      ['10月', '未报', '--', '2020-11-05', '填报 2020年10月 模板 2020年10月'],
      ['9月', '已通过', '2020-09-30', '2020-10-05', '查看 2020年9月'],
      ['8月', '已通过', '2020-08-31', '2020-09-05', '查看 2020年8月'],
      ['7月', '已通过', '2020-07-31', '2020-08-05', '查看 2020年7月'],
      ['6月', '已通过', '2020-06-30', '2020-07-05', '查看 2020年6月'],
      ['5月', '已通过', '2020-05-31', '2020-06-05', '查看 2020年5月'],
      ['4月', '已通过', '2020-04-30', '2020-05-05', '查看 2020年4月'],
      ['3月', '已通过', '2020-03-31', '2020-04-05', '查看 2020年3月'],
      ['2月', '已通过', '2020-02-29', '2020-03-05', '查看 2020年2月'],
      ['1月', '已通过', '2020-01-31', '2020-02-05', '查看 2020年1月'],
    ]);
    expect(await years(page).getByRole('option').allInnerTexts()).toEqual(['2020', '2019', '2018']);

    // A past year is chosen, and kept in the address.
    await years(page).selectOption('2019');
    await page.waitForURL((url) => url.search === '?year=2019');
    await heading(page).toBe('已到报送期的月份均已报送并通过审核。');
    const past = await rowsOf(page, '2019年各月报送');
    expect(past).toHaveLength(12);
    expect(past[0]).toEqual(['12月', '已通过', '2019-12-31', '2020-01-05', '查看 2019年12月']);
    await page.getByRole('link', { name: '查看 2019年12月' }).click();
    await page.waitForURL((url) => url.pathname === '/submissions/2019/12/331100');
    await heading(page).toBe('2019年12月数据已通过，计入进度。');

    await page.goto('/submissions?year=2020');
    await page.getByRole('link', { name: '填报 2020年10月' }).click();
    await page.waitForURL((url) => url.pathname === '/submissions/2020/10/331100');
    await cumulativeOf(page, area).waitFor();
  });

  it('says what came back, what is begun, what waits, and that all is done', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'zhoushan', '/submissions');
    const reason =
      '半个月新开工12.74万㎡，超过前三个月各月，其中两个项目的施工许可证日期在9月，请核对是否与9月重复计入后重报。';
    await heading(page).toBe(`2020年10月数据被退回：“${reason}”。请修改后复报。`);
    const [october] = await rowsOf(page, '2020年各月报送');
    expect(october).toEqual([
      '10月',
      `已退回${reason}`,
      '2020-10-15',
      '2020-11-05',
      '修改后复报 2020年10月 模板 2020年10月',
    ]);
    await sitDown(office, page, 'huzhou', '/submissions');
    await heading(page).toBe('2020年10月草稿已保存，尚未报送，期限 2020-11-05。');
    const [begun] = await rowsOf(page, '2020年各月报送');
    expect(begun).toEqual(['10月', '草稿', '2020-10-18', '2020-11-05', '继续填报 2020年10月 模板 2020年10月']);
    await sitDown(office, page, 'quzhou', '/submissions');
    await heading(page).toBe('2020年10月数据已报送，等待省厅审核。');
    const [waiting] = await rowsOf(page, '2020年各月报送');
    expect(waiting).toEqual(['10月', '已报送', '2020-10-18', '2020-11-05', '查看 2020年10月']);
    await sitDown(office, page, 'jiaxing', '/submissions');
    await heading(page).toBe('2020年10月截至 10-16 的数据已通过，月末数待报，期限 2020-11-05。');
    expect((await rowsOf(page, '2020年各月报送'))[0]).toEqual([
      '10月',
      '10-16 已通过',
      '2020-10-16',
      '2020-11-05',
      '续报 2020年10月 模板 2020年10月',
    ]);
  });

  it('goes with the calendar: not late on the deadline itself, late after it, and still the same year in January', async () => {
    const office = await listeningApp();
    office.clock.set('2020-11-02T01:00:00Z');
    const page = await openAs(browser, office, 'lishui', '/submissions');
    await heading(page).toBe('2020年10月数据待报送，期限 2020-11-05。');
    expect((await rowsOf(page, '2020年各月报送')).slice(0, 2)).toEqual([
      ['11月', '未报', '--', '2020-12-05', '填报 2020年11月 模板 2020年11月'],
      ['10月', '未报', '--', '2020-11-05', '填报 2020年10月 模板 2020年10月'],
    ]);
    // 23:59 in Shanghai on the deadline, and one minute later.
    office.clock.set('2020-11-05T15:59:00Z');
    await sitDown(office, page, 'lishui', '/submissions');
    await heading(page).toBe('2020年10月数据待报送，期限 2020-11-05。');
    office.clock.set('2020-11-05T16:00:00Z');
    await sitDown(office, page, 'lishui', '/submissions');
    await heading(page).toBe('2020年10月数据已逾期，期限为 2020-11-05，请尽快报送。');
    expect((await rowsOf(page, '2020年各月报送')).slice(0, 2)).toEqual([
      ['11月', '未报', '--', '2020-12-05', '填报 2020年11月 模板 2020年11月'],
      ['10月', '未报', '--', '2020-11-05 已逾期', '填报 2020年10月 模板 2020年10月'],
    ]);
    await page.getByRole('link', { name: '填报 2020年10月' }).click();
    await heading(page).toBe('2020年10月数据已逾期（期限 2020-11-05），请尽快报送。');
    // The whole month has passed, so that it is reported as of its end.
    await expect.poll(() => page.locator('form').innerText()).toContain('2020-10-01 至 2020-10-31');
    expect(await page.getByLabel('数据截止日').inputValue()).toBe('2020-10-31');

    // In January the year before is what is worked on; the new one is a choice.
    office.clock.set('2021-01-10T01:00:00Z');
    await sitDown(office, page, 'lishui', '/submissions');
    await heading(page).toBe('2020年10月数据已逾期，期限为 2020-11-05，请尽快报送。');
    expect((await rowsOf(page, '2020年各月报送'))[0]).toEqual([
      '12月',
      '未报',
      '--',
      '2021-01-05 已逾期',
      '填报 2020年12月 模板 2020年12月',
    ]);
    expect(await years(page).getByRole('option').allInnerTexts()).toEqual(['2021', '2020', '2019']);
    await years(page).selectOption('2021');
    await heading(page).toBe('2021年1月数据待报送，期限 2021-02-05。');
    expect(await rowsOf(page, '2021年各月报送')).toEqual([
      ['1月', '未报', '--', '2021-02-05', '填报 2021年1月 模板 2021年1月'],
    ]);
    // A year nobody has begun says so.
    await page.goto('/submissions?year=2022');
    await heading(page).toBe('2022年还没有可以报送的月份。');
  });
});

describe('every city’s status', () => {
  const accepted = Array.from({ length: 9 }, () => '已通过');
  const status = (october: string, ...later: readonly string[]) => [...accepted, october, ...later];
  const closed = '尚未到报送月份';

  it('shows the department each city and month, and opens what is begun', async () => {
    const office = await listeningApp();
    const page = await openAs(browser, office, 'official', '/submissions');
    // October still runs: nobody is missing yet.
    await heading(page).toBe('2020年9月：11/11 已通过。');
    expect(await rowsOf(page, '2020年各市报送状态')).toEqual([
      ['杭州', ...status('未报', closed, closed)],
      ['宁波', ...status('未报', closed, closed)],
      ['温州', ...status('未报', closed, closed)],
      // Huzhou's draft is its own.
      ['湖州', ...status('未报', closed, closed)],
      ['嘉兴', ...status('10-16 已通过', closed, closed)],
      ['绍兴', ...status('未报', closed, closed)],
      ['金华', ...status('未报', closed, closed)],
      ['衢州', ...status('已报送', closed, closed)],
      ['舟山', ...status('已退回', closed, closed)],
      ['台州', ...status('未报', closed, closed)],
      ['丽水', ...status('未报', closed, closed)],
    ]);
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
      '设区市',
      ...Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
    ]);
    await page.getByRole('link', { name: '衢州 10月：已报送' }).click();
    await page.waitForURL((url) => url.pathname === '/submissions/2020/10/330800');
    await heading(page).toBe('2020年10月数据已报送，等待省厅审核。');
  });

  it('goes with the calendar, and keeps past years', async () => {
    const office = await listeningApp();
    office.clock.set('2020-11-02T01:00:00Z');
    const page = await openAs(browser, office, 'official', '/submissions');
    // October is over: Quzhou's waits for the department itself, the other nine have sent nothing that could be accepted.
    await heading(page).toBe(
      '2020年10月：0/11 已通过；尚未报齐：杭州、宁波、温州、湖州、嘉兴（10-16）、绍兴、金华、舟山、台州、丽水。',
    );
    const november = await rowsOf(page, '2020年各市报送状态');
    expect(november.find(([city]) => city === '嘉兴')).toEqual(['嘉兴', ...status('10-16 已通过', '未报', closed)]);
    office.clock.set('2021-01-10T01:00:00Z');
    await sitDown(office, page, 'official', '/submissions');
    await heading(page).toMatch(/^2020年12月：0\/11 已通过；尚未报齐：杭州、.*、丽水。$/);
    const january = await rowsOf(page, '2020年各市报送状态');
    // All three are past their day.
    const overdue = status('已退回已逾期', '未报已逾期', '未报已逾期');
    expect(january.find(([city]) => city === '舟山')).toEqual(['舟山', ...overdue]);
    await page.goto('/submissions?year=2019');
    await heading(page).toBe('2019年12月：11/11 已通过。');
    const past = await rowsOf(page, '2019年各市报送状态');
    expect(past).toHaveLength(11);
    expect(new Set(past.flatMap(([, ...states]) => states))).toEqual(new Set(['已通过']));
    expect(past.every((row) => row.length === 13)).toBe(true);
  });
});
