/** Tables that go out as files hold what their reader may see on the page, and nobody else's rows. */
import { describe, expect, it } from 'vitest';
import type { Account } from '#api/accounts/contract.ts';
import type { Interview } from '#api/interviews/contract.ts';
import type { City, Sprint } from '#api/standings/contract.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, monthOf, ordinary, quzhou, wenzhou } from '#tests/support/reporting.ts';
import { gridOf } from '#tests/support/tables-in-files.ts';

const zh = 'language=zh&format=csv';

/** A file's rows by the heads of its columns. */
async function rowsAt(caller: Caller, url: string, kind: 'csv' | 'xlsx' = 'csv') {
  const reply = await caller.get(url);
  expect(reply.statusCode).toBe(200);
  const { sheets } = await gridOf(reply.rawPayload, kind);
  const [head, ...rows] = sheets[0]?.rows ?? [];
  const names = new Map(head?.cells.map(({ column, value }) => [column, String(value)]));
  return rows.map(({ cells }) =>
    Object.fromEntries(cells.map(({ column, value }) => [names.get(column) ?? '', String(value)])),
  );
}

const regionsIn = (rows: readonly Record<string, string>[]) => new Set(rows.map((row) => row['地区代码']));

/** October’s page of a city, as a file. */
const url = (region: string) => `/api/cities/${region}/table?year=2020&month=10&${zh}`;

describe('a table that goes out', () => {
  it('of a city has its year month by month, for its bureau what waits too; another’s bureau is told that there is none', async () => {
    const { signedInAs } = await demoApp();
    const [bureau, leader] = [await signedInAs('bureau', quzhou), await signedInAs('leader')];
    const page = (await bureau.get(`/api/cities/${quzhou}?year=2020&month=10`)).json<City>();
    const own = await rowsAt(bureau, url(quzhou));
    expect(own).toHaveLength(page.indicators.flatMap(({ series }) => series).length);
    expect(regionsIn(own)).toEqual(new Set([quzhou]));
    expect(own.some((row) => row['审核状态'] === '待审')).toBe(true);
    expect((await rowsAt(leader, url(quzhou))).some((row) => row['审核状态'] === '待审')).toBe(false);
    expect((await bureau.get(url(lishui))).statusCode).toBe(404);
    expect(await rowsAt(bureau, url(quzhou).replace('csv', 'xlsx'), 'xlsx')).toHaveLength(own.length);
  });

  it('of an interview has for a bureau its own items alone, and is none that it was not called to', async () => {
    const { signedInAs } = await demoApp();
    const address = `/api/interviews/2020-10-15/table?${zh}`;
    const [official, bureau] = [await signedInAs('official'), await signedInAs('bureau', wenzhou)];
    const page = (await official.get('/api/interviews/2020-10-15')).json<Interview>();
    const all = await rowsAt(official, address);
    expect(all).toHaveLength(page.items.length);
    expect(all.every((row) => row['要求'] !== '')).toBe(true);
    expect(regionsIn(all).size).toBeGreaterThan(1);
    expect(regionsIn(await rowsAt(bureau, address))).toEqual(new Set([wenzhou]));
    expect((await (await signedInAs('bureau', hangzhou)).get(address)).statusCode).toBe(404);
  });

  it('of the sprint is the department’s and leadership’s, with every city and indicator', async () => {
    const { signedInAs } = await demoApp();
    const leader = await signedInAs('leader');
    const page = (await leader.get('/api/sprint?year=2020&month=9')).json<Sprint>();
    const rows = await rowsAt(leader, `/api/sprint/table?year=2020&month=9&${zh}`);
    expect(rows).toHaveLength(page.cities.flatMap(({ indicators }) => indicators).length);
    const of = page.cities.find(({ region }) => region === lishui);
    const area = of?.indicators.find(({ standing }) => standing.indicator === 'prefab-area');
    expect(rows.find((row) => row['地区代码'] === lishui && row['指标代码'] === 'prefab-area')).toMatchObject({
      年度目标: '170',
      尚需完成: String(Number(area?.standing.remaining?.toFixed(4))),
      清单事项: String(of?.checklistProgress?.total),
    });
    const bureau = await signedInAs('bureau', lishui);
    expect((await bureau.get(`/api/sprint/table?year=2020&month=9&${zh}`)).statusCode).toBe(403);
  });

  it('of the review has what waits with its hints, in the order of the queue, for the department alone', async () => {
    const { signedInAs } = await demoApp();
    const [official, bureau] = [await signedInAs('official'), await signedInAs('bureau', hangzhou)];
    const falling = structuredClone(ordinary);
    falling.figures['prefab-area'].cumulative = 1912.39;
    falling.figures['prefab-share'].numerator = 1912.39;
    await bureau.put(monthOf(hangzhou), falling, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    const rows = await rowsAt(official, `/api/review/table?${zh}`);
    expect(rows[0]).toMatchObject({
      地区代码: hangzhou,
      提示: '累计下降',
      所报: '1912.39',
      对照: '1912.4',
      权重: '16',
    });
    expect(rows.at(-1)?.['地区代码']).toBe(quzhou);
    expect((await bureau.get(`/api/review/table?${zh}`)).statusCode).toBe(403);
  });

  it('of the accounts is the administrator’s, without a secret', async () => {
    const { signedInAs } = await demoApp();
    const administrator = await signedInAs('administrator');
    const accounts = (await administrator.get('/api/accounts')).json<Account[]>();
    const rows = await rowsAt(administrator, `/api/accounts/table?${zh}`);
    expect(rows.map((row) => row['账号'])).toEqual(accounts.map(({ name }) => name));
    expect(Object.keys(rows[0] ?? {})).not.toContain('密码');
    for (const role of ['official', 'bureau', 'leader'] as const) {
      expect((await (await signedInAs(role)).get(`/api/accounts/table?${zh}`)).statusCode).toBe(403);
    }
  });
});
