/** What the pages of standings show of reports that are not accepted yet. */
import { describe, expect, it } from 'vitest';
import type { City, Overview, Sprint } from '#api/standings/contract.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, huzhou, jiaxing, monthOf, ordinary, quzhou } from '#tests/support/reporting.ts';

const october = '/api/overview?year=2020&month=10';

const statusIn = async (caller: Caller, region: string) =>
  (await caller.get(october)).json<Overview>().regions.find((one) => one.region === region)?.status;

const cityOf = async (caller: Caller, region: string): Promise<City> =>
  (await caller.get(`/api/cities/${region}?year=2020&month=10`)).json<City>();

const sprintIn = async (caller: Caller, month: number): Promise<Sprint> =>
  (await caller.get(`/api/sprint?year=2020&month=${month}`)).json<Sprint>();

const versionOf = async (own: Caller): Promise<number> =>
  (await own.get(monthOf(jiaxing))).json<{ version: number }>().version;

const readers = async ({ signedIn }: TestApp) => [
  await signedIn('official'),
  await signedIn('leader'),
  await signedIn('administrator'),
];

describe('a draft', () => {
  it('shows in nobody’s overview and on nobody’s page of the city, which are kept for whoever asks next', async () => {
    const office = await demoApp();
    // Huzhou has begun October and sent nothing.
    const own = await office.signedIn('huzhou');
    expect((await own.get(monthOf(huzhou))).json<{ status: string }>().status).toBe('draft');
    for (const caller of [own, ...(await readers(office))]) {
      expect(await statusIn(caller, huzhou)).toBe('missing');
      expect((await cityOf(caller, huzhou)).status).toBe('missing');
    }
  });

  it('after an acceptance leaves the month accepted', async () => {
    const office = await demoApp();
    const own = await office.signedIn('jiaxing');
    const draft = { figures: { 'prefab-area': { cumulative: 661.23 } } };
    expect((await own.put(monthOf(jiaxing), draft, basedOn(await versionOf(own)))).statusCode).toBe(200);
    for (const caller of [own, ...(await readers(office))]) {
      expect(await statusIn(caller, jiaxing)).toBe('accepted');
      expect((await cityOf(caller, jiaxing)).status).toBe('accepted');
      expect((await caller.get(`/api/cities/${jiaxing}?year=2020&month=10`)).body).not.toContain('661.23');
    }
  });

  it('after a return leaves the month returned', async () => {
    const office = await demoApp();
    // Zhoushan’s October came back.
    const own = await office.signedIn('zhoushan');
    const { version } = (await own.get(monthOf('330900'))).json<{ version: number }>();
    expect((await own.put(monthOf('330900'), { figures: {} }, basedOn(version))).statusCode).toBe(200);
    for (const caller of await readers(office)) expect(await statusIn(caller, '330900')).toBe('returned');
  });
});

describe('what waits for review', () => {
  it('is said to wait, and its figures move nothing', async () => {
    const office = await demoApp();
    for (const caller of await readers(office)) {
      expect(await statusIn(caller, quzhou)).toBe('submitted');
      const city = (await caller.get(october)).json<Overview>().regions.find(({ region }) => region === quzhou);
      // 161.42 at the end of September is accepted; 170.86 as of 18 October waits.
      expect(city?.indicators.find(({ indicator }) => indicator === 'prefab-area')).toMatchObject({
        actual: 161.42,
        asOf: '2020-09-30',
      });
    }
  });

  it('is not in the sprint, neither for leadership nor for anybody', async () => {
    const office = await demoApp();
    for (const caller of await readers(office)) {
      const sprint = await sprintIn(caller, 10);
      const city = sprint.cities.find(({ region }) => region === quzhou);
      const area = city?.indicators.find(({ standing }) => standing.indicator === 'prefab-area');
      expect(area?.series.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const points = sprint.cities.flatMap(({ indicators }) => indicators.flatMap(({ series }) => series));
      expect(points.every(({ accepted }) => accepted)).toBe(true);
      // Jiaxing’s October is accepted, so it is there.
      const jiaxings = sprint.cities.find(({ region }) => region === jiaxing)?.indicators[0];
      expect(jiaxings?.series.at(-1)).toMatchObject({ month: 10, cumulative: 652, accepted: true });
    }
  });

  it('stands hollow beside the accepted figures on the city’s page, for the department and the city', async () => {
    const office = await demoApp();
    const areaOf = async (name: string) => {
      const city = await cityOf(await office.signedIn(name), quzhou);
      return city.indicators.find(({ standing }) => standing.indicator === 'prefab-area')?.series.slice(-2);
    };
    const accepted = { month: 9, asOf: '2020-09-30', cumulative: 161.42, accepted: true };
    const waiting = { month: 10, asOf: '2020-10-18', cumulative: 170.86, accepted: false };
    expect(await areaOf('official')).toMatchObject([accepted, waiting]);
    expect(await areaOf('quzhou')).toMatchObject([accepted, waiting]);
    for (const name of ['leader', 'administrator']) {
      expect((await areaOf(name))?.map(({ month }) => month)).toEqual([8, 9]);
    }
  });

  it('comes after the accepted figure of its own month', async () => {
    const office = await demoApp();
    const own = await office.signedIn('jiaxing');
    const figures = { 'prefab-area': { cumulative: 660 }, 'prefab-civil': { cumulative: 420 } };
    await own.put(monthOf(jiaxing), { figures }, basedOn(await versionOf(own)));
    expect((await own.post(monthOf(jiaxing, 10, 'submit'), {}, basedOn(await versionOf(own)))).statusCode).toBe(200);
    const city = await cityOf(own, jiaxing);
    const area = city.indicators.find(({ standing }) => standing.indicator === 'prefab-area');
    expect(area?.series.slice(-2)).toMatchObject([
      { month: 10, asOf: '2020-10-16', cumulative: 652, accepted: true },
      { month: 10, asOf: '2020-10-19', cumulative: 660, accepted: false },
    ]);
  });
});

describe('a sprint of a month', () => {
  it('ends its lines with that month, though later ones are known', async () => {
    const leader = await (await demoApp()).signedIn('leader');
    const sprint = await sprintIn(leader, 6);
    // An indicator that nobody has reported yet has no line.
    const lines = sprint.cities.flatMap(({ indicators }) => indicators.flatMap(({ series }) => series.slice(-1)));
    expect(new Set(lines.map((point) => point.month))).toEqual(new Set([6]));
  });
});

describe('coverage', () => {
  it('counts the cities whose very month is accepted', async () => {
    const office = await demoApp();
    const [bureau, official] = [await office.signedIn('hangzhou'), await office.signedIn('official')];
    const coverage = async () => (await official.get(october)).json<Overview>().coverage;
    expect(await coverage()).toEqual({ accepted: 1, done: 0, expected: 11 });
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect(await coverage()).toEqual({ accepted: 1, done: 0, expected: 11 });
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
    expect(await coverage()).toEqual({ accepted: 2, done: 0, expected: 11 });
  });
});
