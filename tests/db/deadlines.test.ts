import { beforeEach, describe, expect, it } from 'vitest';
import { insertDeadline, listDeadlines, type DeadlineRow } from '#db/deadlines.ts';
import type { Database } from '#db/dialect';
import { regions } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author, region } from './rows.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await database.write((tx) => tx.insert(regions).values(region()));
});

const decision: DeadlineRow = {
  id: 'a',
  year: 2020,
  month: 10,
  sequence: 1,
  region: null,
  onTimeDay: '2020-11-10',
  closesOn: null,
  reason: 'test',
  author: null,
  authoredAs: author('official'),
  decidedAt: '2020-10-19T01:00:00.000Z',
};

const idsOf = async (years: readonly number[]) => (await listDeadlines(database.reader, years)).map(({ id }) => id);

describe('the decisions on deadlines', () => {
  it('take one row a month and sequence, exceptions counted with the others, and leave it as it was', async () => {
    const exception = { ...decision, id: 'b', region: '340100', closesOn: '2020-11-20' };
    expect(await database.write((tx) => insertDeadline(tx, decision))).toBe(true);
    expect(await database.write((tx) => insertDeadline(tx, exception))).toBe(false);
    expect(await listDeadlines(database.reader, [2020])).toEqual([decision]);
    expect(await database.write((tx) => insertDeadline(tx, { ...exception, sequence: 2 }))).toBe(true);
    expect(await listDeadlines(database.reader, [2020])).toEqual([decision, { ...exception, sequence: 2 }]);
  });

  it('are listed by year, month and sequence, of the years that are asked for', async () => {
    const others = [
      { ...decision, id: 'e', year: 2021, month: 1 },
      { ...decision, id: 'd', month: 12 },
      { ...decision, id: 'c', sequence: 2 },
      { ...decision, id: 'b', month: 2 },
    ];
    for (const one of [...others, decision]) await database.write((tx) => insertDeadline(tx, one));
    expect(await idsOf([2020])).toEqual(['b', 'a', 'c', 'd']);
    expect(await idsOf([2021, 2020])).toEqual(['b', 'a', 'c', 'd', 'e']);
    expect(await idsOf([])).toEqual([]);
  });
});
