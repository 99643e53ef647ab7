import { describe, expect, it } from 'vitest';
import { deleteRepliesBefore, findIdempotentReply, hasRepliesBefore, insertIdempotentReply } from '#db/idempotency.ts';
import { insertAccount } from '#db/accounts.ts';
import { idempotencyKeys } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { person } from './rows.ts';

const reply = (key: string, createdAt: string) => ({
  account: 'lishui',
  key,
  endpoint: 'submission.submit',
  requestHash: 'hash',
  reply: '{}',
  createdAt,
});

async function withLishui() {
  const database = await emptyDatabase();
  await database.write((tx) => insertAccount(tx, person('lishui')));
  const keep = (key: string, at: string) => database.write((tx) => insertIdempotentReply(tx, reply(key, at)));
  return { database, keep };
}

describe('a reply kept for its key', () => {
  it('is there until those before an instant are cleared away', async () => {
    const { database, keep } = await withLishui();
    await keep('old', '2020-10-17T01:00:00.000Z');
    await keep('new', '2020-10-18T01:00:00.000Z');
    const before = '2020-10-17T01:00:00.001Z';
    expect(await hasRepliesBefore(database.reader, '2020-10-17T01:00:00.000Z')).toBe(false);
    expect(await hasRepliesBefore(database.reader, before)).toBe(true);
    expect(await findIdempotentReply(database.reader, 'lishui', 'old')).toBeDefined();
    expect(await database.write((tx) => deleteRepliesBefore(tx, before, 10))).toBe(1);
    expect(await findIdempotentReply(database.reader, 'lishui', 'old')).toBeUndefined();
    expect(await findIdempotentReply(database.reader, 'lishui', 'new')).toBeDefined();
    expect(await database.write((tx) => deleteRepliesBefore(tx, before, 10))).toBe(0);
  });

  it('is cleared away with the oldest first, no more at a time than asked for', async () => {
    const { database } = await withLishui();
    const rows = Array.from({ length: 150 }, (_, at) =>
      reply(`key-${at}`, new Date(Date.UTC(2020, 0, 1, 0, at)).toISOString()),
    );
    await database.write((tx) => tx.insert(idempotencyKeys).values(rows));
    const clear = () => database.write((tx) => deleteRepliesBefore(tx, '2020-10-19T01:00:00.000Z', 100));
    expect(await clear()).toBe(100);
    expect(await findIdempotentReply(database.reader, 'lishui', 'key-99')).toBeUndefined();
    expect(await findIdempotentReply(database.reader, 'lishui', 'key-100')).toBeDefined();
    expect(await clear()).toBe(50);
  });
});
