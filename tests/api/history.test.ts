/** Completed years as the database knows them, and what is read again when something is accepted. */
import { describe, expect, it } from 'vitest';
import { historyBefore, readHistory, renewHistory, yearsIn, type History } from '#api/assessments/history.ts';
import { replyCache } from '#api/http/reply-cache.ts';
import { figures, submissionVersions } from '#db/schema.ts';
import { and, eq } from 'drizzle-orm';
import type { City, Overview, Sprint } from '#api/standings/contract.ts';
import type { Database } from '#db/dialect';
import { listAcceptedFigures } from '#db/figures.ts';
import { raiseRevision } from '#db/revisions.ts';
import { demoApp } from '#tests/support/app.ts';

const wenzhou = '330300';
const area = 'prefab-area';

const regionYear = (history: History, indicator: string, region: string, year: number) =>
  yearsIn(history, indicator).years.find((one) => one.region === region && one.year === year);

/** A second accepted version of a month, with the area alone: a correction. */
async function correct(database: Database, month: { year: number; month: number }, value: number): Promise<void> {
  const { year, month: number } = month;
  const of = and(
    eq(submissionVersions.region, wenzhou),
    eq(submissionVersions.year, year),
    eq(submissionVersions.month, number),
  );
  const [version] = await database.reader.select().from(submissionVersions).where(of);
  if (version === undefined) throw new Error(`Wenzhou never reported ${year}-${number}`);
  await database.write(async (tx) => {
    await tx.insert(submissionVersions).values({ ...version, id: 'corrected', number: 9, kind: 'correction' });
    await tx.insert(figures).values({
      submissionVersion: 'corrected',
      indicator: area,
      cumulative: value,
      denominator: null,
      origin: 'reported',
      source: null,
    });
    await raiseRevision(tx);
  });
}

describe('the history of the demonstration', () => {
  it('has each of eleven cities twice on every indicator, month by month, and only the years before', async () => {
    const { database } = await demoApp();
    const history = await readHistory(database.reader, 2020);
    for (const indicator of [area, 'prefab-civil', 'prefab-share', 'steel-housing', 'green-demo']) {
      const { years } = yearsIn(history, indicator);
      expect(years.map(({ year }) => year).toSorted()).toEqual([...Array(11).fill(2018), ...Array(11).fill(2019)]);
    }
    const rows = await listAcceptedFigures(database.reader, { years: [2018, 2019], regions: [wenzhou] });
    const valuesOf = (indicator: string, year: number) =>
      rows.filter((row) => row.indicator === indicator && row.year === year);
    expect(regionYear(history, area, wenzhou, 2019)?.monthEnds).toEqual(
      valuesOf(area, 2019).map(({ cumulative }) => cumulative),
    );
    expect(regionYear(history, 'prefab-share', wenzhou, 2018)?.monthEnds).toEqual(
      valuesOf('prefab-share', 2018).map(({ denominator }) => denominator),
    );
    const before = await readHistory(database.reader, 2019);
    expect(new Set(yearsIn(before, area).years.map(({ year }) => year))).toEqual(new Set([2018]));
    expect(yearsIn(before, area).invented).toBe(true);
    expect(yearsIn(await readHistory(database.reader, 2018), area)).toMatchObject({ years: [], invented: false });
  });

  it('counts a stock from the end of the year before', async () => {
    const { database } = await demoApp();
    const history = await readHistory(database.reader, 2020);
    const ends = await listAcceptedFigures(database.reader, { years: [2017, 2018], months: [12], regions: [wenzhou] });
    const [start, end] = ends
      .filter(({ indicator }) => indicator === 'steel-housing')
      .map(({ cumulative }) => cumulative);
    expect(start).toBe(72_000);
    expect(regionYear(history, 'steel-housing', wenzhou, 2018)?.monthEnds[11]).toBe((end ?? 0) - 72_000);
  });

  it('leaves out a year with a missing month, on the indicator that misses it alone', async () => {
    const { database } = await demoApp();
    const [may] = await database.reader
      .select()
      .from(submissionVersions)
      .where(
        and(eq(submissionVersions.region, wenzhou), eq(submissionVersions.year, 2018), eq(submissionVersions.month, 5)),
      );
    await database.write((tx) =>
      tx.delete(figures).where(and(eq(figures.submissionVersion, may?.id ?? ''), eq(figures.indicator, area))),
    );
    const history = await readHistory(database.reader, 2020);
    expect(regionYear(history, area, wenzhou, 2018)).toBeUndefined();
    expect(regionYear(history, 'prefab-civil', wenzhou, 2018)).toBeDefined();
    expect(yearsIn(history, area).years).toHaveLength(21);
  });
});

