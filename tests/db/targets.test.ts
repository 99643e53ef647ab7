import { beforeEach, describe, expect, it } from 'vitest';
import { curves, indicators, regions } from '#db/schema.ts';
import type { Database } from '#db/dialect';
import { insertTargetChange, listTargetChanges } from '#db/targets.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author, curve, indicator, region } from './rows.ts';

let database: Database;
beforeEach(async () => {
  database = await emptyDatabase();
  await database.write(async (tx) => {
    await tx.insert(regions).values([region(), region('340200')]);
    await tx.insert(curves).values(curve);
    await tx.insert(indicators).values([indicator, { ...indicator, code: 'finished' }]);
  });
});

const line = {
  id: 'a',
  region: '340100',
  indicator: 'started',
  year: 2020,
  sequence: 1,
  amount: 100,
  effectiveMonth: 1,
  documentNumber: '1',
  reason: 'test',
  author: null,
  authoredAs: author('official'),
  decidedAt: '2020-01-20T02:00:00.000Z',
  origin: 'reported',
  source: null,
  documentDate: null,
  withdrawnBy: null,
  withdrawnAs: null,
  withdrawnAt: null,
  withdrawReason: null,
} as const;

describe('the ledger of targets', () => {
  it('takes one line a sequence and leaves it as it was', async () => {
    expect(await database.write((tx) => insertTargetChange(tx, line))).toBe(true);
    expect(await database.write((tx) => insertTargetChange(tx, { ...line, id: 'b', amount: 200 }))).toBe(false);
    expect(await listTargetChanges(database.reader, { years: [2020] })).toEqual([line]);
  });

  it('leaves out what was withdrawn, and has it for the days on which nobody knew yet', async () => {
    const withdrawn = { ...line, withdrawnAs: author('official'), withdrawnAt: '2020-03-10T02:00:00.000Z' };
    await database.write((tx) => insertTargetChange(tx, withdrawn));
    const at = async (knownAt?: string) =>
      (await listTargetChanges(database.reader, { years: [2020], ...(knownAt && { knownAt }) })).length;
    expect([await at(), await at('2020-01-01T00:00:00.000Z'), await at('2020-03-09T00:00:00.000Z')]).toEqual([0, 0, 1]);
    expect(await at('2020-03-11T00:00:00.000Z')).toBe(0);
  });

  it('is listed by region, indicator and year', async () => {
    const others = [
      { ...line, id: 'b', sequence: 2 },
      { ...line, id: 'c', indicator: 'finished' },
      { ...line, id: 'd', region: '340200' },
      { ...line, id: 'e', year: 2021 },
    ];
    for (const one of [line, ...others]) await database.write((tx) => insertTargetChange(tx, one));
    const cell = { years: [2020], regions: ['340100'], indicators: ['started'] };
    expect((await listTargetChanges(database.reader, cell)).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
