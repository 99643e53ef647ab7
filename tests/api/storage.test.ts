/** The room on the disk of the database: told before there is none. */
import { describe, expect, it } from 'vitest';
import { storageState } from '#api/health/storage.ts';
import { readConfig } from '#api/server/config.ts';
import { engine } from '#db/dialect';
import { demoApp } from '#tests/support/app.ts';

const mebi = 2 ** 20;
const gibi = 2 ** 30;
const { storageLimits } = readConfig({});

describe('storageState', () => {
  it.each([
    // 2 GiB are less than 10 % of 252 GiB, and 64 MiB less than 1 %: the sizes count.
    [252 * gibi, 2 * gibi, 'ok'],
    [252 * gibi, 2 * gibi - 1, 'low'],
    [252 * gibi, 64 * mebi, 'low'],
    [252 * gibi, 64 * mebi - 1, 'full'],
    // 10 % of 5,000 MiB are 500 MiB and 1 % are 50 MiB, less than 2 GiB and 64 MiB: the shares count.
    [5000 * mebi, 500 * mebi, 'ok'],
    [5000 * mebi, 500 * mebi - 1, 'low'],
    [5000 * mebi, 50 * mebi, 'low'],
    [5000 * mebi, 50 * mebi - 1, 'full'],
    [5000 * mebi, 0, 'full'],
  ] as const)('of %i bytes with %i free is %s', (totalBytes, freeBytes, state) => {
    expect(storageState({ totalBytes, freeBytes }, storageLimits)).toBe(state);
  });
});

/** What a supervisor and an administrator are told of a disk of 100 GiB. */
async function toldOf(freeBytes: number) {
  const office = await demoApp({ room: { folder: '/srv/xushi', freeBytes, totalBytes: 100 * gibi } });
  const ready = await office.anonymous.get('/api/ready', { 'accept-language': 'en' });
  const storage = await (await office.signedInAs('administrator')).get('/api/storage');
  return { status: ready.statusCode, ready: ready.json(), storage: storage.json() };
}

describe('the room on the disk', () => {
  it('is no matter of readiness while there is enough, and an administrator sees it all the same', async () => {
    const { status, ready, storage } = await toldOf(40 * gibi);
    expect([status, ready]).toEqual([200, { status: 'ready', failingJobs: [] }]);
    expect(storage).toEqual({
      disk: { folder: '/srv/xushi', freeBytes: 40 * gibi, totalBytes: 100 * gibi, state: 'ok' },
    });
  });

  it('is told where it is low, and requests are served', async () => {
    const { status, ready, storage } = await toldOf(gibi);
    expect([status, ready]).toEqual([
      200,
      { status: 'ready', failingJobs: [], storageLow: { freeBytes: gibi, totalBytes: 100 * gibi } },
    ]);
    expect(storage).toMatchObject({ disk: { state: 'low' } });
  });

  it('makes the office unready where there is hardly any, without a word to the public of where it is', async () => {
    const { status, ready, storage } = await toldOf(12.5 * mebi);
    expect([status, ready]).toMatchObject([
      503,
      { code: 'storage-full', detail: expect.stringContaining('Only 12.5 MiB of 100 GiB are free') },
    ]);
    expect(JSON.stringify(ready)).not.toContain('/srv');
    expect(storage).toMatchObject({ disk: { state: 'full' } });
  });

  it('is that of the file’s own disk, and nobody’s here where a server has the database', async () => {
    const { database } = await demoApp();
    const room = database.room();
    if (engine === 'postgres') return expect(room).toBeNull();
    expect(room?.freeBytes).toBeGreaterThan(0);
    expect(room?.totalBytes).toBeGreaterThanOrEqual(room?.freeBytes ?? 0);
    expect(database.address).toContain(room?.folder);
  });
});
