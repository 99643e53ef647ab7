import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { currentRevision, raiseRevision } from '#db/revisions.ts';
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
