/** A folder of the embedded PostgreSQL, which PGlite itself must not open twice. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#db/dialect/pglite-places.ts';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { migrate } from '#db/migrate.ts';
import { settings } from '#db/schema.ts';
import { opened, temporaryFolder } from '#tests/support/database.ts';

describe('a folder that is opened twice', () => {
  it('is one database until the last has closed it, and is there again afterwards', async () => {
    const address = `pglite:${join(temporaryFolder(), 'data')}`;
    const first = await opened(address);
    const second = await opened(address);
    await migrate(first);
    await first.write(async (tx) => void (await tx.insert(settings).values({ key: 'a', value: '1' })));
    expect(await second.reader.select().from(settings)).toEqual([{ key: 'a', value: '1' }]);

    await first.close();
    await expect(first.reader.select().from(settings)).rejects.toThrow();
    await expect(first.check()).rejects.toThrow('does not answer');
    await second.write(async (tx) => void (await tx.insert(settings).values({ key: 'b', value: '2' })));
    await second.close();
    await expect(second.check()).rejects.toThrow('does not answer');

    const third = await opened(address);
    expect(await third.reader.select().from(settings).orderBy(settings.key)).toEqual([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ]);
  });
});

const missing = () => Promise.reject(Object.assign(new Error('no package'), { code: 'ERR_MODULE_NOT_FOUND' }));

describe('the embedded PostgreSQL', () => {
  it('says what to do where its package is not installed', async () => {
    const opening = openEmbedded('memory', missing);
    await expect(opening).rejects.toBeInstanceOf(DatabaseRefusal);
    await expect(opening).rejects.toThrow('--omit=dev');
  });
});
