import { describe, expect, it } from 'vitest';
import { verifyPassword } from '#api/accounts/password.ts';
import type { Database } from '#db/dialect';
import { currentRevision } from '#db/revisions.ts';
import { listRules } from '#db/rules.ts';
import {
  checklistEvents,
  checklistItems,
  curves,
  figures,
  indicators,
  interviews,
  accounts,
  regions,
  requirementItems,
  rules,
  settings,
  submissions,
  submissionVersions,
  targetChanges,
} from '#db/schema.ts';
import { demonstrationAccounts } from '#seeds/demo/accounts.ts';
import { demonstrationStart } from '#seeds/demo/time.ts';
import { loadDemonstration, loadReference } from '#seeds/load.ts';
import { cityCodes } from '#seeds/reference/regions.ts';
import { indicatorRows } from '#seeds/reference/indicators.ts';
import { emptyDatabase } from '#tests/support/database.ts';

const now = new Date('2026-03-02T08:00:00.000Z');

async function demonstration(): Promise<Database> {
  const database = await emptyDatabase();
  await loadReference(database, now);
  await loadDemonstration(database, { now });
  return database;
}

/** What the rows say, in an order of their own, without the password's hash, which is salted anew each time. */
async function contentOf({ reader }: Database) {
  const tables = [
    regions,
    curves,
    indicators,
    rules,
    targetChanges,
    submissions,
    submissionVersions,
    figures,
    interviews,
  ];
  const others = [requirementItems, checklistItems, checklistEvents, settings];
  const rows = [];
  for (const table of [...tables, ...others]) rows.push(...(await reader.select().from(table)));
  const rowsOfAccounts = (await reader.select().from(accounts)).map((account) => ({ ...account, passwordHash: '' }));
  return [...rows, ...rowsOfAccounts].map((row) => JSON.stringify(row)).toSorted();
}

describe('reference data', () => {
  it('holds the province, eleven cities, the indicators, three curves, seventeen items and one rule', async () => {
    const database = await emptyDatabase();
    await loadReference(database, now);
    const { reader } = database;
    expect(await reader.$count(regions)).toBe(12);
    const codes = (await reader.select({ code: indicators.code }).from(indicators)).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['prefab-area', 'prefab-civil', 'prefab-share', 'steel-housing', 'green-demo']),
    );
    expect(codes).toHaveLength(indicatorRows.length);
    expect(await reader.$count(curves)).toBe(3);
    expect(await reader.$count(requirementItems)).toBe(17);
    expect(await listRules(reader)).toMatchObject([
      { id: 'three-measures', version: 1, effectiveYear: 2017, effectiveMonth: 1 },
    ]);
  });

  it('writes nothing the second time', async () => {
    const database = await emptyDatabase();
    await loadReference(database, now);
    const first = await contentOf(database);
    await loadReference(database, new Date('2027-01-01T00:00:00.000Z'));
    expect(await contentOf(database)).toEqual(first);
    expect(await currentRevision(database.reader)).toBe(1);
  });

  it('mends a row that differs and counts that as a change', async () => {
    const database = await emptyDatabase();
    await loadReference(database, now);
    await database.write(async (tx) => {
      await tx.update(regions).set({ nameEn: 'Nowhere' });
    });
    await loadReference(database, now);
    const names = (await database.reader.select().from(regions)).map(({ nameEn }) => nameEn);
    expect(names).toContain('Wenzhou');
    expect(names).not.toContain('Nowhere');
    expect(await currentRevision(database.reader)).toBe(2);
  });

  it("leaves an office's own rule, region and targets alone", async () => {
    const database = await demonstration();
    const zone = {
      code: '330483-port',
      parent: cityCodes.jiaxing,
      kind: 'zone',
      nameZh: '港区',
      nameEn: 'Port zone',
    } as const;
    await database.write(async (tx) => {
      await tx.update(rules).set({ nameEn: 'Ours', effectiveMonth: 3 });
      await tx.update(targetChanges).set({ reason: 'office' });
      const place = { shortZh: '港区', tileRow: null, tileColumn: null, position: 99 };
      await tx.insert(regions).values({ ...zone, ...place, validFrom: '2020-01-01', validTo: null });
    });
    const before = await contentOf(database);
    await loadReference(database, now);
    expect(await contentOf(database)).toEqual(before);
  });
});

describe('the demonstration', () => {
  it('is the same every time it is loaded', async () => {
    const first = await contentOf(await demonstration());
    expect(await contentOf(await demonstration())).toEqual(first);
  });

  it('is loaded once, and never into an office that has accounts', async () => {
    const database = await demonstration();
    const before = await contentOf(database);
    await loadDemonstration(database, { now });
    expect(await contentOf(database)).toEqual(before);
  });

  it('starts the clock of the office on Monday 19 October 2020 at nine in Shanghai', async () => {
    const { reader } = await demonstration();
    const rows = await reader.select().from(settings);
    const offset = Number(rows.find(({ key }) => key === 'demo-clock')?.value);
    expect(new Date(now.getTime() + offset).toISOString()).toBe('2020-10-19T01:00:00.000Z');
    expect(demonstrationStart).toBe('2020-10-19T01:00:00.000Z');
    expect(rows.find(({ key }) => key === 'demonstration')?.value).toBe('october-2020');
  });

  it('has the accounts that it names, one for each city and three for the department', async () => {
    const stored = await (await demonstration()).reader.select().from(accounts);
    expect(demonstrationAccounts.map(({ name }) => name).toSorted()).toEqual(stored.map(({ name }) => name).toSorted());
    expect(
      stored
        .filter(({ role }) => role === 'bureau')
        .map(({ region }) => region)
        .toSorted(),
    ).toEqual(Object.values(cityCodes).toSorted());
    expect(stored.every(({ mustChangePassword }) => !mustChangePassword)).toBe(true);
    const [hash, ...others] = new Set(stored.map(({ passwordHash }) => passwordHash));
    expect(others).toEqual([]);
    expect(await verifyPassword('xushi-demo-2020', hash ?? null)).toBe(true);
  });
});
