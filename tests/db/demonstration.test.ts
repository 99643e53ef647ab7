import { beforeAll, describe, expect, it } from 'vitest';
import { starts2019Points } from '#api/measures/curve.ts';
import { rankCities } from '#api/measures/ranking.ts';
import { presets } from '#api/measures/rule.ts';
import { standing } from '#api/measures/standing.ts';
import type { Figure, Level, Standing } from '#api/measures/vocabulary.ts';
import { targetAt } from '#api/targets/lifecycle.ts';
import type { Database } from '#db/dialect';
import { listAcceptedFigures, listPendingFigures, type AcceptedFigure } from '#db/figures.ts';
import { listIndicators, listIndicatorVersions } from '#db/indicators.ts';
import { listTargetChanges } from '#db/targets.ts';
import { checklistItems, figures, interviews, submissionVersions, targetChanges } from '#db/schema.ts';
import { demonstrationStart } from '#seeds/demo/time.ts';
import { loadDemonstration, loadReference } from '#seeds/load.ts';
import { publishedFigures } from '#seeds/published/figures.ts';
import { indicatorCodes, indicatorRows } from '#seeds/reference/indicators.ts';
import { cityCodes, province } from '#seeds/reference/regions.ts';
import { emptyDatabase } from '#tests/support/database.ts';

const { wenzhou, jinhua, lishui, quzhou, zhoushan, hangzhou, shaoxing, jiaxing, ningbo, huzhou, taizhou } = cityCodes;
const years = [2018, 2019, 2020];
/** What the demonstration has figures of; an office may have indicators beside them. */
const demonstrated = new Set<string>(indicatorCodes);

let database: Database;
let reader: Database['reader'];

// Every test here reads only.
beforeAll(async () => {
  const now = new Date('2026-03-02T08:00:00.000Z');
  database = await emptyDatabase();
  await loadReference(database, now);
  await loadDemonstration(database, { now });
  ({ reader } = database);
});

describe('fully decorated housing in the demonstration', () => {
  it('was added by the department on the day after the meeting, and no office begins with it', async () => {
    const [decision, ...others] = await listIndicatorVersions(reader);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({ code: 'decorated-housing', action: 'add', at: '2020-10-16T01:30:00.000Z' });
    expect(decision?.reason).toContain('未公布目标');
    const indicator = (await listIndicators(reader)).find(({ code }) => code === 'decorated-housing');
    expect(indicator).toMatchObject({ nameZh: '新开工住宅全装修面积', core: false, required: false, position: 6 });
    expect(indicator?.definitionZh).toContain('虚构');
    expect(indicator?.definitionEn).toContain('invented');
    // What every office begins with.
    expect(indicatorRows.map(({ code }) => code)).not.toContain('decorated-housing');
  });

  it('has no target anywhere, and invented figures of October alone', async () => {
    const changes = await reader.select({ indicator: targetChanges.indicator }).from(targetChanges);
    expect(changes.map(({ indicator }) => indicator)).not.toContain('decorated-housing');
    const rows = (await reader.select().from(figures)).filter(({ indicator }) => indicator === 'decorated-housing');
    expect(rows.map(({ submissionVersion, cumulative, origin }) => [submissionVersion, cumulative, origin])).toEqual([
      [`2020-10-${jiaxing}-1`, 964_200, 'invented'],
      [`2020-10-${quzhou}-1`, 317_500, 'invented'],
    ]);
  });
});

