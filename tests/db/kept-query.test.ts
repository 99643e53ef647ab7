import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { insertAccount } from '#db/accounts.ts';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from '#db/dialect/kept-query.ts';
import { notices } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { person } from './rows.ts';

type Row = typeof notices.$inferInsert;

const about = { interview: null, item: null, day: null, count: null, note: ',0?[1' };
const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  account: 'lishui',
  kind: 'month-due',
  about,
  occasion: id,
  at: '2020-10-17T01:00:00.000Z',
  readAt: null,
  mail: null,
  region: null,
  ...more,
});

const insert = keptQuery((tx: Writer, { rows }: { readonly rows: Row[] }) => tx.insert(notices).values(rows));

async function withNotices(rows: Row[]) {
  const database = await emptyDatabase();
  await database.write(async (tx) => {
    await insertAccount(tx, person('lishui'));
    await insert(tx, { rows });
  });
  return database;
}

interface Asked {
  readonly ids?: readonly string[] | undefined;
  readonly mail: string | null;
}

/** Counts how often it is built. */
function countingQuery() {
  const seen = { built: 0 };
  const ask = keptQuery((reader: Reader, { ids, mail }: Asked) => {
    seen.built += 1;
    return reader
      .select()
      .from(notices)
      .where(
        and(
          ids === undefined ? undefined : inArray(notices.id, [...ids]),
          mail === null ? undefined : eq(notices.mail, mail),
        ),
      )
      .orderBy(notices.id);
  });
  const idsOf = async (reader: Reader, asked: Asked) => (await ask(reader, asked)).map(({ id }) => id);
  return { seen, idsOf };
}

describe('a kept query', () => {
  it('is built once for each form of its values, and gives what each of them asks for', async () => {
    const { reader } = await withNotices([row('a'), row('b', { mail: 'm' }), row('c')]);
    const { seen, idsOf } = countingQuery();
    expect(await idsOf(reader, { ids: ['a', 'b'], mail: null })).toEqual(['a', 'b']);
    expect(await idsOf(reader, { ids: ['c', 'x'], mail: null })).toEqual(['c']);
    expect(seen.built).toBe(1);
    expect(await idsOf(reader, { ids: ['a'], mail: null })).toEqual(['a']);
    expect(await idsOf(reader, { ids: ['a', 'b'], mail: 'm' })).toEqual(['b']);
    expect(await idsOf(reader, { ids: [], mail: null })).toEqual([]);
    expect(await idsOf(reader, { ids: undefined, mail: null })).toEqual(['a', 'b', 'c']);
    expect(seen.built).toBe(5);
  });

  it('writes rows as they are given, with what is JSON, what is null and what is left out', async () => {
    const given = [row('a', { readAt: '2020-10-18T01:00:00.000Z' }), row('b', { mail: 'm' })];
    const database = await withNotices(given);
    const { mail: _left, ...without } = row('c');
    await database.write((tx) => insert(tx, { rows: [without] }));
    await database.write((tx) => insert(tx, { rows: [row('d', { about: { ...about, note: null } })] }));
    expect(await database.reader.select().from(notices).orderBy(notices.id)).toEqual([
      ...given,
      row('c'),
      row('d', { about: { ...about, note: null } }),
    ]);
  });

  it('is not kept for each length of a long list', async () => {
    const { reader } = await withNotices([row('a')]);
    const { seen, idsOf } = countingQuery();
    const ids = [...Array.from({ length: 99 }, (_, at) => `x${at}`), 'a'];
    expect(await idsOf(reader, { ids, mail: null })).toEqual(['a']);
    expect(await idsOf(reader, { ids, mail: null })).toEqual(['a']);
    expect(seen.built).toBe(2);
  });
});
