import { describe, expect, it } from 'vitest';
import type { Interview } from '#api/interviews/contract.ts';
import type { City, Overview, Sprint } from '#api/standings/contract.ts';
import { listAcceptedFigures } from '#db/figures.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { basedOn } from '#tests/support/reporting.ts';

const september = '/api/overview?year=2020&month=9';
const october = '/api/overview?year=2020&month=10';

async function overviewAs(app: TestApp, name: string, url = september): Promise<Overview> {
  const reply = await (await app.signedIn(name)).get(url);
  expect(reply.statusCode).toBe(200);
  return reply.json<Overview>();
}

const standingOf = (overview: Overview, region: string, indicator: string) =>
  overview.regions.find((one) => one.region === region)?.indicators.find((one) => one.indicator === indicator);

const sum = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);

describe('GET /api/overview', () => {
  it('has exactly Wenzhou, Jinhua and Lishui behind at the end of September 2020', async () => {
    const overview = await overviewAs(await demoApp(), 'official');
    const behind = overview.regions.filter(({ level }) => level === 'behind').map(({ region }) => region);
    expect(behind.toSorted()).toEqual(['330300', '330700', '331100']);
    expect(overview.regions).toHaveLength(11);
    expect(overview.rule).toMatchObject({ id: 'three-measures', version: 1 });
    expect(overview.coverage).toEqual({ accepted: 11, done: 11, expected: 11 });
  });

  it('lists the worst first', async () => {
    const overview = await overviewAs(await demoApp(), 'official');
    expect(overview.regions.slice(0, 3).map(({ level }) => level)).toEqual(['behind', 'behind', 'behind']);
  });

  it('gives every measure of a figure, with reasons and a way out', async () => {
    const wenzhou = standingOf(await overviewAs(await demoApp(), 'official'), '330300', 'prefab-area');
    // 348 of 600 at the end of September, where starts-2019 expects 165,707 / 227,154 = 72.95 %.
    const pace = 165_707 / 227_154;
    expect(wenzhou).toMatchObject({
      level: 'behind',
      target: 600,
      actual: 348,
      remaining: 252,
      neededPerMonth: 84,
      asOf: '2020-09-30',
    });
    expect(wenzhou?.completion).toBeCloseTo(0.58, 10);
    expect(wenzhou?.pace).toBeCloseTo(pace, 10);
    expect(wenzhou?.scheduleRatio).toBeCloseTo(348 / (pace * 600), 10);
    expect(wenzhou?.gapPoints).toBeCloseTo(-14.95, 2);
    expect(wenzhou?.gapAmount).toBeCloseTo(348 - pace * 600, 8);
    expect(wenzhou?.recentPerMonth).toBeCloseTo((348 - 196) / 3, 8);
    expect(wenzhou?.intensity).toBeCloseTo(1.62, 2);
    expect(wenzhou?.reasons.filter(({ held }) => held).map(({ measure }) => measure)).toContain('gapPoints');
    expect(wenzhou?.wayOut).toMatchObject([
      { level: 'watch', add: 69.55, by: '2020-10-31' },
      { level: 'on-pace', add: 117.82, by: '2020-10-31' },
      { level: 'achieved', add: 252, by: '2020-10-31' },
    ]);
  });

  it('has Jiaxing as published on 16 October 2020', async () => {
    const overview = await overviewAs(await demoApp(), 'official', october);
    const area = standingOf(overview, '330400', 'prefab-area');
    const civil = standingOf(overview, '330400', 'prefab-civil');
    expect(area?.completion?.toFixed(4)).toBe('0.9314');
    expect(civil?.completion?.toFixed(4)).toBe('1.0347');
    expect([area?.asOf, civil?.asOf]).toEqual(['2020-10-16', '2020-10-16']);
    expect(area?.provenance).toMatchObject({ origin: 'published' });
    expect(area?.provenance?.source).toMatch(/^https?:/);
    expect(overview.coverage).toEqual({ accepted: 1, done: 0, expected: 11 });
  });

  it('keeps a stale level at its own date and says how many months are missing', async () => {
    const overview = await overviewAs(await demoApp(), 'official', october);
    expect(standingOf(overview, '330300', 'prefab-area')).toMatchObject({
      level: 'behind',
      asOf: '2020-09-30',
      missingMonths: 1,
    });
  });

  it('sums the province from its cities and sets its own target beside the sum', async () => {
    const overview = await overviewAs(await demoApp(), 'official');
    const area = overview.province.indicators.find(({ indicator }) => indicator === 'prefab-area');
    const cities = overview.regions.map(({ region }) => standingOf(overview, region, 'prefab-area'));
    expect(area?.actual).toBeCloseTo(sum(cities.map((city) => city?.actual)), 6);
    expect(area?.target).toBeCloseTo(sum(cities.map((city) => city?.target)), 6);
    expect(area?.gapAmount).toBeCloseTo(sum(cities.map((city) => city?.gapAmount)), 6);
    expect(area?.ownTarget).toBe(7000);
    expect(area?.ownCompletion).toBeGreaterThan(0.97);
    expect(area?.ownTargetProvenance?.origin).toBe('published');
  });

  it('shows a bureau its own city alone', async () => {
    const overview = await overviewAs(await demoApp(), 'lishui');
    expect(overview.regions.map(({ region }) => region)).toEqual(['331100']);
  });

  it('answers 304 to who has the reply, and anew once something changed', async () => {
    const app = await demoApp();
    const official = await app.signedIn('official');
    const first = await official.get(september);
    const etag = String(first.headers.etag);
    expect((await official.get(september, { 'if-none-match': etag })).statusCode).toBe(304);
    const lishui = await app.signedIn('lishui');
    const month = '/api/submissions/2020/10/331100';
    const figures = { 'prefab-area': { cumulative: 150 }, 'prefab-civil': { cumulative: 90 } };
    expect((await lishui.put(month, { figures }, { 'if-match': '"0"' })).statusCode).toBe(200);
    // A draft is the bureau's own and changes nothing that is shown here.
    expect((await official.get(september, { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await lishui.post(`${month}/submit`, {}, { 'if-match': '"1"' })).statusCode).toBe(200);
    const after = await official.get(september, { 'if-none-match': etag });
    expect(after.statusCode).toBe(200);
    expect(after.json<Overview>().revision).toBeGreaterThan(first.json<Overview>().revision);
  });

  it('refuses months that there are not, with a code of their own', async () => {
    const official = await (await demoApp()).signedIn('official');
    for (const month of ['0', '13']) {
      const reply = await official.get(`/api/overview?year=2020&month=${month}`);
      expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([422, 'no-such-month']);
    }
    expect((await official.get('/api/overview?year=1999&month=9')).json<{ code: string }>().code).toBe('no-such-year');
    expect((await official.get('/api/overview?year=2020')).statusCode).toBe(422);
  });

  it('has no data and no blame in a year without figures', async () => {
    const overview = await overviewAs(await demoApp(), 'official', '/api/overview?year=2022&month=3');
    expect(new Set(overview.regions.map(({ level }) => level))).toEqual(new Set(['no-target']));
  });
});

describe('GET /api/cities/:region', () => {
  it('proves a level with its rule, its inputs and its series', async () => {
    const official = await (await demoApp()).signedIn('official');
    const city = (await official.get('/api/cities/330300?year=2020&month=9')).json<City>();
    expect(city.level).toBe('behind');
    expect(city.rule.conditions.flow.behind).toHaveProperty('all');
    const area = city.indicators.find(({ standing }) => standing.indicator === 'prefab-area');
    expect(area?.series.map(({ cumulative: value }) => value)).toEqual([12, 26, 60, 98, 140, 196, 242, 290, 348]);
    expect(area?.lastYear).toHaveLength(12);
    expect(area?.targets[0]).toMatchObject({ amount: 600, origin: 'invented' });
    expect(city.invented).toBe(true);
  });

  it('answers a bureau about another city like about one that does not exist', async () => {
    const lishui = await (await demoApp()).signedIn('lishui');
    const other = await lishui.get('/api/cities/330300?year=2020&month=9');
    const none = await lishui.get('/api/cities/339900?year=2020&month=9');
    expect([other.statusCode, none.statusCode]).toEqual([404, 404]);
    expect({ ...other.json<object>(), instance: '' }).toEqual({ ...none.json<object>(), instance: '' });
    expect((await lishui.get('/api/cities/331100?year=2020&month=9')).statusCode).toBe(200);
  });

  it('shows a pending figure hollow to the department and the city, and to nobody else', async () => {
    const app = await demoApp();
    const pendingAs = async (name: string) => {
      const reply = await (await app.signedIn(name)).get('/api/cities/330800?year=2020&month=10');
      return reply.json<City>().indicators.flatMap(({ series }) => series.filter(({ accepted }) => !accepted)).length;
    };
    expect(await pendingAs('official')).toBeGreaterThan(0);
    expect(await pendingAs('quzhou')).toBeGreaterThan(0);
    expect(await pendingAs('leader')).toBe(0);
  });
});

describe('the projection', () => {
  it('starts a flow at 0 in January, whatever last December held', async () => {
    const { database, signedIn } = await demoApp();
    const city = (await (await signedIn('official')).get('/api/cities/330300?year=2020&month=3')).json<City>();
    const area = city.indicators.find(({ standing }) => standing.indicator === 'prefab-area');
    const rows = await listAcceptedFigures(database.reader, { years: [2018, 2019], months: [3, 12] });
    const done = (month: number) =>
      sum(
        rows
          .filter((row) => row.indicator === 'prefab-area' && row.month === month)
          .map(({ cumulative }) => cumulative),
      );
    // 60 by the end of March, by which all cities together had done this part of 2018 and 2019: 60 / p̄ in all.
    expect(area?.projection).toBeCloseTo(60 / (done(3) / done(12)), 4);
  });
});

describe('GET /api/sprint', () => {
  it('counts the days that are left and what each city owes', async () => {
    const leader = await (await demoApp()).signedIn('leader');
    const sprint = (await leader.get('/api/sprint?year=2020&month=9')).json<Sprint>();
    // From 19 October to 31 December: 12 + 30 + 31 days.
    expect(sprint.daysLeft).toBe(73);
    expect(
      sprint.cities
        .filter(({ checklistProgress }) => checklistProgress !== null)
        .map(({ region }) => region)
        .toSorted(),
    ).toEqual(['330300', '330700', '331100']);
    expect(sprint.cities.find(({ region }) => region === '330300')?.checklistProgress).toMatchObject({
      total: 17,
      interview: '2020-10-15',
    });
  });

  it('has of each city what is due first, with its words in both languages, late from the day after its own', async () => {
    const office = await demoApp();
    const dueIn = async (region: string) => {
      const leader = await office.signedIn('leader');
      const { cities } = (await leader.get('/api/sprint?year=2020&month=9')).json<Sprint>();
      return cities.find((city) => city.region === region)?.dueItems;
    };
    // 15 days after 15 October, four items are due: Wenzhou's 1.1 is verified already, Jinhua's fourth is the one too many.
    expect((await dueIn('330300'))?.map(({ item, state, dueOn }) => [item, state, dueOn])).toEqual([
      ['2.1', 'reported', '2020-10-30'],
      ['2.3', 'open', '2020-10-30'],
      ['2.4', 'open', '2020-10-30'],
    ]);
    expect((await dueIn('330700'))?.map(({ item, state }) => [item, state])).toEqual([
      ['1.1', 'reported'],
      ['2.1', 'returned'],
      ['2.3', 'open'],
    ]);
    expect(await dueIn('330100')).toEqual([]);
    const official = await office.signedInAs('official');
    const wenzhou = (await official.get('/api/interviews/2020-10-15')).json<Interview>();
    const written = wenzhou.requirements.flatMap(({ items }) => items).find(({ key }) => key === '2.1')?.title;
    expect((await dueIn('330300'))?.[0]).toEqual({
      item: '2.1',
      title: written,
      state: 'reported',
      dueOn: '2020-10-30',
      overdue: false,
    });

    office.clock.set('2020-10-31T01:00:00Z');
    expect((await dueIn('330300'))?.map(({ overdue }) => overdue)).toEqual([true, true, true]);
    // Verified, it gives way to what is due next: 22 days after the meeting, although no standing moved.
    const { version } = wenzhou.items.find(({ region, item }) => region === '330300' && item === '2.1') ?? {};
    const address = '/api/interviews/2020-10-15/items/330300/2.1/verify';
    const again = await office.signedInAs('official');
    expect((await again.post(address, { note: '' }, basedOn(version ?? 0))).statusCode).toBe(200);
    expect((await dueIn('330300'))?.map(({ item, dueOn }) => [item, dueOn])).toEqual([
      ['2.3', '2020-10-30'],
      ['2.4', '2020-10-30'],
      ['1.3', '2020-11-06'],
    ]);
  });

  it('is not for a bureau', async () => {
    const lishui = await (await demoApp()).signedIn('lishui');
    expect((await lishui.get('/api/sprint?year=2020&month=9')).statusCode).toBe(403);
  });
});