describe('a kept history', () => {
  it('stays the same object while only the running year changes', async () => {
    const { database, signedIn } = await demoApp();
    const kept = await renewHistory(database.reader, undefined);
    const accepted = await (
      await signedIn('official')
    ).post('/api/submissions/2020/10/330800/accept', {}, { 'if-match': '"1"' });
    expect(accepted.statusCode).toBe(200);
    const renewed = await renewHistory(database.reader, kept);
    expect(renewed.regionYears).toBe(kept.regionYears);
    expect(renewed.before(2020)).toBe(kept.before(2020));
  });

  it('reads again only the years in which something was accepted', async () => {
    const { database } = await demoApp();
    const kept = await renewHistory(database.reader, undefined);
    await correct(database, { year: 2018, month: 11 }, 4_000_000);
    const renewed = await renewHistory(database.reader, kept);
    expect(regionYear(kept.before(2020), area, wenzhou, 2018)?.monthEnds[10]).not.toBe(4_000_000);
    expect(regionYear(renewed.before(2020), area, wenzhou, 2018)?.monthEnds[10]).toBe(4_000_000);
    const reread = [...renewed.regionYears].filter(([key, one]) => kept.regionYears.get(key) !== one);
    // 2019 stands on the end of 2018, of which any month may be one.
    expect(reread.map(([key]) => key)).toEqual(['2018/330300', '2019/330300']);
  });

  it('is asked of the reply cache once after each change, and lasts over it', async () => {
    const { database } = await demoApp();
    const context = { database, replyCache: replyCache(database) };
    const first = await historyBefore(context, 2020);
    await database.write((tx) => raiseRevision(tx));
    expect(await historyBefore(context, 2020)).toBe(first);
    await correct(database, { year: 2019, month: 11 }, 6_000_000);
    const second = await historyBefore(context, 2020);
    expect(second).not.toBe(first);
    expect(regionYear(second, area, wenzhou, 2019)?.monthEnds[10]).toBe(6_000_000);
  });
});

describe('the forecast in replies', () => {
  it('stands on both years and all cities, and says so', async () => {
    const { signedIn } = await demoApp();
    const official = await signedIn('official');
    const city = (await official.get(`/api/cities/${wenzhou}?year=2020&month=9`)).json<City>();
    const detail = city.indicators.find(({ standing }) => standing.indicator === area);
    const { forecast, projection } = detail ?? {};
    expect(forecast).toMatchObject({ absence: null, season: { years: [2018, 2019] }, invented: true });
    expect(forecast?.record).toMatchObject({ month: 9, count: 22 });
    const { low = Number.NaN, high = Number.NaN } = forecast?.record ?? {};
    expect(forecast?.interval?.low).toBeCloseTo(Math.max(348, (projection ?? 0) * low), 6);
    expect(forecast?.interval?.high).toBeCloseTo((projection ?? 0) * high, 6);
    expect((projection ?? 0) * high).toBeLessThan(600);
    // Wenzhou's target lies above all that any city ever made of its September: ½ of 23.
    expect(forecast?.probability).toBeCloseTo(0.5 / 23, 12);
  });

  it('has one point, in the city, the sprint and the province’s sum alike', async () => {
    const { signedIn } = await demoApp();
    const official = await signedIn('official');
    const get = async <Reply>(path: string) => (await official.get(`${path}?year=2020&month=9`)).json<Reply>();
    const sprint = await get<Sprint>('/api/sprint');
    const overview = await get<Overview>('/api/overview');
    for (const indicator of [area, 'steel-housing', 'prefab-share']) {
      const points = sprint.cities.map(({ region, indicators }) => ({
        region,
        projection: indicators.find(({ standing }) => standing.indicator === indicator)?.projection ?? null,
      }));
      const city = await get<City>(`/api/cities/${wenzhou}`);
      const own = city.indicators.find(({ standing }) => standing.indicator === indicator)?.projection;
      expect(own).toBe(points.find(({ region }) => region === wenzhou)?.projection);
      const sum = points.reduce<number | null>(
        (all, { projection }) => (projection === null || all === null ? null : all + projection),
        0,
      );
      const province = overview.province.indicators.find((one) => one.indicator === indicator)?.projection;
      expect(province).toEqual(sum === null ? null : expect.closeTo(sum, 6));
    }
  });

  it('has no interval where no year is completed, and judges the season by the curve', async () => {
    const { signedIn } = await demoApp();
    const city = (await (await signedIn('official')).get(`/api/cities/${wenzhou}?year=2018&month=9`)).json<City>();
    const detail = city.indicators.find(({ standing }) => standing.indicator === area);
    expect(detail?.projection).not.toBeNull();
    expect(detail?.forecast).toMatchObject({ absence: 'too-few-years', interval: null, season: { years: [] } });
    expect(detail?.forecast.season.points[8]).toBeCloseTo(0.7295, 4);
  });
});
