import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { regions } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { region } from '../rows.ts';

it('a long unit of work lets whoever only reads have a turn before it is committed', async () => {
  const database = await emptyDatabase();
  const codes = async () => {
    const rows = await database.reader.select({ code: regions.code }).from(regions).orderBy(asc(regions.code));
    return rows.map(({ code }) => code);
  };
  const read = Promise.withResolvers<readonly string[]>();
  await database.write(async (tx) => {
    await tx.insert(regions).values(region('1'));
    const until = performance.now() + 20;
    while (performance.now() < until);
    setImmediate(() => read.resolve(codes()));
  });
  expect(await read.promise).toEqual([]);
  expect(await codes()).toEqual(['1']);
});
