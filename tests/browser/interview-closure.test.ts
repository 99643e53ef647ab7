/** The meeting of 15 October from choosing its cities to the last item of one of them, and the second meeting in November. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Interview } from '#api/interviews/contract.ts';
import type { SignedInCaller } from '#tests/support/app.ts';
import { plainPdf } from '#tests/support/attachment-corpus.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { enterAs, openAs } from '#tests/support/browser.ts';
import { listeningApp, type ListeningApp } from '#tests/support/listening-app.ts';
import { attachFile, secondOfficial } from '#tests/support/meetings.ts';
import { basedOn, lishui } from '#tests/support/reporting.ts';

const browser = await sharedBrowser();

const jinhua = '330700';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const sentence = (page: Page) => expect.poll(() => page.getByRole('heading', { level: 1 }).innerText());
const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true }).waitFor();
const done = (page: Page, said: string) => page.getByRole('status').filter({ hasText: said }).waitFor();

it('goes from choosing three cities over their items to a second meeting with the one that did not move', async () => {
  const office = await listeningApp({ now: '2020-10-12T01:00:00Z' });
  await secondOfficial(office);
  const official = await openAs(browser, office, 'official', '/interviews/candidates?year=2020&month=9');
  const address = await callIn(official, ['温州', '金华', '丽水'], '2020-10-15');
  await Promise.all(
    ['wenzhou', 'jinhua', 'lishui'].map(async (name) => {
      const bureau = await openAs(browser, office, name, address);
      await press(bureau, '签收通知');
      await bureau.getByRole('cell', { name: /^2020-10-12 09:00 / }).waitFor();
    }),
  );

  office.clock.set('2020-10-15T09:00:00Z');
  await enterAs(official, office, 'official', address);
  await official.getByRole('cell', { name: /^2020-10-12 09:00 丽水市/ }).waitFor();
  await confirm(official, '登记为已召开');
  await sentence(official).toMatch(/^3 市共 51 项：未报告 51 项。/);

  const bureau = await openAs(browser, office, 'lishui', `${address}?open=${lishui}-1.1`);
  const second = await openAs(browser, office, 'second', address);
  await returnedAndReportedAgain(office, { bureau, official });
  await extended({ bureau, official, address });
  await reportedInItsPlace(office, { official, second, address });
  await overdueAndClosed(office, { bureau, official, address });
  await restOfLishui(office, { official, second, address });
  await halfOfJinhua(office, { official, address });

  // Lishui is through, Jinhua half, Wenzhou has not begun; the picture of days says the same.
  const leader = await openAs(browser, office, 'leader', address);
  for (const page of [official, leader]) {
    for (const name of ['温州 0/17 销号', '金华 8/17 销号', '丽水 17/17 销号']) await head(page, name);
  }
  // 1.1, 2.1, 2.3 and 2.4 of three cities were due on 30 October, Lishui's 2.1 now a week later: of Lishui's three all, of
  // Jinhua's first eight items 1.1 and 2.1 are verified.
  const timeline = leader.getByRole('img', { name: /^从 2020-10-15 到 2020-12-31 的期限/ });
  expect(await timeline.getAttribute('aria-label')).toContain(
    '2020-10-30 到期 11 项，已销号 5 项，2020-11-06 到期 7 项，已销号 5 项，',
  );
  expect(await leader.getByRole('button', { name: /销号|退回|办结|报告|延期/ }).count()).toBe(0);
  expect(await leader.getByRole('checkbox').count()).toBe(0);
  await enterAs(bureau, office, 'lishui', address);
  await sentence(bureau).toBe('本市共 17 项：已销号 17 项。没有等待市局报告的事项。');

  await secondMeeting(office, official);
});

/** Chooses cities on the page of candidates, plans their meeting and sends the notice; the meeting's address. */
async function callIn(official: Page, cities: readonly string[], day: string): Promise<string> {
  for (const city of cities) await official.getByRole('checkbox', { name: `选择${city}` }).click();
  await official.getByRole('link', { name: `约谈所选 ${cities.length} 市` }).click();
  await official.getByLabel('名称（中文）').fill('建筑工业化推进滞后地区约谈');
  await official.getByLabel('日期').fill(day);
  await press(official, '建立');
  await expect.poll(() => new URL(official.url()).pathname).toMatch(`/interviews/${day}-`);
  await sentence(official).toBe('会议召开后，各市的清单事项会在这里。');
  await confirm(official, '发出通知');
  await official.getByText(`${day} 已通知`, { exact: true }).waitFor();
  return new URL(official.url()).pathname;
}

