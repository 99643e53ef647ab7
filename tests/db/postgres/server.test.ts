/** What only PostgreSQL does: units that met are repeated, and copies are its own tool's work. */
import { beforeAll, describe, expect, it } from 'vitest';
import { classify, type Database } from '#db/dialect';
import { settings } from '#db/schema.ts';
import { emptyDatabase, opened } from '#tests/support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
});

const met = () => Object.assign(new Error('could not serialize access'), { code: '40001' });

describe('write', () => {
  it('repeats a unit of work that met another, and keeps only the last try', async () => {
    let tries = 0;
    await database.write(async (tx) => {
      tries += 1;
      await tx.insert(settings).values({ key: String(tries), value: '' });
      if (tries < 3) throw met();
    });
    expect(await database.reader.select({ key: settings.key }).from(settings)).toEqual([{ key: '3' }]);
  });

  it('goes on for four seconds, then gives up with the server’s error', async () => {
    let tries = 0;
    const begun = performance.now();
    const write = database.write(async () => {
      tries += 1;
      throw met();
    });
    await expect(write).rejects.toThrow('could not serialize access');
    expect((performance.now() - begun) / 1000).toBeCloseTo(4.2, 0);
    // More than chance meetings take; the pauses keep two processes from meeting for ever.
    expect(tries).toBeGreaterThan(6);
  });
});

describe('classify', () => {
  it('says unreachable for the driver’s own words about a lost connection', () => {
    const driver = new Error('Connection terminated unexpectedly');
    expect(classify(new Error('Failed query', { cause: driver }))).toBe('unreachable');
  });
});

describe('backup', () => {
  it('names the tool to use', async () => {
    await expect(database.backup('/tmp/never')).rejects.toThrow('pg_dump');
  });
});

describe('opening', () => {
  it('says what to check when no server answers, without showing the password', async () => {
    // Port 1 is never a database.
    const refusal = opened('postgres://xushi:s3cret@127.0.0.1:1/xushi');
    await expect(refusal).rejects.toThrow(/xushi:…@127\.0\.0\.1:1\/xushi does not answer .*ECONNREFUSED/);
  });

  it('refuses an address of the other engine', async () => {
    await expect(opened('file:data/xushi.db')).rejects.toThrow('file:data/xushi.db is not one of postgres');
  });
});
