import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { listAcceptedFigures, listPendingFigures } from '#db/figures.ts';
import { curves, indicators, regions, targetChanges } from '#db/schema.ts';
import {
  findCounters,
  insertVersion,
  listVersions,
  raiseCounters,
  replaceFigures,
  updateVersion,
} from '#db/submissions.ts';
import type { VersionRow } from '#db/submissions.ts';
import { listTargetChanges } from '#db/targets.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author, curve, indicator, region, target } from './rows.ts';

const september = { region: '340100', year: 2020, month: 9 } as const;

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await database.write(async (tx) => {
    await tx.insert(regions).values([region(), region('340200')]);
    await tx.insert(curves).values(curve);
    await tx.insert(indicators).values([indicator, { ...indicator, code: 'civil', position: 2 }]);
    await raiseCounters(tx, september, { version: 0, sentVersion: 0 }, 'draft');
  });
});

const version = (number: number, state: VersionRow['state'], more: Partial<VersionRow> = {}): VersionRow => ({
  ...september,
  id: `version-${more.region ?? september.region}-${more.month ?? 9}-${number}`,
  number,
  state,
  kind: 'submission',
  asOf: '2020-09-30',
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
  ...more,
});

const figure = (cumulative: number, code = 'started') =>
  ({ indicator: code, cumulative, denominator: null, origin: 'reported', source: null }) as const;

const store = (row: VersionRow, ...figures: ReturnType<typeof figure>[]) =>
  database.write((tx) => insertVersion(tx, row, figures));

/** Whether the counter could be raised from this version. */
const raise = async (version: number): Promise<boolean> =>
  (await database.write((tx) => raiseCounters(tx, september, { version, sentVersion: 0 }, 'draft'))) !== null;

const accepted = async () => {
  const rows = await listAcceptedFigures(database.reader, { years: [2020] });
  return rows.map((row) => [row.indicator, row.asOf, row.cumulative]);
};

describe('accepted figures', () => {
  it('are those of accepted versions alone', async () => {
    await store(version(1, 'returned'), figure(1));
    await store(version(2, 'submitted'), figure(2));
    await store(version(3, 'draft'), figure(3));
    expect(await accepted()).toEqual([]);
    await database.write((tx) => updateVersion(tx, version(2, 'submitted').id, { state: 'accepted' }));
    expect(await accepted()).toEqual([['started', '2020-09-30', 2]]);
  });

  it('are as of the newest day, whichever version was accepted last', async () => {
    await store(version(1, 'accepted', { asOf: '2020-09-20' }), figure(20));
    await store(version(2, 'accepted', { asOf: '2020-09-28' }), figure(28));
    await store(version(3, 'accepted', { asOf: '2020-09-25' }), figure(25));
    expect(await accepted()).toEqual([['started', '2020-09-28', 28]]);
  });

  it('are those of the highest number as of the same day, indicator by indicator', async () => {
    await store(version(9, 'accepted'), figure(9), figure(4, 'civil'));
    await store(version(10, 'accepted', { kind: 'correction' }), figure(10));
    expect(await accepted()).toEqual([
      ['civil', '2020-09-30', 4],
      ['started', '2020-09-30', 10],
    ]);
  });

  it('come by region, year and month, of the years and regions asked for', async () => {
    const other = { ...september, region: '340200' };
    const august = { ...september, month: 8 };
    await database.write(async (tx) => {
      await raiseCounters(tx, other, { version: 0, sentVersion: 0 }, 'draft');
      await raiseCounters(tx, august, { version: 0, sentVersion: 0 }, 'draft');
    });
    await store(version(1, 'accepted', other), figure(1));
    await store(version(1, 'accepted'), figure(2));
    await store(version(1, 'accepted', august), figure(3));
    const all = await listAcceptedFigures(database.reader, { years: [2019, 2020] });
    expect(all.map(({ region, month }) => `${region}/${month}`)).toEqual(['340100/8', '340100/9', '340200/9']);
    expect(await listAcceptedFigures(database.reader, { years: [2020], regions: ['340200'] })).toHaveLength(1);
    expect(await listAcceptedFigures(database.reader, { years: [2019] })).toEqual([]);
    expect(await listAcceptedFigures(database.reader, { years: [], regions: [] })).toEqual([]);
  });
});

describe('pending figures', () => {
  it('are those that wait for review', async () => {
    await store(version(1, 'accepted', { asOf: '2020-09-20' }), figure(20));
    await store(version(2, 'submitted', { submittedAt: '2020-10-02T00:00:00.000Z' }), figure(30));
    expect(await listPendingFigures(database.reader, { years: [2020] })).toMatchObject([
      { indicator: 'started', cumulative: 30, submittedAt: '2020-10-02T00:00:00.000Z' },
    ]);
  });
});

describe('the counter of a month', () => {
  it('rises from the one that a change was based on, and from no other', async () => {
    expect(await raise(0)).toBe(false);
    expect(await raise(2)).toBe(false);
    expect(await raise(1)).toBe(true);
    expect(await raise(1)).toBe(false);
    expect(await findCounters(database.reader, september)).toEqual({ version: 2, sentVersion: 0 });
    expect(await findCounters(database.reader, { ...september, month: 10 })).toEqual({ version: 0, sentVersion: 0 });
  });

  it('lets one of two writers pass who knew the same one', async () => {
    const results = await Promise.all([raise(1), raise(1)]);
    expect(results.toSorted()).toEqual([false, true]);
  });
});

describe('versions', () => {
  it('come newest first, each with its figures', async () => {
    await store(version(1, 'returned'), figure(1));
    await store(version(2, 'draft'), figure(2), figure(1, 'civil'));
    await database.write((tx) => replaceFigures(tx, version(2, 'draft').id, [figure(5)]));
    const versions = await listVersions(database.reader, september);
    expect(versions.map(({ number, figures }) => [number, figures.map(({ cumulative }) => cumulative)])).toEqual([
      [2, [5]],
      [1, [1]],
    ]);
  });
});

describe('the ledger of targets', () => {
  it('comes by region, indicator, year and sequence', async () => {
    await database.write((tx) => tx.insert(targetChanges).values([target(650, 2), target(600, 1)]));
    const changes = await listTargetChanges(database.reader, { years: [2020], regions: ['340100'] });
    expect(changes.map(({ amount }) => amount)).toEqual([600, 650]);
    expect(await listTargetChanges(database.reader, { years: [2020], regions: ['340200'] })).toEqual([]);
  });
});
