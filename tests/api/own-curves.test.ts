/** An indicator that is judged by each region's own completed years, wherever its curve counts. */
import { and, eq, lt } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { readSnapshot } from '#api/assessments/snapshot.ts';
import { starts2019Points } from '#api/measures/curve.ts';
import type { City, Overview } from '#api/standings/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { listAcceptedFigures } from '#db/figures.ts';
import { raiseRevision } from '#db/revisions.ts';
import { figures, indicators, submissionVersions } from '#db/schema.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';

const wenzhou = '330300';
const quzhou = '330800';
const area = 'prefab-area';

/** The demonstration in which the area is judged by own years; Quzhou's of before 2020 were never reported. */
async function ownOffice(): Promise<TestApp> {
  const office = await demoApp();
  const { reader } = office.database;
  const before = await reader
    .select({ id: submissionVersions.id })
    .from(submissionVersions)
    .where(and(eq(submissionVersions.region, quzhou), lt(submissionVersions.year, 2020)));
  await office.database.write(async (tx) => {
    await tx.update(indicators).set({ curve: 'own-history' }).where(eq(indicators.code, area));
    for (const { id } of before) {
      await tx.delete(figures).where(and(eq(figures.submissionVersion, id), eq(figures.indicator, area)));
    }
    await raiseRevision(tx);
  });
  return office;
}

/** The mean over 2018 and 2019 of what Wenzhou had done by the end of a month, as a share of the year. */
async function wenzhouMean({ database }: TestApp, month: number): Promise<number> {
  const rows = await listAcceptedFigures(database.reader, { years: [2018, 2019], regions: [wenzhou] });
  const at = (year: number, of: number) =>
    rows.find((row) => row.indicator === area && row.year === year && row.month === of)?.cumulative ?? Number.NaN;
  return (at(2018, month) / at(2018, 12) + at(2019, month) / at(2019, 12)) / 2;
}

const cityIn = async (office: TestApp, region: string): Promise<City> =>
  (await (await office.signedIn('official')).get(`/api/cities/${region}?year=2020&month=9`)).json<City>();
const areaOf = (city: City) => city.indicators.find(({ standing }) => standing.indicator === area);

const unread = () => Promise.reject(new Error('the history was read'));

describe('an own curve', () => {
  it('judges a region by the mean of its own completed years, and says which', async () => {
    const office = await ownOffice();
    const detail = areaOf(await cityIn(office, wenzhou));
    const mean = await wenzhouMean(office, 9);
    expect(mean).not.toBeCloseTo(starts2019Points[8] ?? 0, 3);
    expect(detail?.standing.pace).toBeCloseTo(mean, 12);
    expect(detail?.standing.ownCurve?.years).toEqual([2018, 2019]);
    expect(detail?.standing.ownCurve?.points[8]).toBeCloseTo(mean, 12);
    const september = detail?.series.find(({ month }) => month === 9);
    expect(september?.expected).toBeCloseTo(600 * mean, 6);
  });

  it('leaves a region without completed years to the department’s curve, and says so', async () => {
    const { standing } = areaOf(await cityIn(await ownOffice(), quzhou)) ?? {};
    expect(standing?.ownCurve).toEqual({ years: [], points: [...starts2019Points] });
    expect(standing?.pace).toBe(starts2019Points[8]);
  });

  it('changes no other indicator, and nothing where it was not chosen', async () => {
    const city = await cityIn(await ownOffice(), wenzhou);
    expect(city.indicators.map(({ standing }) => standing.ownCurve === null)).toEqual([false, ...Array(5).fill(true)]);
    const before = await cityIn(await demoApp(), wenzhou);
    expect(before.indicators.every(({ standing }) => standing.ownCurve === null)).toBe(true);
  });

  it('makes the province’s pace of the cities’ own', async () => {
    const office = await ownOffice();
    const overview = (
      await (await office.signedIn('official')).get('/api/overview?year=2020&month=9')
    ).json<Overview>();
    const cities = overview.regions.map(({ indicators: all }) => all.find(({ indicator }) => indicator === area));
    const sum = (of: (city: (typeof cities)[number]) => number) => cities.reduce((all, city) => all + of(city), 0);
    const expected =
      sum((city) => (city?.pace ?? Number.NaN) * (city?.target ?? Number.NaN)) / sum((city) => city?.target ?? 0);
    const province = overview.province.indicators.find(({ indicator }) => indicator === area);
    expect(province?.pace).toBeCloseTo(expected, 9);
  });

  it('is what the bureau’s form previews by', async () => {
    const office = await ownOffice();
    const bureau = await office.signedIn('wenzhou');
    const month = (await bureau.get(`/api/submissions/2020/10/${wenzhou}`)).json<Submission>();
    const context = month.context.find(({ indicator }) => indicator === area);
    expect(context?.ownCurve?.years).toEqual([2018, 2019]);
    expect(context?.ownCurve?.points[9]).toBeCloseTo(await wenzhouMean(office, 10), 12);
    expect(month.context.find(({ indicator }) => indicator === 'prefab-civil')?.ownCurve).toBeNull();
  });

  it('is read only where it is chosen', async () => {
    const { database } = await demoApp();
    expect((await readSnapshot(database.reader, 2020, { history: unread })).ownCurves.size).toBe(0);
    const chosen = (await ownOffice()).database;
    await expect(readSnapshot(chosen.reader, 2020, { history: unread })).rejects.toThrow('the history was read');
    expect((await readSnapshot(chosen.reader, 2020)).ownCurves.get(area)?.size).toBe(10);
  });
});
