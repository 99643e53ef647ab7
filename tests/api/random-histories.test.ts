/** Whatever people do stays as it was sealed; any one change of a protected row behind them is found. */
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engine, type Database } from '#db/dialect';
import {
  auditEvents,
  checklistEvents,
  figures,
  interviewVersions,
  rules,
  submissionVersions,
  targetChanges,
} from '#db/schema.ts';
import { findCounters } from '#db/submissions.ts';
import { verifySeals } from '#db/verification.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, monthOf, ordinaryWith, wenzhou } from '#tests/support/reporting.ts';

const findingsIn = async ({ reader }: Database) => (await verifySeals(reader)).findings;

const explained = { cause: '开工推迟', remedies: '逐个项目明确日期' };

/** What anybody may try; some of it is refused, which is recorded too. */
const steps = {
  save: async (office: TestApp, city: string, value: number) => {
    const body = { ...explained, figures: ordinaryWith(2000 + value) };
    return (await office.signedInAs('bureau', city)).put(monthOf(city), body, await versionOf(office, city, 10));
  },
  submit: async (office: TestApp, city: string) =>
    (await office.signedInAs('bureau', city)).post(monthOf(city, 10, 'submit'), {}, await versionOf(office, city, 10)),
  accept: async (office: TestApp, city: string) =>
    (await office.signedInAs('official')).post(
      monthOf(city, 10, 'accept'),
      {},
      await versionOf(office, city, 10, 'sentVersion'),
    ),
  return: async (office: TestApp, city: string) =>
    (await office.signedInAs('official')).post(
      monthOf(city, 10, 'return'),
      { reason: '数据有误请核对' },
      await versionOf(office, city, 10, 'sentVersion'),
    ),
  correct: async (office: TestApp, city: string, value: number) =>
    (await office.signedInAs('bureau', city)).post(
      monthOf(city, 9, 'correct'),
      { reason: '漏报一个项目', figures: { 'green-demo': { cumulative: 20 + value } }, ...explained },
      await versionOf(office, city, 9),
    ),
  target: async (office: TestApp, city: string, value: number) =>
    (await office.signedInAs('official')).post(
      `/api/targets/2020/${city}/prefab-area`,
      { amount: 600 + value, effectiveMonth: 10, documentNumber: '〔2020〕9号', reason: '市政府申请调整' },
      basedOn(1 + (value % 2)),
    ),
  report: async (office: TestApp, city: string, value: number) =>
    (await office.signedInAs('bureau', city)).post(
      `/api/interviews/2020-10-15/items/${city}/2.${1 + (value % 5)}/report`,
      { note: '已报告完成情况' },
      basedOn(value % 3),
    ),
} as const;

/** The version that a month has now for whoever may change it: its bureau's own, or the one of what was sent. */
async function versionOf(
  { database }: TestApp,
  region: string,
  month: number,
  whose: 'version' | 'sentVersion' = 'version',
): Promise<Record<string, string>> {
  return basedOn((await findCounters(database.reader, { region, year: 2020, month }))[whose]);
}

const aStep = fc.record({
  what: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), // Object.keys loses the literal keys.
  city: fc.constantFrom(hangzhou, wenzhou, lishui),
  value: fc.integer({ min: 0, max: 40 }),
});

interface Protected {
  readonly table: typeof auditEvents;
  readonly keys: readonly string[];
  /** The columns that can be changed alone: those that refer to others would be refused by the database itself. */
  readonly columns: readonly string[];
}

/** Rows are read and changed by the names of their columns here, whatever their table. */
const protectedTable = (table: unknown, keys: string, columns: string): Protected => ({
  table: table as typeof auditEvents,
  keys: keys.split(' '),
  columns: columns.split(' '),
});

const tables = [
  protectedTable(rules, 'id version', 'nameZh nameEn conditions source effectiveYear effectiveMonth createdAt'),
  protectedTable(targetChanges, 'id', 'amount effectiveMonth documentNumber reason authoredAs decidedAt origin source'),
  protectedTable(
    submissionVersions,
    'id',
    'kind state asOf note cause remedies savedAs savedAt submittedAs submittedAt decidedAs decidedAt returnReason',
  ),
  protectedTable(figures, 'submissionVersion indicator', 'cumulative denominator origin source'),
  protectedTable(checklistEvents, 'id', 'at actedAs action note origin'),
  protectedTable(
    interviewVersions,
    'interview number',
    'at actedAs action reason heldOn titleZh noticeEn details origin',
  ),
  protectedTable(auditEvents, 'id', 'at actedAs role address action object outcome detail requestId'),
];

const aMutation = fc.record({ table: fc.nat(), row: fc.nat(), column: fc.nat(), by: fc.integer({ min: 1, max: 9 }) });

function changed(value: unknown, by: number, column: string): unknown {
  if (column === 'denominator') return Number(value) + by;
  if (value === null || typeof value === 'string') return `${value ?? ''}${by}`;
  if (typeof value === 'number') return value + by;
  return { ...Object(value), changed: by };
}

describe('whatever is done through the API', () => {
  it('is as it was sealed, and any one change of a protected row behind it is found', async () => {
    const office = await demoApp();
    const done = new Set<string>();
    for (const { what, city, value } of fc.sample(aStep, { numRuns: 150, seed: 2020 })) {
      const reply = await steps[what](office, city, value);
      if (reply.statusCode === 200) done.add(what);
      office.clock.advance(1);
    }
    // So that it is not a history of refusals.
    expect([...done].toSorted()).toEqual(Object.keys(steps).toSorted());
    expect(await findingsIn(office.database)).toEqual([]);
    const { database } = office;
    for (const mutation of fc.sample(aMutation, { numRuns: engine === 'sqlite' ? 80 : 25, seed: 7 })) {
      const { undo, what } = await mutate(database, mutation);
      expect((await verifySeals(database.reader)).total, what).toBeGreaterThan(0);
      await undo();
    }
    expect(await findingsIn(database)).toEqual([]);
  });
});

type Row = Readonly<Record<string, unknown>>;

/** Changes one column of one row, as somebody with the file would. */
async function mutate(database: Database, at: { table: number; row: number; column: number; by: number }) {
  const { table, keys, columns } = tables[at.table % tables.length]!;
  const all: readonly Row[] = await database.reader.select().from(table);
  const drafts = await database.reader
    .select({ id: submissionVersions.id })
    .from(submissionVersions)
    .where(eq(submissionVersions.state, 'draft'));
  // A draft may change, and so may its figures.
  const rows = all.filter((row) => !drafts.some(({ id }) => id === row['id'] || id === row['submissionVersion']));
  const row = rows[at.row % rows.length]!;
  const column = columns[at.column % columns.length]!;
  const properties = Object.entries(getTableColumns(table));
  const isRow = and(
    ...properties.filter(([name]) => keys.includes(name)).map(([name, key]) => sql`${key} = ${row[name]}`),
  );
  const set = (value: unknown) =>
    database.write((tx) =>
      tx
        .update(table)
        .set({ [column]: value })
        .where(isRow),
    );
  await set(changed(row[column], at.by, column));
  return { undo: () => set(row[column]), what: `${column} of ${JSON.stringify(row)}` };
}
