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

describe('what changes of standings touched', () => {
  const touched = { region: '330100', year: 2020 };

  beforeEach(async () => {
    const city = { code: '330100', kind: 'city', nameZh: '杭州市', nameEn: 'Hangzhou', shortZh: '杭州' } as const;
    await database.write((tx) => tx.insert(regions).values({ ...city, position: 1, validFrom: '2001-01-01' }));
  });

  it('is known where each of them said so, and else not at all', async () => {
    await database.write(async (tx) => {
      for (const change of [touched, touched, null, touched]) await raiseRevision(tx, change);
    });
    expect(await listStandingChanges(database.reader, 0, 2)).toEqual([touched, touched]);
    expect(await listStandingChanges(database.reader, 3, 4)).toEqual([touched]);
    expect(await listStandingChanges(database.reader, 4, 4)).toEqual([]);
    expect(await listStandingChanges(database.reader, 1, 4)).toBeNull();
    // As where an older copy of the database was put back.
    expect(await listStandingChanges(database.reader, 9, 4)).toBeNull();
  });

  it('is forgotten of old ones, so that it takes up no more room from year to year', async () => {
    await database.write(async (tx) => {
      for (let change = 0; change < 600; change += 1) await raiseRevision(tx, touched);
    });
    expect(await listStandingChanges(database.reader, 344, 600)).toHaveLength(256);
    expect((await database.reader.select().from(standingChanges)).length).toBeLessThanOrEqual(512);
  });
});
