import { and, eq, inArray, lt, or } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { presets } from '#api/measures/rule.ts';
import type { City, Overview } from '#api/standings/contract.ts';
import { overviewOf } from '#api/standings/replies.ts';
import { readHistory } from '#api/assessments/history.ts';
import { readSnapshot, type ForecastSnapshot } from '#api/assessments/snapshot.ts';
import { curves, figures, rules, submissionVersions, targetChanges } from '#db/schema.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { jiaxing, lishui } from '#tests/support/reporting.ts';

const steel = 'steel-housing';

async function cityAs({ signedIn }: TestApp, name: string, region: string): Promise<City> {
  return (await (await signedIn(name)).get(`/api/cities/${region}?year=2020&month=9`)).json<City>();
}

const detailOf = (city: City, indicator: string) =>
  city.indicators.find(({ standing }) => standing.indicator === indicator);

/** The demonstration in which Lishui never reported last year's end of its steel housing. */
async function withoutDecember(): Promise<TestApp> {
  const office = await demoApp();
  const december = office.database.reader
    .select({ id: submissionVersions.id })
    .from(submissionVersions)
    .where(
      and(eq(submissionVersions.region, lishui), eq(submissionVersions.year, 2019), eq(submissionVersions.month, 12)),
    );
  const ids = (await december).map(({ id }) => id);
  await office.database.write((tx) =>
    tx.delete(figures).where(and(inArray(figures.submissionVersion, ids), eq(figures.indicator, steel))),
  );
  return office;
}

/** The demonstration with everything of Jiaxing alone, or else of all years before too, as if it had been printed. */
async function printedJiaxing(andYearsBefore = false): Promise<TestApp> {
  const office = await demoApp();
  const ids = await office.database.reader
    .select({ id: submissionVersions.id })
    .from(submissionVersions)
    .where(
      andYearsBefore
        ? or(eq(submissionVersions.region, jiaxing), lt(submissionVersions.year, 2020))
        : eq(submissionVersions.region, jiaxing),
    );
  const versions = ids.map(({ id }) => id);
  await office.database.write(async (tx) => {
    await tx.update(figures).set({ origin: 'published' }).where(inArray(figures.submissionVersion, versions));
    await tx.update(targetChanges).set({ origin: 'published' }).where(eq(targetChanges.region, jiaxing));
  });
  return office;
}

const snapshotIn = async ({ database: { reader } }: TestApp): Promise<ForecastSnapshot> => ({
  ...(await readSnapshot(reader, 2020)),
  history: await readHistory(reader, 2020),
});

describe('a stock of which the start of the year is unknown', () => {
  it('is neither projected nor expected anything, as if it had begun at 0', async () => {
    const known = detailOf(await cityAs(await demoApp(), 'official', lishui), steel);
    expect(known?.projection).not.toBeNull();
    expect(known?.series.every(({ expected }) => expected !== null)).toBe(true);
    const unknown = detailOf(await cityAs(await withoutDecember(), 'official', lishui), steel);
    expect(unknown?.series.length).toBeGreaterThan(0);
    expect(unknown?.projection).toBeNull();
    expect(unknown?.series.every(({ expected }) => expected === null)).toBe(true);
  });

  it('leaves the province without a projection, because the rest would pass for the whole', async () => {
    const { signedIn } = await withoutDecember();
    const overview = (await (await signedIn('official')).get('/api/overview?year=2020&month=9')).json<Overview>();
    expect(overview.province.indicators.find(({ indicator }) => indicator === steel)?.projection).toBeNull();
  });
});

