import { describe, expect, it } from 'vitest';
import { findIdempotentReply, insertIdempotentReply } from '#db/idempotency.ts';
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
  it('is there for 48 hours by the office’s clock, and gone at the next command after them', async () => {
    const { database, keep } = await withLishui();
    await keep('old', '2020-10-17T01:00:00.000Z');
    await keep('new', '2020-10-18T01:00:00.000Z');
    // 48 hours to the millisecond after the first.
    await keep('then', '2020-10-19T01:00:00.000Z');
    expect(await findIdempotentReply(database.reader, 'lishui', 'old')).toBeDefined();
    await keep('later', '2020-10-19T01:00:00.001Z');
    expect(await findIdempotentReply(database.reader, 'lishui', 'old')).toBeUndefined();
    expect(await database.reader.$count(idempotencyKeys)).toBe(3);
  });

  it('does not make one command clear away a year: a hundred go at a time, the oldest first', async () => {
    const { database, keep } = await withLishui();
    const rows = Array.from({ length: 150 }, (_, at) =>
      reply(`key-${at}`, new Date(Date.UTC(2020, 0, 1, 0, at)).toISOString()),
    );
    await database.write((tx) => tx.insert(idempotencyKeys).values(rows));
    await keep('first', '2020-10-19T01:00:00.000Z');
    expect(await database.reader.$count(idempotencyKeys)).toBe(51);
    expect(await findIdempotentReply(database.reader, 'lishui', 'key-99')).toBeUndefined();
    expect(await findIdempotentReply(database.reader, 'lishui', 'key-100')).toBeDefined();
    await keep('second', '2020-10-19T01:00:01.000Z');
    expect(await database.reader.$count(idempotencyKeys)).toBe(2);
  });
});