/** A step of the meeting, which asks first. */
async function confirm(page: Page, step: string): Promise<void> {
  await press(page, step);
  await page.getByRole('dialog').getByRole('button', { name: step }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** 1.1 with its file: reported, returned with a reason, reported again with more. */
async function returnedAndReportedAgain(
  office: ListeningApp,
  { bureau, official }: Pick<Windows, 'bureau' | 'official'>,
): Promise<void> {
  await report(bureau, '会议纪要.pdf', '已专题学习并形成记录');
  await official.getByRole('link', { name: '1.1 待核实' }).click();
  await official.getByRole('textbox', { name: '核实意见或退回理由' }).fill('请补充参会人员签到表');
  await press(official, '退回');
  await done(official, '已退回，市局会看到您的理由。');
  await bureau.getByText('请补充参会人员签到表').waitFor();
  office.clock.advance(5);
  await report(bureau, '签到表.pdf', '已补充签到表');
  await official.getByRole('link', { name: '1.1 待核实' }).waitFor();
}

/** Reports the open item with one more file. */
async function report(bureau: Page, name: string, note: string): Promise<void> {
  const evidence = bureau.getByRole('region', { name: '佐证材料' });
  const file = { name, mimeType: 'application/pdf', buffer: plainPdf };
  await evidence.locator('input[type=file]').setInputFiles(file);
  await evidence.getByRole('link', { name }).waitFor();
  await bureau.getByRole('textbox', { name: /^如何完成的/ }).fill(note);
  await press(bureau, '报告完成');
  await done(bureau, '已报告，等待省厅核实。');
}

interface Windows {
  readonly bureau: Page;
  readonly official: Page;
  readonly second: Page;
  readonly address: string;
}

/** 2.1 needs longer: the bureau asks, the official grants. */
async function extended({ bureau, official, address }: Omit<Windows, 'second'>): Promise<void> {
  await bureau.goto(`${address}?open=${lishui}-2.1`);
  await bureau.getByText('期限、责任与代报').click();
  await bureau.getByLabel('新的期限').fill('2020-11-06');
  await bureau.getByLabel('延期理由').fill('方案须经市政府常务会议审议');
  await press(bureau, '申请延期');
  await done(bureau, '已申请延期，等待省厅决定。');
  await official.goto(`${address}?open=${lishui}-2.1`);
  await official.getByText('市局申请延期至 2020-11-06：方案须经市政府常务会议审议').waitFor();
  await press(official, '同意延期');
  await done(official, '已同意延期。');
  await bureau.getByText('期限：2020-11-06').waitFor();
}

/** 2.3 was told by telephone: who writes it down for the bureau may not verify it, another official does. */
async function reportedInItsPlace(
  office: ListeningApp,
  { official, second, address }: Omit<Windows, 'bureau'>,
): Promise<void> {
  const caller = await office.signedIn('lishui');
  await attachFile(caller, `/api${address}/items/${lishui}/2.3`);
  await official.goto(`${address}?open=${lishui}-2.3`);
  await official.getByText('期限、责任与代报').click();
  await official.getByRole('textbox', { name: /^如何完成的/ }).fill('电话报告：责任已落实到人');
  await press(official, '代市局报告（须由另一人核实）');
  await done(official, '已报告，等待省厅核实。');
  expect(await official.getByRole('button', { name: '核实销号' }).count()).toBe(0);
  await second.goto(`${address}?open=${lishui}-2.3`);
  await press(second, '核实销号');
  await done(second, '已核实销号。');
}

/** 2.4 is a day late before the bureau reports it. */
async function overdueAndClosed(
  office: ListeningApp,
  { bureau, official, address }: Omit<Windows, 'second'>,
): Promise<void> {
  office.clock.set('2020-10-31T01:00:00Z');
  await enterAs(bureau, office, 'lishui', address);
  await bureau.getByRole('link', { name: /^2\.4 .*逾期 1 天/ }).click();
  await bureau.getByRole('textbox', { name: /^如何完成的/ }).fill('倒排计划已报省厅');
  await press(bureau, '报告完成');
  await done(bureau, '已报告，等待省厅核实。');
  await enterAs(official, office, 'official', `${address}?open=${lishui}-2.4`);
  // The plan was sent on paper: the data know of none, so that a reason is asked for.
  await official.getByText('数据显示未完成').waitFor();
  await official.getByRole('textbox', { name: '核实意见或退回理由' }).fill('纸质计划已收到');
  await press(official, '核实销号');
  await done(official, '已核实销号。');
}

/** The other items are reported as the first was; the official verifies them together, and 2.5 against the data with a reason. */
async function restOfLishui(
  office: ListeningApp,
  { official, second, address }: Omit<Windows, 'bureau'>,
): Promise<void> {
  office.clock.set('2020-11-09T01:00:00Z');
  await reportOpen(office, { address, bureau: 'lishui', region: lishui, items: 17 });
  await enterAs(second, office, 'second', address);
  await againstData(second, address, lishui, ['1.6', '2.5', '3.2']);
  await enterAs(official, office, 'official', address);
  // 17 less 1.6, 2.3, 2.4, 2.5 and 3.2, which are verified.
  await press(official, '丽水 12 项');
  await press(official, '全部销号');
  await head(official, '丽水 17/17 销号');
}

/** Items that the data do not show as done are verified with a reason. */
async function againstData(page: Page, address: string, region: string, items: readonly string[]): Promise<void> {
  for (const item of items) {
    await page.goto(`${address}?open=${region}-${item}`);
    await page.getByText('数据显示未完成').waitFor();
    await page.getByRole('textbox', { name: '核实意见或退回理由' }).fill('已开工项目年底前计入，按台账认定');
    await press(page, '核实销号');
    await done(page, '已核实销号。');
  }
}

/** Jinhua reports nine items: eight are verified, the ninth comes later. */
async function halfOfJinhua(
  office: ListeningApp,
  { official, address }: Pick<Windows, 'official' | 'address'>,
): Promise<void> {
  await reportOpen(office, { address, bureau: 'jinhua', region: jinhua, items: 8 });
  await againstData(official, address, jinhua, ['1.6']);
  await official.goto(address);
  await press(official, '金华 7 项');
  await press(official, '全部销号');
  await head(official, '金华 8/17 销号');
  await reportOpen(office, { address, bureau: 'jinhua', region: jinhua, items: 1 });
  await official.getByRole('button', { name: '金华 1 项' }).waitFor();
}

interface Reported {
  readonly address: string;
  readonly bureau: string;
  readonly region: string;
  /** How many at most, in the order of the items. */
  readonly items: number;
}

/** Reports open items as the bureau's page does, each with a file. */
async function reportOpen(office: ListeningApp, { address, bureau, region, items }: Reported): Promise<void> {
  const caller: SignedInCaller = await office.signedIn(bureau);
  const interview = (await caller.get(`/api${address}`)).json<Interview>();
  const open = interview.items.filter((one) => one.region === region && one.state === 'open').slice(0, items);
  for (const { item, version } of open) {
    const at = `/api${address}/items/${region}/${item}`;
    await attachFile(caller, at);
    const reply = await caller.post(`${at}/report`, { note: '已完成并附材料' }, basedOn(version));
    expect(reply.statusCode).toBe(200);
  }
}

/** In November the page of candidates says what the first meeting came to, and leads to the next one. */
async function secondMeeting(office: ListeningApp, official: Page): Promise<void> {
  office.clock.set('2020-11-20T01:00:00Z');
  await enterAs(official, office, 'official', '/interviews/candidates?year=2020&month=9');
  const row = official.getByRole('row').filter({ has: official.getByRole('checkbox', { name: '选择温州' }) });
  await row.getByRole('link', { name: '2020-10-15：0/17 销号' }).waitFor();
  const address = await callIn(official, ['温州'], '2020-11-24');
  const wenzhou = await openAs(browser, office, 'wenzhou', '/inbox');
  await wenzhou.getByRole('link', { name: /温州市被约谈：.*2020-11-24/ }).click();
  await expect.poll(() => new URL(wenzhou.url()).pathname).toBe(address);
  await press(wenzhou, '签收通知');
  await wenzhou.getByRole('cell', { name: /^2020-11-20 09:00 温州市/ }).waitFor();
}
