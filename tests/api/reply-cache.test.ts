import { describe, expect, it } from 'vitest';
import { replyCache } from '#api/http/reply-cache.ts';
import { raiseRevision } from '#db/revisions.ts';
import { emptyDatabase } from '#tests/support/database.ts';

describe('a reply cache', () => {
  it('makes a value once, and anew after a change of a standing', async () => {
    const database = await emptyDatabase();
    const cache = replyCache(database);
    let made = 0;
    const ask = () => cache.of('number', () => (made += 1));
    expect([await ask(), await ask()]).toEqual([1, 1]);
    await database.write((tx) => raiseRevision(tx));
    expect([await ask(), await ask()]).toEqual([2, 2]);
  });

  it('makes one value for those who ask at the same time', async () => {
    const cache = replyCache(await emptyDatabase());
    let made = 0;
    const ask = () => cache.of('number', async () => (made += 1));
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  });

  it('keeps no failure: the next one who asks has it made again', async () => {
    const cache = replyCache(await emptyDatabase());
    let asked = 0;
    const ask = () =>
      cache.of('number', () => {
        asked += 1;
        if (asked === 1) throw new Error('busy');
        return asked;
      });
    await expect(ask()).rejects.toThrow('busy');
    expect(await ask()).toBe(2);
    expect(await ask()).toBe(2);
  });

  it('renews what outlives changes once after each, from what it was', async () => {
    const database = await emptyDatabase();
    const cache = replyCache(database);
    const ask = () => cache.renewed<number>('sum', async (kept = 0) => kept + 1);
    expect([await ask(), await ask()]).toEqual([1, 1]);
    await database.write((tx) => raiseRevision(tx));
    expect([await ask(), await ask()]).toEqual([2, 2]);
  });

  it('forgets all rather than growing without bound', async () => {
    const cache = replyCache(await emptyDatabase());
    let made = 0;
    const ask = (key: number) => cache.of(`key ${key}`, () => (made += 1));
    for (let key = 0; key < 256; key += 1) await ask(key);
    expect([await ask(0), made]).toEqual([1, 256]);
    await ask(256);
    expect([await ask(0), made]).toEqual([258, 258]);
  });
});
