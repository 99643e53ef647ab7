import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { listIndicators } from '#db/indicators.ts';
import { curves, indicators, regions } from '#db/schema.ts';
import {
  findCounters,
  insertVersion,
  listAcceptedMonths,
  listCounters,
  listVersionRows,
  listVersions,
  listYearsInState,
  raiseCounters,
  replaceFigures,
  updateVersion,
  withFigures,
  type VersionRow,
} from '#db/submissions.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author, curve, indicator, region } from './rows.ts';

const [hefei, wuhu] = ['340100', '340200'];

const version = (of: string, year: number, month: number, number: number, state: VersionRow['state']): VersionRow => ({
  id: `${of}-${year}-${month}-${number}`,
  region: of,
  year,
  month,
  number,
  state,
  kind: 'submission',
  asOf: `${year}-0${month}-28`,
  note: '',
  cause: '',
  remedies: '',
  absences: null,
  words: null,
  savedBy: null,
  savedAs: author('hefei'),
  savedAt: '2020-10-01T00:00:00.000Z',
  submittedBy: null,
  submittedAs: null,
  submittedAt: null,
  decidedBy: null,
  decidedAs: null,
  decidedAt: null,
  returnReason: null,
  revokedBy: null,
  revokedAs: null,
  revokedAt: null,
  revokeReason: null,
  packageMonth: null,
  packageNumber: null,
  dueOn: null,
  load: null,
  partial: null,
  sourceFile: null,
});

const figure = (code: string, cumulative: number) =>
  ({ indicator: code, cumulative, denominator: null, origin: 'reported', source: null }) as const;

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await database.write(async (tx) => {
    await tx.insert(regions).values([region(hefei), region(wuhu)]);
    await tx.insert(curves).values(curve);
    await tx.insert(indicators).values([
      { ...indicator, code: 'third', position: 3 },
      { ...indicator, code: 'b-second', position: 2 },
      { ...indicator, code: 'a-second', position: 2 },
      { ...indicator, code: 'first', position: 1 },
    ]);
    for (const [of, year, month, number, state] of [
      [wuhu, 2020, 2, 1, 'submitted'],
      [hefei, 2020, 9, 2, 'accepted'],
      [hefei, 2020, 9, 1, 'returned'],
      [hefei, 2020, 3, 1, 'accepted'],
      [hefei, 2019, 5, 1, 'accepted'],
      [wuhu, 2020, 3, 1, 'accepted'],
      [wuhu, 2018, 3, 1, 'submitted'],
    ] as const) {
      await raiseCounters(tx, { region: of, year, month }, { version: 0, sentVersion: 0 }, 'draft');
      await insertVersion(tx, version(of, year, month, number, state), []);
    }
  });
});

const both = { years: [2019, 2020] };
const named = (rows: readonly { readonly region: string; readonly year: number; readonly month: number }[]) =>
  rows.map((row) => `${row.region} ${row.year}-${row.month}`);

describe('the versions of many months', () => {
  it('come by region, year and month, the newest of a month first', async () => {
    const rows = await listVersionRows(database.reader, both);
    expect(rows.map((row) => row.id)).toEqual([
      `${hefei}-2019-5-1`,
      `${hefei}-2020-3-1`,
      `${hefei}-2020-9-2`,
      `${hefei}-2020-9-1`,
      `${wuhu}-2020-2-1`,
      `${wuhu}-2020-3-1`,
    ]);
  });

  it('are of the years and the regions asked for', async () => {
    expect(named(await listVersionRows(database.reader, { years: [2019] }))).toEqual([`${hefei} 2019-5`]);
    expect(named(await listVersionRows(database.reader, { ...both, regions: [wuhu] }))).toEqual([
      `${wuhu} 2020-2`,
      `${wuhu} 2020-3`,
    ]);
    expect(await listVersionRows(database.reader, { years: [2020], regions: [] })).toEqual([]);
  });
});