describe('the figures of the demonstration', () => {
  it('cover every city, indicator and month of 2018, 2019 and January to September 2020', async () => {
    const rows = await listAcceptedFigures(reader, { years });
    const closed = rows.filter(({ year, month }) => year < 2020 || month < 10);
    // 11 cities × 5 indicators × (12 + 12 + 9) months = 1,815
    expect(closed).toHaveLength(1815);
  });

  it('never fall within a year, and steel housing never falls at all', async () => {
    const rows = await listAcceptedFigures(reader, { years: [2017, ...years] });
    const falls = rows.filter((row, at) => {
      const before = rows
        .slice(0, at)
        .findLast(({ region, indicator }) => region === row.region && indicator === row.indicator);
      if (before === undefined || (before.year !== row.year && row.indicator !== 'steel-housing')) return false;
      return row.cumulative < before.cumulative || (row.denominator ?? 0) < (before.denominator ?? 0);
    });
    expect(falls).toEqual([]);
  });

  it('keep the part within the whole, and share the numerator with the area', async () => {
    const rows = await listAcceptedFigures(reader, { years });
    const areas = new Map(rows.filter(({ indicator }) => indicator === 'prefab-area').map((row) => [keyOf(row), row]));
    for (const row of rows) {
      const area = areas.get(keyOf(row))?.cumulative ?? 0;
      if (row.indicator === 'prefab-civil') expect(row.cumulative).toBeLessThanOrEqual(area);
      if (row.indicator === 'prefab-share') expect(row.cumulative).toBe(area);
      if (row.indicator === 'prefab-share') expect(row.denominator).toBeGreaterThan(area);
    }
  });

  it('add up to the published 7,895 万㎡ and 25.1 % of 2019', async () => {
    const rows = await listAcceptedFigures(reader, { years: [2019] });
    const december = rows.filter(({ month }) => month === 12);
    expect(sum(december, 'prefab-area')).toBe(78_950_000);
    expect((100 * sum(december, 'prefab-area')) / denominators(december)).toBeCloseTo(25.1, 2);
  });

  it('stand near the target of the province in September 2020, though three cities are behind', async () => {
    const september = (await listAcceptedFigures(reader, { years: [2020] })).filter(({ month }) => month === 9);
    const completion = sum(september, 'prefab-area') / 70_000_000;
    expect(completion).toBeGreaterThan(0.98);
    expect(completion).toBeLessThan(1.03);
    const share = sum(september, 'prefab-area') / denominators(september);
    expect(share).toBeGreaterThan(0.295);
    expect(share).toBeLessThan(0.3);
    const targets = (await listTargetChanges(reader, { years: [2020] })).filter(
      ({ region, indicator }) => region !== province && indicator === 'prefab-area',
    );
    const cities = Map.groupBy(targets, ({ region }) => region);
    const total = [...cities.values()].reduce((whole, changes) => whole + (targetAt(changes, 9)?.amount ?? 0), 0);
    // 7,150 万㎡ over the cities against the province's own 7,000
    expect(total).toBe(71_500_000);
  });

  it('say of every value whether it is published or follows from what is, and then where', async () => {
    const rows = [...(await reader.select().from(figures)), ...(await reader.select().from(targetChanges))];
    expect(rows.filter(({ origin }) => origin === 'reported')).toEqual([]);
    expect(
      rows.filter(({ origin, source }) => ['published', 'derived'].includes(origin) !== (source !== null)),
    ).toEqual([]);
    const used = publishedFigures.filter(({ kind, region }) => kind === 'target' || region !== province);
    expect(rows.filter(({ origin }) => origin !== 'invented')).toHaveLength(used.length);
    // Jiaxing’s two targets and its two figures of November 2019.
    expect(rows.filter(({ origin }) => origin === 'derived')).toHaveLength(4);
  });

  it('invent everything about the three cities that were called in', async () => {
    const called = { years: [2017, ...years], regions: [wenzhou, jinhua, lishui] };
    const origins = new Set((await listAcceptedFigures(reader, called)).map(({ origin }) => origin));
    expect([...origins]).toEqual(['invented']);
  });
});

describe('standings of the demonstration', () => {
  it('has exactly Wenzhou, Jinhua and Lishui behind at the end of September 2020', async () => {
    const levels = cityLevels(await standingsAt(2020, 9));
    expect(levels).toEqual({
      [wenzhou]: 'behind',
      [jinhua]: 'behind',
      [lishui]: 'behind',
      [quzhou]: 'watch',
      [zhoushan]: 'watch',
      [ningbo]: 'on-pace',
      [huzhou]: 'on-pace',
      [jiaxing]: 'on-pace',
      [taizhou]: 'on-pace',
      [hangzhou]: 'achieved',
      [shaoxing]: 'achieved',
    });
  });

  it('has them behind for different reasons', async () => {
    const all = await standingsAt(2020, 9);
    const area = (region: string) => all.find((line) => line.region === region && line.indicator === 'prefab-area')!;
    // Wenzhou: 348 / 600 = 58.00 %, pace 72.95 %; Jinhua slowed down, Lishui began late
    expect(area(wenzhou).standing.gapPoints).toBeCloseTo(-14.95, 2);
    expect(area(wenzhou).standing.intensity).toBeCloseTo(1.62, 2);
    expect(area(jinhua).standing.scheduleRatio).toBeGreaterThan(0.85);
    expect(area(jinhua).standing.intensity).toBeGreaterThan(1.5);
    expect(area(lishui).standing.scheduleRatio).toBeLessThan(0.85);
    expect(area(lishui).standing.intensity).toBeLessThan(1.5);
  });

  it('remembers that Huzhou was behind in March and made it good in June', async () => {
    expect(cityLevels(await standingsAt(2020, 3))[huzhou]).toBe('behind');
    expect(cityLevels(await standingsAt(2020, 6))[huzhou]).toBe('on-pace');
  });

  it('judges steel housing of 2018 on the increase over 2017', async () => {
    const all = await standingsAt(2018, 12);
    const steel = all.filter(({ indicator }) => indicator === 'steel-housing');
    expect(steel.map(({ standing }) => standing.level)).not.toContain('no-data');
  });

  it('has a mix of levels among the indicators that are not core', async () => {
    const all = await standingsAt(2020, 9);
    const found = new Set(
      all.filter(({ core, indicator }) => !core && demonstrated.has(indicator)).map(({ standing }) => standing.level),
    );
    expect([...found].toSorted()).toEqual(['achieved', 'behind', 'on-pace', 'watch']);
  });
});

