import { beforeAll, describe, expect, it } from 'vitest';
import { classify, type Database, type Writer } from '#db/dialect';
import { accounts, regions, submissions } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { region, submission } from './rows.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await database.write((tx) => tx.insert(regions).values(region()));
});

const person: typeof accounts.$inferInsert = {
  id: '1',
  name: 'hefei',
  titleZh: '合肥市',
  titleEn: 'Hefei',
  role: 'bureau',
  region: '340100',
  passwordHash: '',
  mustChangePassword: false,
  disabled: false,
  createdAt: '2020-01-01T00:00:00.000Z',
};

const troubleOf = (work: (tx: Writer) => Promise<unknown>) =>
  database.write(work).then(
    () => 'none',
    (error: unknown) => classify(error),
  );

describe('classify', () => {
  it('says unique for a second row with the same key', async () => {
    expect(await troubleOf(async (tx) => tx.insert(regions).values(region()))).toBe('unique');
  });

  it('says unique for a second row in a unique index', async () => {
    const twice = [person, { ...person, id: '2' }];
    expect(await troubleOf(async (tx) => tx.insert(accounts).values(twice))).toBe('unique');
  });

  it('says foreign-key for a row that refers to nothing', async () => {
    const orphan = { ...submission, region: '999999' };
    expect(await troubleOf(async (tx) => tx.insert(submissions).values(orphan))).toBe('foreign-key');
  });

  it('says foreign-key when a row that others refer to is deleted', async () => {
    const trouble = await troubleOf(async (tx) => {
      await tx.insert(submissions).values(submission);
      await tx.delete(regions);
    });
    expect(trouble).toBe('foreign-key');
  });

  it('says not-null for a missing value', async () => {
    const nameless = JSON.parse(JSON.stringify({ ...region('2'), nameZh: null }));
    expect(await troubleOf(async (tx) => tx.insert(regions).values(nameless))).toBe('not-null');
  });

  it('says other for anything that is not the database', () => {
    expect([new Error('x'), null, 'SQLITE_BUSY', { code: 'SQLITE_BUSY' }].map(classify)).toEqual([
      'other',
      'other',
      'other',
      'other',
    ]);
  });

  it('looks through the errors that wrap the driver’s', () => {
    const driver = Object.assign(new Error('driver'), { code: database.engine === 'sqlite' ? 'SQLITE_BUSY' : '55P03' });
    expect(classify(new Error('outer', { cause: new Error('inner', { cause: driver }) }))).toBe('busy');
  });
});
