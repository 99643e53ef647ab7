/** A tree of four levels: who sees what of it, and what is added up at every height. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Divisions } from '#api/divisions/contract.ts';
import type { City, Overview } from '#api/standings/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { raiseRevision } from '#db/revisions.ts';
import { accounts, regions } from '#db/schema.ts';
import { eq } from 'drizzle-orm';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, wenzhou } from '#tests/support/reporting.ts';

const nation = '100000';
const other = '340000';
const province = '330000';
const lucheng = '330302';
const longwan = '330303';
const suichang = '331123';
const counties = [
  { code: lucheng, parent: wenzhou },
  { code: longwan, parent: wenzhou },
  { code: suichang, parent: lishui },
];
const period = 'year=2020&month=10';

let office: TestApp;
beforeEach(async () => {
  office = await demoApp();
  await office.database.write(async (tx) => {
    const [city] = await tx.select().from(regions).where(eq(regions.code, wenzhou));
    const [bureau] = await tx.select().from(accounts).where(eq(accounts.region, wenzhou));
    if (city === undefined || bureau === undefined) throw new Error('there is no Wenzhou');
    const like = { ...city, tileRow: null, tileColumn: null };
    await tx.insert(regions).values([
      { ...like, code: nation, parent: null, kind: 'nation', nameZh: '全国', nameEn: 'Nation', position: -2 },
      { ...like, code: other, parent: nation, kind: 'province', nameZh: '安徽省', nameEn: 'Anhui', position: 50 },
      ...counties.map((county, index) => ({
        ...like,
        ...county,
        kind: 'county' as const,
        nameZh: `${county.code}区`,
        nameEn: `County ${county.code}`,
        position: 100 + index,
        validFrom: '2020-10-01',
      })),
    ]);
    await tx.update(regions).set({ parent: nation }).where(eq(regions.code, province));
    await tx
      .insert(accounts)
      .values(counties.map(({ code }) => ({ ...bureau, id: `bureau-${code}`, name: `bureau-${code}`, region: code })));
    await raiseRevision(tx);
  });
});

const listed = async (caller: Caller, query = '') =>
  (await caller.get(`/api/divisions?${period}${query}`)).json<Divisions>();
const cityOf = async (caller: Caller) => (await caller.get(`/api/cities/${hangzhou}?year=2020&month=9`)).json<City>();

const codesOf = ({ lines }: Divisions) => lines.map(({ region }) => region);

/** Everything of the tree, with those above it. */
const above: Readonly<Record<string, readonly string[]>> = {
  [nation]: [],
  [other]: [nation],
  [province]: [nation],
  [hangzhou]: [province, nation],
  [wenzhou]: [province, nation],
  [lishui]: [province, nation],
  [lucheng]: [wenzhou, province, nation],
  [longwan]: [wenzhou, province, nation],
  [suichang]: [lishui, province, nation],
};

describe('who sees what of a tree of four levels', () => {
  it('is oneself and what is below, for a city, a county and a whole office, and nothing beside or above', async () => {
    const callers: [string | null, Caller][] = [
      [null, await office.signedInAs('official')],
      [null, await office.signedInAs('leader')],
      [wenzhou, await office.signedInAs('bureau', wenzhou)],
      [hangzhou, await office.signedInAs('bureau', hangzhou)],
      [lucheng, await office.signedInAs('bureau', lucheng)],
    ];
    for (const [own, caller] of callers) {
      for (const [code, line] of Object.entries(above)) {
        const isSeen = own === null || own === code || line.includes(own);
        const { statusCode } = await caller.get(`/api/divisions?${period}&region=${code}`);
        expect([own, code, statusCode]).toEqual([own, code, isSeen ? 200 : 404]);
        const reports = ![nation, province, wenzhou, lishui].includes(code);
        const page = await caller.get(`/api/cities/${code}?${period}`);
        expect([own, code, page.statusCode]).toEqual([own, code, isSeen && reports ? 200 : 404]);
      }
    }
  });

  it('begins at the top of what one sees, and its overview has the counties of a city', async () => {
    const bureau = await office.signedInAs('bureau', wenzhou);
    const seen = await listed(bureau);
    expect([seen.whole.region, codesOf(seen), seen.path.map(({ region }) => region)]).toEqual([
      wenzhou,
      [lucheng, longwan],
      [wenzhou],
    ]);
    const { regions: own } = (await bureau.get(`/api/overview?${period}`)).json<Overview>();
    expect(own.map(({ region }) => region).toSorted()).toEqual([lucheng, longwan]);
    const deep = await listed(await office.signedInAs('official'), `&region=${lucheng}`);
    expect(deep.path.map(({ region }) => region)).toEqual([nation, province, wenzhou, lucheng]);
  });

  it('shows what waits to the county, its city and the department, and to no sibling', async () => {
    const own = await office.signedInAs('bureau', lucheng);
    const path = `/api/submissions/2020/10/${lucheng}`;
    const { version } = (await own.get(path)).json<Submission>();
    const figures = { 'prefab-area': { cumulative: 12 }, 'prefab-civil': { cumulative: 6 } };
    await own.put(path, { figures, cause: '项目推迟', remedies: '逐个落实' }, basedOn(version));
    expect((await own.post(`${path}/submit`, {}, basedOn(version + 1))).statusCode).toBe(200);
    const seriesFor = async (caller: Caller) => {
      const reply = await caller.get(`/api/cities/${lucheng}?${period}`);
      return reply.statusCode === 404 ? null : reply.json<City>().indicators[0]?.series.length;
    };
    expect(await seriesFor(own)).toBe(1);
    expect(await seriesFor(await office.signedInAs('bureau', wenzhou))).toBe(1);
    expect(await seriesFor(await office.signedInAs('official'))).toBe(1);
    expect(await seriesFor(await office.signedInAs('leader'))).toBe(0);
    expect(await seriesFor(await office.signedInAs('bureau', longwan))).toBeNull();
    expect(await seriesFor(await office.signedInAs('bureau', hangzhou))).toBeNull();
    // So does the dataset.
    const waitingFor = async (caller: Caller) => {
      const reply = await caller.get('/api/dataset?format=json&year=2020&status=pending');
      return reply.json<{ region: string }[]>().filter(({ region }) => region === lucheng).length;
    };
    const readers = [own, await office.signedInAs('bureau', wenzhou), await office.signedInAs('official')];
    for (const reader of readers) expect(await waitingFor(reader)).toBeGreaterThan(0);
    const others = [await office.signedInAs('bureau', longwan), await office.signedInAs('bureau', hangzhou)];
    for (const reader of others) expect(await waitingFor(reader)).toBe(0);
    // Its city reads it and does not report for it.
    const city = await office.signedInAs('bureau', wenzhou);
    expect((await city.put(path, { figures }, basedOn(1))).statusCode).not.toBe(200);
  });
});