describe('the running month of the demonstration', () => {
  it('has Jiaxing accepted with its published pair, Quzhou waiting, Zhoushan returned, Huzhou a draft', async () => {
    const october = (await reader.select().from(submissionVersions)).filter(
      ({ year, month }) => year === 2020 && month === 10,
    );
    expect(Object.fromEntries(october.map(({ region, state }) => [region, state]))).toEqual({
      [jiaxing]: 'accepted',
      [quzhou]: 'submitted',
      [zhoushan]: 'returned',
      [huzhou]: 'draft',
    });
    const accepted = (await listAcceptedFigures(reader, { years: [2020] })).filter(({ month }) => month === 10);
    expect(accepted.filter(({ origin }) => origin === 'published')).toMatchObject([
      { region: jiaxing, indicator: 'prefab-area', asOf: '2020-10-16', cumulative: 6_520_000 },
      { region: jiaxing, indicator: 'prefab-civil', asOf: '2020-10-16', cumulative: 4_138_700 },
    ]);
    const waiting = await listPendingFigures(reader, { years: [2020] });
    expect(new Set(waiting.map(({ region }) => region))).toEqual(new Set([quzhou]));
  });

  it('has nothing in the future, and nothing decided before it was submitted', async () => {
    for (const version of await reader.select().from(submissionVersions)) {
      const instants = [version.savedAt, version.submittedAt, version.decidedAt, demonstrationStart];
      const known = instants.filter((instant) => instant !== null);
      expect(known).toEqual(known.toSorted());
      expect(version.asOf < version.savedAt.slice(0, 10) || version.month === 10).toBe(true);
    }
  });
});

describe('the interview of the demonstration', () => {
  it('is published, with seventeen invented items for each of the three cities', async () => {
    expect(await reader.select().from(interviews)).toMatchObject([{ id: '2020-10-15', origin: 'published' }]);
    const items = await reader.select().from(checklistItems);
    expect(items).toHaveLength(51);
    expect(items.every(({ origin }) => origin === 'invented')).toBe(true);
    const states = items.map(({ state }) => state);
    expect(states.filter((state) => state === 'verified')).toHaveLength(1);
    expect(states.filter((state) => state === 'returned')).toHaveLength(1);
    expect(states.filter((state) => state === 'reported')).toHaveLength(3);
    expect(items.every(({ dueOn }) => dueOn >= '2020-10-30' && dueOn <= '2020-12-31')).toBe(true);
  });
});

const keyOf = ({ region, year, month }: AcceptedFigure): string => `${region}/${year}/${month}`;

const sum = (rows: readonly AcceptedFigure[], indicator: string): number =>
  rows.filter((row) => row.indicator === indicator).reduce((whole, { cumulative: value }) => whole + value, 0);

const denominators = (rows: readonly AcceptedFigure[]): number =>
  rows.reduce((whole, { denominator }) => whole + (denominator ?? 0), 0);

interface Line {
  readonly region: string;
  readonly indicator: string;
  readonly core: boolean;
  readonly standing: Standing;
}

/** Every city on every indicator by the default rule, straight from the rows. */
async function standingsAt(year: number, month: number): Promise<readonly Line[]> {
  const rows = await listAcceptedFigures(reader, { years: [year - 1, year] });
  const targets = await listTargetChanges(reader, { years: [year] });
  const all = await listIndicators(reader);
  return Object.values(cityCodes).flatMap((region) =>
    all.map(({ code, kind, core, scale, decimals }) => {
      const mine = rows.filter((row) => row.region === region && row.indicator === code);
      const of = (wanted: number): Figure[] => mine.filter((row) => row.year === wanted);
      const changes = targets.filter((change) => change.region === region && change.indicator === code);
      const input = {
        kind,
        scale,
        decimals,
        year,
        month,
        points: starts2019Points,
        ownYears: null,
        peersCompletion: null,
      };
      const facts = {
        target: targetAt(changes, month)?.amount ?? null,
        conditions: presets['three-measures'][kind],
        figures: of(year),
        baseline: of(year - 1).find((figure) => figure.month === 12)?.cumulative ?? null,
        lastYear: of(year - 1),
      };
      return { region, indicator: code, core, standing: standing({ ...input, ...facts }) };
    }),
  );
}

/** The worst level over the core indicators. */
function cityLevels(lines: readonly Line[]): Readonly<Record<string, Level>> {
  const core = lines.filter((line) => line.core);
  const ranked = rankCities(
    core.map(({ region, standing }) => ({ key: region, gapPoints: null, level: standing.level })),
  );
  return Object.fromEntries(ranked.toReversed().map(({ key, level }) => [key, level]));
}