describe('“invented”', () => {
  it('is said of a bureau’s overview, whose province is the sum of all cities', async () => {
    const { signedIn } = await printedJiaxing();
    const overview = (await (await signedIn('jiaxing')).get('/api/overview?year=2020&month=9')).json<Overview>();
    expect(overview.regions.map(({ region }) => region)).toEqual([jiaxing]);
    expect(overview.invented).toBe(true);
  });

  it('is said of a city’s page that is forecast by the invented years of others', async () => {
    const city = await cityAs(await printedJiaxing(), 'jiaxing', jiaxing);
    expect(city.invented).toBe(true);
    expect(city.indicators.map(({ forecast }) => forecast.invented)).toEqual([
      ...Array(5).fill(true),
      // Without a target nothing is forecast.
      false,
    ]);
  });

  it('is not said of a city’s page that shows and counts from nothing invented', async () => {
    const city = await cityAs(await printedJiaxing(true), 'jiaxing', jiaxing);
    expect(city.invented).toBe(false);
    expect(city.indicators.map(({ forecast }) => forecast.invented)).toEqual(Array(6).fill(false));
  });

  it('is said of a city’s page that counts from an invented figure of last year', async () => {
    const office = await printedJiaxing(true);
    const ids = await office.database.reader
      .select({ id: submissionVersions.id })
      .from(submissionVersions)
      .where(and(eq(submissionVersions.region, jiaxing), eq(submissionVersions.year, 2019)));
    const versions = ids.map(({ id }) => id);
    await office.database.write((tx) =>
      tx.update(figures).set({ origin: 'invented' }).where(inArray(figures.submissionVersion, versions)),
    );
    expect((await cityAs(office, 'jiaxing', jiaxing)).invented).toBe(true);
  });
});

describe('a rule that looks at peers', () => {
  /** Rows as they are, and how often somebody asked for some. */
  class Counted<Row> extends Map<string, Row> {
    asked = 0;
    override get(key: string): Row | undefined {
      this.asked += 1;
      return super.get(key);
    }
  }

  const askedBy = (snapshot: ForecastSnapshot, conditions: ForecastSnapshot['rules'][number]['conditions']): number => {
    const counted = new Counted(snapshot.figures);
    const rule = snapshot.rules.map((one) => ({ ...one, conditions }));
    overviewOf({ ...snapshot, figures: counted, rules: rule }, 9, { city: null, pending: false });
    return counted.asked;
  };

  it('measures every city once for an indicator and month, not once for each of the others', async () => {
    const snapshot = await snapshotIn(await demoApp());
    const alone = askedBy(snapshot, presets['three-measures']);
    expect(alone).toBeGreaterThan(0);
    // Once for the city itself, once as a peer, and once to see whether that is known; else it would be ten times as a peer.
    expect(askedBy(snapshot, presets.average)).toBeLessThanOrEqual(3 * alone);
  });

  it('compares a city with the average of the others', async () => {
    const snapshot = await snapshotIn(await demoApp());
    const rule = snapshot.rules.map((one) => ({ ...one, conditions: presets.average }));
    const overview = overviewOf({ ...snapshot, rules: rule }, 9, { city: null, pending: false });
    const areas = overview.regions.map(({ region, indicators }) => ({
      region,
      area: indicators.find(({ indicator }) => indicator === 'prefab-area'),
    }));
    const own = areas.find(({ region }) => region === lishui)?.area;
    const others = areas.flatMap(({ region, area }) => (region === lishui ? [] : [area?.completion ?? Number.NaN]));
    // Points of completion: 100 · (own − mean of the other ten).
    const mean = others.reduce((sum, one) => sum + one, 0) / others.length;
    const against = own?.reasons.find(({ measure }) => measure === 'pointsAgainstPeers')?.value;
    expect(others).toHaveLength(10);
    expect(against).toBeCloseTo(100 * ((own?.completion ?? Number.NaN) - mean), 9);
  });
});

describe('a rule or a curve that means nothing', () => {
  it('judges nobody: a condition that blames a good value is refused when it is read', async () => {
    const { database } = await demoApp();
    const good = { measure: 'completion', operator: 'above', number: 0.5 } as const;
    const flow = { behind: good, watch: good };
    await database.write((tx) => tx.update(rules).set({ conditions: { ...presets.points, flow } }));
    await expect(readSnapshot(database.reader, 2020)).rejects.toThrow('direction at "/flow/behind/operator"');
  });

  it('judges nobody: a curve that falls is refused when it is read', async () => {
    const { database } = await demoApp();
    const points = [0.1, 0.3, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];
    await database.write((tx) => tx.update(curves).set({ points }));
    await expect(readSnapshot(database.reader, 2020)).rejects.toThrow('decreasing');
  });
});
