import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { regions, submissions } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { region, submission } from './rows.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
});

const codes = async () => {
  const rows = await database.reader.select({ code: regions.code }).from(regions).orderBy(asc(regions.code));
  return rows.map(({ code }) => code);
};

/** A promise and the way to keep it, so that two units of work can be made to meet. */
const signal = () => Promise.withResolvers<undefined>();

describe('write', () => {
  it('commits everything and returns what the work returns', async () => {
    const result = await database.write(async (tx) => {
      await tx.insert(regions).values(region('1'));
      await tx.insert(regions).values(region('2'));
      return 'done';
    });
    expect(result).toBe('done');
    expect(await codes()).toEqual(['1', '2']);
  });

  it('keeps nothing when the work throws, and throws the same error', async () => {
    const mistake = new Error('second thoughts');
    const write = database.write(async (tx) => {
      await tx.insert(regions).values(region('1'));
      throw mistake;
    });
    await expect(write).rejects.toBe(mistake);
    expect(await codes()).toEqual([]);
  });

  it('keeps nothing when a later row is refused', async () => {
    const write = database.write(async (tx) => {
      await tx.insert(regions).values(region('1'));
      await tx.insert(regions).values([region('2'), region('1')]);
    });
    await expect(write).rejects.toThrow();
    expect(await codes()).toEqual([]);
  });

  it('goes on after a failed one', async () => {
    await expect(database.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await database.write((tx) => tx.insert(regions).values(region('1')));
    expect(await codes()).toEqual(['1']);
  });

  it('lets the work read what it has written', async () => {
    const seen = await database.write(async (tx) => {
      await tx.insert(regions).values(region('1'));
      return tx.$count(regions);
    });
    expect(seen).toBe(1);
  });

  it('refuses a write inside a write, and both leave nothing', async () => {
    const write = database.write(async (tx) => {
      await tx.insert(regions).values(region('1'));
      await database.write((inner) => inner.insert(regions).values(region('2')));
    });
    await expect(write).rejects.toThrow('write() inside write()');
    expect(await codes()).toEqual([]);
  });

  it('is not mistaken for nested when it is started by work that outlived its unit', async () => {
    const over = signal();
    let later: Promise<unknown> = Promise.resolve();
    await database.write(async () => {
      later = over.promise.then(() => database.write((tx) => tx.insert(regions).values(region('1'))));
    });
    over.resolve(undefined);
    await later;
    expect(await codes()).toEqual(['1']);
  });

  it('shows a reader all of a unit or nothing of it, never a part', async () => {
    const half = signal();
    const write = database.write(async (tx) => {
      await tx.insert(regions).values(region('1'));
      half.resolve(undefined);
      await new Promise(setImmediate);
      await tx.insert(regions).values(region('2'));
    });
    await half.promise;
    expect([[], ['1', '2']]).toContainEqual(await codes());
    await write;
    expect(await codes()).toEqual(['1', '2']);
  });

  it('adds up when twenty units change the same row at once', async () => {
    await database.write(async (tx) => {
      await tx.insert(regions).values(region());
      await tx.insert(submissions).values(submission);
    });
    const raise = () =>
      database.write(async (tx) => {
        const [row] = await tx.select().from(submissions);
        await tx.update(submissions).set({ version: (row?.version ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, raise));
    const [row] = await database.reader.select().from(submissions);
    // It begins at 1.
    expect(row?.version).toBe(21);
  });
});

const change = (version: number) =>
  database.write((tx) =>
    tx
      .update(submissions)
      .set({ version: version + 1 })
      .where(and(eq(submissions.region, '340100'), eq(submissions.version, version)))
      .returning(),
  );

describe('an optimistic update', () => {
  it('changes no row when the version is stale', async () => {
    await database.write(async (tx) => {
      await tx.insert(regions).values(region());
      await tx.insert(submissions).values(submission);
    });
    expect(await change(1)).toHaveLength(1);
    expect(await change(1)).toHaveLength(0);
  });

  it('lets exactly one of two at the same time through', async () => {
    await database.write(async (tx) => {
      await tx.insert(regions).values(region());
      await tx.insert(submissions).values(submission);
    });
    const rows = await Promise.all([change(1), change(1)]);
    expect(rows.map(({ length }) => length).toSorted()).toEqual([0, 1]);
  });
});

describe('dataVersion', () => {
  it('stays while nothing is committed and differs after every commit', async () => {
    const before = await database.dataVersion();
    await codes();
    expect(await database.dataVersion()).toBe(before);
    await database.write((tx) => tx.insert(regions).values(region('1')));
    const after = await database.dataVersion();
    expect(after).not.toBe(before);
    await database.write((tx) => tx.insert(regions).values(region('2')));
    expect(await database.dataVersion()).not.toBe(after);
  });
});

describe('check', () => {
  it('passes on a sound database', async () => {
    await expect(database.check()).resolves.toBeUndefined();
  });
});
