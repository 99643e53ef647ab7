/** Replies are kept for whoever asks next, so each must be kept under all that it depends on. */
import { and, eq, gte } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { StandingReply } from '#api/http/shapes.ts';
import type { City, Overview, Sprint } from '#api/standings/contract.ts';
import type { StripMonth } from '#api/measures/strip.ts';
import { raiseRevision } from '#db/revisions.ts';
import { submissionVersions } from '#db/schema.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, jiaxing, quzhou, wenzhou } from '#tests/support/reporting.ts';

/** A strip as one reads it: one letter a month (a achieved, o on pace, w watch, b behind), `-` where none is judged. */
const lettersOf = (strip: readonly Pick<StripMonth, 'level'>[]): string =>
  strip.map(({ level }) => level?.at(0) ?? '-').join('');

async function ownStrip({ signedIn }: TestApp, name: string, year: number): Promise<string> {
  const list = (await (await signedIn(name)).get(`/api/submissions?year=${year}`)).json<{ strip: StripMonth[] }>();
  return lettersOf(list.strip);
}

const overviewOf = async (caller: Caller, year: number, month: number): Promise<Overview> =>
  (await caller.get(`/api/overview?year=${year}&month=${month}`)).json<Overview>();

const cityOf = async (caller: Caller, region: string, year: number, month: number): Promise<City> =>
  (await caller.get(`/api/cities/${region}?year=${year}&month=${month}`)).json<City>();

const sprintOf = async (caller: Caller, year: number, month: number): Promise<Sprint> =>
  (await caller.get(`/api/sprint?year=${year}&month=${month}`)).json<Sprint>();

/** Wenzhou's area at a month end; the demonstration has 290 in August 2020 and 348 in September. */
const areaOf = (regions: readonly { readonly region: string; readonly indicators: readonly StandingReply[] }[]) =>
  regions.find(({ region }) => region === wenzhou)?.indicators.find(({ indicator }) => indicator === 'prefab-area')
    ?.actual;

const pendingIn = ({ indicators }: Pick<City, 'indicators'>): number =>
  indicators.flatMap(({ series }) => series.filter(({ accepted }) => !accepted)).length;

describe('a strip on the bureau’s own page', () => {
  it('is of its own city and of the year asked for, whoever asked before', async () => {
    const office = await demoApp();
    expect(await ownStrip(office, 'wenzhou', 2020)).toBe('wwbbbbbbb---');
    expect(await ownStrip(office, 'hangzhou', 2020)).toBe('oooooooaa---');
    expect(await ownStrip(office, 'wenzhou', 2019)).toBe('owowwoooooaa');
    expect(await ownStrip(office, 'hangzhou', 2019)).toBe('oooooooooaaa');
    expect(await ownStrip(office, 'jiaxing', 2020)).toBe('owwooooooo--');
    expect(await ownStrip(office, 'wenzhou', 2020)).toBe('wwbbbbbbb---');
  });

  it('is there as soon as January is accepted, and not before', async () => {
    const office = await demoApp();
    const { database } = office;
    const takeBackFrom = (month: number) =>
      database.write(async (tx) => {
        const months = and(
          eq(submissionVersions.region, wenzhou),
          eq(submissionVersions.year, 2020),
          gte(submissionVersions.month, month),
        );
        await tx.update(submissionVersions).set({ state: 'returned' }).where(months);
        await raiseRevision(tx);
      });
    await takeBackFrom(2);
    expect(await ownStrip(office, 'wenzhou', 2020)).toBe('w-----------');
    await takeBackFrom(1);
    expect(await ownStrip(office, 'wenzhou', 2020)).toBe('');
  });
});

describe('an overview', () => {
  it('is of the month and the year asked for', async () => {
    const official = await (await demoApp()).signedInAs('official');
    const [september, august, before] = [
      await overviewOf(official, 2020, 9),
      await overviewOf(official, 2020, 8),
      await overviewOf(official, 2019, 9),
    ];
    expect([september, august, before].map(({ year, month }) => [year, month])).toEqual([
      [2020, 9],
      [2020, 8],
      [2019, 9],
    ]);
    expect([areaOf(september.regions), areaOf(august.regions)]).toEqual([348, 290]);
    expect(before.regions.find(({ region }) => region === wenzhou)?.level).toBe('on-pace');
  });

  it('is of as much as the caller may see, whoever asked before', async () => {
    const office = await demoApp();
    const seenBy = async (name: string) => {
      const { regions } = await overviewOf(await office.signedIn(name), 2020, 9);
      return regions.length === 11 ? 'all' : regions.map(({ region }) => region).join();
    };
    const order = ['official', 'wenzhou', 'leader', 'jiaxing', 'administrator', 'hangzhou'];
    const seen: string[] = [];
    for (const name of order) seen.push(await seenBy(name));
    expect(seen).toEqual(['all', wenzhou, 'all', jiaxing, 'all', hangzhou]);
  });
});

