/** An office from nothing: an empty database, and forty interactions later the first city that is flagged. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createFirstAdministrator } from '#api/accounts/first-administrator.ts';
import { listRegions } from '#db/regions.ts';
import { verifySeals } from '#db/verification.ts';
import { sharedBrowser } from '#tests/support/browser-launch.ts';
import { openWindow } from '#tests/support/browser.ts';
import { ownOffice } from '#tests/support/own-office.ts';
import { testFolder } from '#tests/support/office-suite.ts';
import { csvOf, workbookOf, type Cells } from '#tests/support/tables-in-files.ts';

const browser = await sharedBrowser();

const password = 'Granite-otter-61';
const mostInteractions = 40;

/** What people do with their hands, counted: a click, a text filled in, a file chosen. */
function hands() {
  const done = { count: 0 };
  const counted = async (act: Promise<unknown>): Promise<void> => {
    done.count += 1;
    await act;
  };
  return {
    done,
    click: (what: Locator) => counted(what.click()),
    fill: (what: Locator, text: string) => counted(what.fill(text)),
    choose: (page: Page, path: string) => counted(page.locator('input[type=file]').setInputFiles(path)),
  };
}

type Hands = ReturnType<typeof hands>;

/** Signs in with a one-time secret and sets the own password. */
async function begin({ click, fill }: Hands, page: Page, name: string, secret: string): Promise<void> {
  await page.goto('/');
  await fill(page.getByRole('textbox', { name: '用户名' }), name);
  await fill(page.getByLabel('密码', { exact: true }), secret);
  await click(page.getByRole('button', { name: '登录' }));
  await fill(page.getByLabel('当前密码', { exact: true }), secret);
  await fill(page.getByLabel('新密码', { exact: true }), password);
  await fill(page.getByLabel('再输一次新密码', { exact: true }), password);
  await click(page.getByRole('button', { name: '保存新密码' }));
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** The accounts of eleven bureaus and two officials, as they are pasted. */
const accountsOf = (cities: readonly { readonly code: string; readonly nameZh: string }[]): string =>
  [
    '用户名\t岗位\t角色\t城市',
    ...cities.map(({ code, nameZh }) => `bureau.${code}\t${nameZh}住建局\t市局\t${code}`),
    'zhao\t监测处赵\t省厅\t',
    'qian\t监测处钱\t省厅\t',
  ].join('\n');

/** Two years and ten months of every city; the last city stays far behind this year. */
function historyOf(cities: readonly string[]): Cells {
  const months = [2024, 2025, 2026].flatMap((year) =>
    Array.from({ length: year === 2026 ? 10 : 12 }, (_, at) => ({ year, month: at + 1 })),
  );
  return [
    ['地区代码', '年', '月', '指标代码', '累计', '分母'],
    ...cities.flatMap((code, at) =>
      months.flatMap(({ year, month }) => {
        const effort = at === cities.length - 1 && year === 2026 ? 0.2 : 1.05;
        const area = Math.round((month / 12) * 1000 * effort * 100) / 100;
        return [
          [code, year, month, 'prefab-area', area, null],
          [code, year, month, 'prefab-civil', Math.round(area * 50) / 100, null],
          [code, year, month, 'prefab-share', area, Math.round(area * 300) / 100],
          [code, year, month, 'steel-housing', (year - 2023) * 100 + month, null],
          [code, year, month, 'green-demo', month, null],
        ];
      }),
    ),
  ];
}

it('is filled by files and accepted by a second official, in forty interactions', { timeout: 120_000 }, async () => {
  const office = await ownOffice('2026-11-10T01:00:00Z');
  const origin = await office.app.listen({ port: 0, host: '127.0.0.1' });
  const secret = await createFirstAdministrator(office, 'sun');
  const cities = (await listRegions(office.database.reader)).filter(({ parent }) => parent !== null);
  const folder = testFolder();
  const own = hands();
  const { click, fill, choose, done } = own;
  const begun = performance.now();

  const administrator = await openWindow(browser, origin);
  await begin(own, administrator, 'sun', secret);
  await fill(administrator.getByRole('textbox', { name: '粘贴表格' }), accountsOf(cities));
  await click(administrator.getByRole('button', { name: '核对' }));
  await click(administrator.getByRole('button', { name: '建立 13 个账号' }));
  const slips = administrator.getByRole('region', { name: '13 个账号的一次性密码' });
  await slips.getByRole('listitem').nth(12).waitFor();
  const secretOf = async (name: string): Promise<string> => {
    const slip = await slips.getByRole('listitem').filter({ hasText: name }).innerText();
    return /(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}/.exec(slip)?.[0] ?? '';
  };

  const page = await openWindow(browser, origin);
  await begin(own, page, 'zhao', await secretOf('zhao'));
  const to = (window: Page, name: string | RegExp) =>
    click(window.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }));
  const targets = join(folder, '2026年目标.xlsx');
  const amounts = [1000, 500, '30%', 310, 10];
  const head = ['地区', 'prefab-area', 'prefab-civil', 'prefab-share', 'steel-housing', 'green-demo'];
  writeFileSync(targets, workbookOf([head, ...cities.map(({ nameZh }) => [nameZh, ...amounts])]));
  await to(page, '年度目标');
  await choose(page, targets);
  await page.getByRole('heading', { name: '将设定 55 项目标，0 项与现行目标相同，0 处需要改正' }).waitFor();
  await fill(page.getByRole('textbox', { name: '文号' }), '浙建〔2026〕1号');
  await fill(page.getByLabel('发文日期'), '2026-01-12');
  await fill(page.getByRole('textbox', { name: /^理由/ }), '年度目标分解下达');
  await click(page.getByRole('button', { name: '确认，设定 55 项' }));
  await page.getByText('已设定 55 项目标。').waitFor();

  const history = join(folder, '2024至2026年.csv');
  writeFileSync(history, csvOf(historyOf(cities.map(({ code }) => code))));
  await to(page, '报送');
  await click(page.getByRole('link', { name: '按文件录入一个年度的数据' }));
  await choose(page, history);
  await page.getByRole('heading', { name: /将录入 11 个市、374 个月的数据（2024、2025、2026）/ }).waitFor();
  await fill(page.getByRole('textbox', { name: /^录入理由/ }), '新建台账，补录历史数据');
  await click(page.getByRole('button', { name: '确认录入 374 个月' }));
  await page.getByText('已录入，等待另一名省厅人员通过。').waitFor();

  const second = await openWindow(browser, origin);
  await begin(own, second, 'qian', await secretOf('qian'));
  await to(second, /^审核/);
  await click(second.getByRole('link', { name: /另有 1 批由省厅代为录入的数据/ }));
  await click(second.getByRole('link', { name: '查看' }));
  await second.getByRole('heading', { name: '提示' }).waitFor();
  await click(second.getByRole('button', { name: '全部通过（374 个月）' }));
  await second.getByRole('heading', { name: '2024至2026年.csv：374 个月的数据已通过。' }).waitFor();
  await to(second, '总览');
  const flagged = cities.at(-1)?.shortZh ?? '';
  await expect.poll(() => second.getByRole('heading', { level: 1 }).innerText()).toContain(flagged);
  expect(await second.getByRole('heading', { level: 1 }).innerText()).toContain('滞后');

  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`an office from nothing: ${done.count} interactions, ${seconds} s without the people's own time`);
  expect(done.count).toBeLessThanOrEqual(mostInteractions);
  expect((await verifySeals(office.database.reader)).findings).toEqual([]);
});
