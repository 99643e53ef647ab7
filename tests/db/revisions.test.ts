import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { currentRevision, listStandingChanges, raiseRevision } from '#db/revisions.ts';
import { regions, standingChanges } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
});

describe('the revision', () => {
  it('is 0 in an empty database', async () => {
    expect(await currentRevision(database.reader)).toBe(0);
  });

  it('rises by one each time and is what the reader sees', async () => {
    expect(await database.write(raiseRevision)).toBe(1);
    expect(await database.write(raiseRevision)).toBe(2);
    expect(await currentRevision(database.reader)).toBe(2);
  });

  it('does not rise with a unit of work that failed', async () => {
    const write = database.write(async (tx) => {
      await raiseRevision(tx);
      throw new Error('no');
    });
    await expect(write).rejects.toThrow('no');
    expect(await currentRevision(database.reader)).toBe(0);
  });
});

/** So many years of one city. */
const years = (count: number) => Array.from({ length: count }, (_, at) => ({ region: '330100', year: 1500 + at }));

describe('what changes of standings touched', () => {
  const touched = { region: '330100', year: 2020 };

  beforeEach(async () => {
    const city = { code: '330100', kind: 'city', nameZh: '杭州市', nameEn: 'Hangzhou', shortZh: '杭州' } as const;
    await database.write((tx) => tx.insert(regions).values({ ...city, position: 1, validFrom: '2001-01-01' }));
  });

  it('is known where each of them said so, and else not at all', async () => {
    await database.write(async (tx) => {
      for (const change of [[touched], [touched], null, [touched]]) await raiseRevision(tx, change);
    });
    expect(await listStandingChanges(database.reader, 0, 2)).toEqual([touched, touched]);
    expect(await listStandingChanges(database.reader, 3, 4)).toEqual([touched]);
    expect(await listStandingChanges(database.reader, 4, 4)).toEqual([]);
    expect(await listStandingChanges(database.reader, 1, 4)).toBeNull();
    // As where an older copy of the database was put back.
    expect(await listStandingChanges(database.reader, 9, 4)).toBeNull();
  });

  it('may be several regions’ years at once, for each of which it rises by one, and is not known of too many', async () => {
    const raised = await database.write(async (tx) => [
      await raiseRevision(tx, [touched]),
      // The same said twice is said once.
      await raiseRevision(tx, [...years(3), ...years(3)]),
      await raiseRevision(tx, years(256)),
      await raiseRevision(tx, years(257)),
      await raiseRevision(tx, []),
    ]);
    expect(raised).toEqual([1, 4, 260, 261, 262]);
    expect(await listStandingChanges(database.reader, 1, 4)).toEqual(years(3));
    expect(await listStandingChanges(database.reader, 4, 260)).toEqual(years(256));
    expect(await listStandingChanges(database.reader, 260, 261)).toBeNull();
    expect(await listStandingChanges(database.reader, 261, 262)).toBeNull();
    expect(await currentRevision(database.reader)).toBe(262);
  });

  it('is forgotten of old ones, so that it takes up no more room from year to year', async () => {
    await database.write(async (tx) => {
      for (let change = 0; change < 6; change += 1) await raiseRevision(tx, years(200));
    });
    expect(await listStandingChanges(database.reader, 688, 1200)).toHaveLength(512);
    expect((await database.reader.select().from(standingChanges)).length).toBeLessThanOrEqual(1024);
  });
});