describe('the counters of many months', () => {
  it('come by region, year and month, of the scope asked for', async () => {
    expect(named(await listCounters(database.reader, both))).toEqual([
      `${hefei} 2019-5`,
      `${hefei} 2020-3`,
      `${hefei} 2020-9`,
      `${wuhu} 2020-2`,
      `${wuhu} 2020-3`,
    ]);
    expect(named(await listCounters(database.reader, { years: [2018], regions: [hefei] }))).toEqual([]);
    expect(named(await listCounters(database.reader, { years: [2018], regions: [wuhu] }))).toEqual([`${wuhu} 2018-3`]);
  });

  it('rise in one month alone', async () => {
    const march = { region: hefei, year: 2020, month: 3 };
    expect(await database.write((tx) => raiseCounters(tx, march, { version: 1, sentVersion: 0 }, 'draft'))).toEqual({
      version: 2,
      sentVersion: 0,
    });
    const raised = (await listCounters(database.reader, { years: [2018, 2019, 2020] })).filter(
      (row) => row.version > 1,
    );
    expect(named(raised)).toEqual([`${hefei} 2020-3`]);
  });

  it('count a draft for its bureau, and what is sent for everybody', async () => {
    const march = { region: hefei, year: 2020, month: 3 };
    for (const change of ['draft', 'sent', 'draft'] as const) {
      const before = await findCounters(database.reader, march);
      const raised = await database.write((tx) => raiseCounters(tx, march, before, change));
      expect(raised).toEqual(await findCounters(database.reader, march));
    }
    expect(await findCounters(database.reader, march)).toEqual({ version: 4, sentVersion: 1 });
  });
});

describe('the months and years that have something', () => {
  it('accepted come newest first, each once', async () => {
    expect(await listAcceptedMonths(database.reader)).toEqual([
      { year: 2020, month: 9 },
      { year: 2020, month: 3 },
      { year: 2019, month: 5 },
    ]);
  });

  it('in a state come rising, each once', async () => {
    expect(await listYearsInState(database.reader, 'submitted')).toEqual([2018, 2020]);
    expect(await listYearsInState(database.reader, 'accepted')).toEqual([2019, 2020]);
    expect(await listYearsInState(database.reader, 'draft')).toEqual([]);
  });
});

describe('figures of versions', () => {
  const [older, newer] = [`${hefei}-2020-9-1`, `${hefei}-2020-9-2`];
  const key = { region: hefei, year: 2020, month: 9 };

  it('come with their own version, by indicator', async () => {
    await database.write(async (tx) => {
      await replaceFigures(tx, newer, [figure('third', 3), figure('first', 1)]);
      await replaceFigures(tx, older, [figure('b-second', 2)]);
    });
    const versions = await listVersions(database.reader, key);
    expect(versions.map((one) => [one.number, one.figures.map((row) => row.indicator)])).toEqual([
      [2, ['first', 'third']],
      [1, ['b-second']],
    ]);
    const given = await withFigures(database.reader, versions.toReversed());
    expect(given.map((one) => one.number)).toEqual([1, 2]);
    expect(await withFigures(database.reader, [])).toEqual([]);
  });

  it('are replaced in one version alone, and may be none', async () => {
    await database.write(async (tx) => {
      await replaceFigures(tx, newer, [figure('first', 1)]);
      await replaceFigures(tx, older, [figure('first', 2)]);
      await replaceFigures(tx, newer, []);
    });
    const versions = await listVersions(database.reader, key);
    expect(versions.map((one) => one.figures.map((row) => row.cumulative))).toEqual([[], [2]]);
  });

  it('stay as a state is changed, of one version alone', async () => {
    await database.write((tx) => updateVersion(tx, older, { state: 'accepted' }));
    const rows = await listVersionRows(database.reader, { years: [2018, 2019, 2020] });
    expect(rows.filter((row) => row.state === 'accepted').map((row) => row.id)).toContain(older);
    expect(rows.filter((row) => row.state === 'submitted')).toHaveLength(2);
  });
});

describe('indicators', () => {
  it('come in the order of the yearbook, of one place by their codes, each with its curve', async () => {
    const rows = await listIndicators(database.reader);
    expect(rows.map(({ code, pace }) => [code, pace.code])).toEqual([
      ['first', 'even'],
      ['a-second', 'even'],
      ['b-second', 'even'],
      ['third', 'even'],
    ]);
  });
});