describe('the sums of a tree', () => {
  it('are at the province those of its overview, with the city that reports as its overview has it', async () => {
    const official = await office.signedInAs('official');
    const overview = (await official.get('/api/overview?year=2020&month=9')).json<Overview>();
    const query = `/api/divisions?year=2020&month=9&region=${province}`;
    const cities = overview.regions.filter(({ region }) => region !== other);
    for (const line of overview.province.indicators) {
      const reply = (await official.get(`${query}&indicator=${line.indicator}`)).json<Divisions>();
      const { measures } = reply.whole;
      const { level, target, targetOfAll, actual, completion, gapPoints, scheduleRatio } = line;
      expect(measures).toMatchObject({ level, target, targetOfAll, actual, completion, gapPoints, scheduleRatio });
      const levels = new Map(reply.lines.map((one) => [one.region, one.level]));
      expect(cities.map(({ region }) => levels.get(region))).toEqual(cities.map((one) => one.level));
    }
  });

  it('say at every height how many of those that report are accepted', async () => {
    const official = await office.signedInAs('official');
    // In October eleven cities less two, three counties in their place, and another province that reports itself; Jiaxing alone is accepted.
    expect((await listed(official)).whole.coverage).toEqual({ accepted: 1, expected: 13 });
    expect((await listed(official, `&region=${province}`)).whole.coverage).toEqual({ accepted: 1, expected: 12 });
    expect((await listed(official, `&region=${wenzhou}`)).whole.coverage).toEqual({ accepted: 0, expected: 2 });
  });
});

describe('a list of regions', () => {
  it('is searched, sorted and paged by the server', async () => {
    const official = await office.signedInAs('official');
    expect(codesOf(await listed(official, '&list=reporting&search=County'))).toEqual([lucheng, longwan, suichang]);
    expect(codesOf(await listed(official, '&list=reporting&search=3311'))).toEqual([suichang]);
    const sorted = await listed(official, '&list=reporting&sort=completion');
    const completions = sorted.lines.flatMap(({ measures }) => measures?.completion ?? []);
    expect(completions.length).toBeGreaterThan(5);
    expect(completions).toEqual(completions.toSorted((a, b) => a - b));
    const best = await listed(official, '&list=reporting&sort=completion&descending=yes');
    expect(codesOf(best)[0]).toBe(sorted.lines[completions.length - 1]?.region);
    expect((await official.get(`/api/divisions?${period}&page=0`)).statusCode).toBe(422);
  });

  it('has 200 lines on a page', async () => {
    const official = await office.signedInAs('official');
    const few = await cityOf(official);
    expect(few.indicators[0]?.forecast.record).not.toBeNull();
    await office.database.write(async (tx) => {
      const [like] = await tx.select().from(regions).where(eq(regions.code, lucheng));
      if (like === undefined) throw new Error('there is no such county');
      await tx.insert(regions).values(Array.from({ length: 250 }, (_, at) => ({ ...like, code: `3303-${at}` })));
      await raiseRevision(tx);
    });
    const [first, second] = [1, 2].map((page) => listed(official, `&region=${wenzhou}&page=${page}`));
    expect((await first)?.lines).toHaveLength(200);
    expect(await second).toMatchObject({ total: 252, page: 2, pages: 2 });
    expect(new Set([...codesOf((await first)!), ...codesOf((await second)!)]).size).toBe(252);
    // An office of so many reads a city's own rows alone, to the same page.
    expect((await cityOf(official)).indicators).toEqual(few.indicators);
    for (const page of ['overview', 'sprint']) {
      expect((await official.get(`/api/${page}?${period}`)).json<{ code: string }>().code).toBe('too-many-regions');
    }
  });
});
