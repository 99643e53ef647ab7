import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { curves, indicators, regions, rules, targetChanges } from '#db/schema.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { author, curve, indicator, region, target } from './rows.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await database.write(async (tx) => {
    await tx.insert(regions).values(region());
    await tx.insert(curves).values(curve);
    await tx.insert(indicators).values(indicator);
  });
});

describe('what is stored', () => {
  it.each(['合肥市', '新开工装配式建筑面积（万㎡）', "𠮷野 ㎡ “引号” '; drop table region; --", ' a\r\nb\t', ''])(
    'keeps the text %j',
    async (text) => {
      await database.write((tx) => tx.update(regions).set({ nameZh: text }).where(eq(regions.code, '340100')));
      expect(await database.reader.select({ text: regions.nameZh }).from(regions)).toEqual([{ text }]);
    },
  );

  it('keeps nothing as null, never as empty text or 0', async () => {
    const [row] = await database.reader.select().from(regions);
    expect(row).toMatchObject({ parent: null, tileRow: null, validTo: null });
  });

  it.each([true, false])('keeps the flag %s', async (core) => {
    await database.write((tx) => tx.update(indicators).set({ core }).where(eq(indicators.code, 'started')));
    expect(await database.reader.select({ core: indicators.core }).from(indicators)).toEqual([{ core }]);
  });

  it('keeps JSON as it was given: values, nesting, and the order of keys', async () => {
    const behind = { measure: 'scheduleRatio', operator: 'below', number: 0.85 } as const;
    const watch = { any: [{ number: 0.95, operator: 'below', measure: 'scheduleRatio' }, { all: [behind] }] } as const;
    const conditions = { stock: { watch, behind }, flow: { behind, watch }, ratio: { behind, watch } };
    const row = {
      nameZh: '规则',
      nameEn: 'Rule',
      source: '',
      author: null,
      authoredAs: author('test'),
      effectiveYear: 2020,
      effectiveMonth: 1,
    };
    const values = { ...row, id: 'r', version: 1, conditions, createdAt: '2020-01-01T00:00:00.000Z' };
    await database.write((tx) => tx.insert(rules).values(values));
    const [kept] = await database.reader.select().from(rules);
    expect(JSON.stringify(kept?.conditions)).toBe(JSON.stringify(conditions));
  });

  it('keeps a list of fractions', async () => {
    expect(await database.reader.select({ points: curves.points }).from(curves)).toEqual([{ points: curve.points }]);
  });
});

describe('a quantity', () => {
  // 2^53 − 1 base units are 900 719 925 474.0991 万㎡, far beyond any figure.
  const amounts = [0, -1, 6_520_000, 2 ** 31, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

  it('is exact up to 2^53 − 1', async () => {
    await database.write((tx) => tx.insert(targetChanges).values(amounts.map((amount, at) => target(amount, at + 1))));
    const rows = await database.reader
      .select({ amount: targetChanges.amount })
      .from(targetChanges)
      .orderBy(asc(targetChanges.sequence));
    expect(rows.map(({ amount }) => amount)).toEqual(amounts);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', async (amount) => {
    const write = database.write(async (tx) => {
      await tx.insert(targetChanges).values(target(amount, 99));
    });
    await expect(write).rejects.toThrow('not a whole number');
  });
});

describe('an integer', () => {
  it.each([2.5, 2 ** 31])('refuses %d', async (position) => {
    const write = database.write(async (tx) => {
      await tx.update(regions).set({ position });
    });
    await expect(write).rejects.toThrow('not a whole number');
  });
});