describe('a city’s page', () => {
  it('is of the city, the month and the year asked for', async () => {
    const official = await (await demoApp()).signedInAs('official');
    const replies = [
      await cityOf(official, wenzhou, 2020, 9),
      await cityOf(official, hangzhou, 2020, 9),
      await cityOf(official, wenzhou, 2020, 8),
      await cityOf(official, wenzhou, 2019, 9),
    ];
    expect(replies.map(({ region, year, month, level }) => [region, year, month, level])).toEqual([
      [wenzhou, 2020, 9, 'behind'],
      [hangzhou, 2020, 9, 'achieved'],
      [wenzhou, 2020, 8, 'behind'],
      [wenzhou, 2019, 9, 'on-pace'],
    ]);
  });

  it('has what waits for review for those alone who may see it, whoever asked before', async () => {
    const office = await demoApp();
    const seenBy = async (name: string) => pendingIn(await cityOf(await office.signedIn(name), quzhou, 2020, 10));
    const order = ['leader', 'official', 'quzhou', 'administrator', 'leader', 'official'];
    const seen: boolean[] = [];
    for (const name of order) seen.push((await seenBy(name)) > 0);
    expect(seen).toEqual([false, true, true, false, false, true]);
  });
});

const citiesOf = ({ cities }: Sprint) =>
  cities.map(({ region, indicators }) => ({ region, indicators: indicators.map(({ standing }) => standing) }));

describe('a sprint', () => {
  it('is of the month, the year and the day asked for', async () => {
    const { signedInAs, clock } = await demoApp();
    const leader = await signedInAs('leader');
    expect(areaOf(citiesOf(await sprintOf(leader, 2020, 9)))).toBe(348);
    expect(areaOf(citiesOf(await sprintOf(leader, 2020, 8)))).toBe(290);
    expect(await sprintOf(leader, 2019, 9)).toMatchObject({ year: 2019, month: 9, daysLeft: 0 });
    // From 19 October to 31 December: 12 + 30 + 31 days; from the next morning one less.
    expect(await sprintOf(leader, 2020, 9)).toMatchObject({ today: '2020-10-19', daysLeft: 73 });
    clock.advance(15 * 60);
    const nextDay = await signedInAs('leader');
    expect(await sprintOf(nextDay, 2020, 9)).toMatchObject({ today: '2020-10-20', daysLeft: 72 });
  });

  it('counts what was promised as it is now, although no standing moved', async () => {
    const { signedInAs, database } = await demoApp();
    const leader = await signedInAs('leader');
    const promised = async () =>
      (await sprintOf(leader, 2020, 9)).cities.find(({ region }) => region === wenzhou)?.checklistProgress;
    const before = await promised();
    const dataVersion = await database.dataVersion();
    const bureau = await signedInAs('bureau', wenzhou);
    const interview = (await bureau.get('/api/interviews/2020-10-15')).json<{
      items: { item: string; state: string; version: number }[];
    }>();
    const item = interview.items.find(({ state }) => state === 'open');
    const address = `/api/interviews/2020-10-15/items/${wenzhou}/${item?.item}`;
    const report = await bureau.post(`${address}/report`, { note: '已按要求完成' }, basedOn(item?.version ?? 0));
    expect(report.statusCode).toBe(200);
    const official = await signedInAs('official');
    const verified = await official.post(`${address}/verify`, { note: '' }, basedOn((item?.version ?? 0) + 1));
    expect(verified.statusCode).toBe(200);
    expect(await database.dataVersion()).not.toBe(dataVersion);
    const after = await promised();
    expect(before?.total).toBe(17);
    expect(after).toEqual({ ...before, open: (before?.open ?? 0) - 1 });
  });
});

const targetIn = ({ regions }: Overview) =>
  regions.find(({ region }) => region === wenzhou)?.indicators.find(({ indicator }) => indicator === 'prefab-area')
    ?.target;

describe('what is kept', () => {
  it('is forgotten with a change of a standing, for every month and caller alike', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    const leader = await office.signedInAs('leader');
    const before = await overviewOf(leader, 2020, 9);
    await overviewOf(leader, 2020, 8);
    const change = { amount: 400, effectiveMonth: 9, documentNumber: '浙建〔2020〕99号', reason: '年度目标调整' };
    const changed = await official.post(`/api/targets/2020/${wenzhou}/prefab-area`, change, basedOn(1));
    expect(changed.statusCode).toBe(200);
    const after = await overviewOf(leader, 2020, 9);
    expect(after.revision).toBe(before.revision + 1);
    expect([targetIn(before), targetIn(after)]).toEqual([600, 400]);
    expect(await ownStrip(office, 'wenzhou', 2020)).toMatch(/^wwbbbbbb/);
    expect((await overviewOf(leader, 2020, 8)).revision).toBe(after.revision);
  });
});
