/** What people do stays as it was sealed; whatever is changed behind them is found, told in words and keeps the office unready. */
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Integrity } from '#api/health/integrity.ts';
import { checkNewestSeals, verifyAllSeals } from '#api/server/seal-checks.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { wordsOf } from '#api/health/finding-words.ts';
import { engine, type Database } from '#db/dialect';
import {
  auditEvents,
  checklistEvents,
  figures,
  rules,
  settings,
  submissionVersions,
  targetChanges,
} from '#db/schema.ts';
import { findCounters } from '#db/submissions.ts';
import { verifySeals } from '#db/verification.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, monthOf, ordinary, wenzhou } from '#tests/support/reporting.ts';

const never = new AbortController().signal;
const findingsIn = async ({ reader }: Database) => (await verifySeals(reader)).findings;

const explained = { cause: '开工推迟', remedies: '逐个项目明确日期' };

/** What anybody may try; some of it is refused, which is recorded too. */
const steps = {
  save: async (office: TestApp, city: string, value: number) => {
    const { 'prefab-area': _left, ...others } = ordinary.figures;
    const body = { ...explained, figures: { ...others, 'prefab-area': { cumulative: 2000 + value } } };
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
  protectedTable(figures, 'submissionVersion indicator', 'value denominator origin source'),
  protectedTable(checklistEvents, 'id', 'at actedAs action note origin'),
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

/** A version of Hangzhou's October that went its whole way through the API. */
async function acceptedOctober() {
  const office = await demoApp();
  const [bureau, official] = [await office.signedInAs('bureau', hangzhou), await office.signedInAs('official')];
  await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
  await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
  expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(2))).statusCode).toBe(200);
  return office;
}

const hangzhouOctober = (table: typeof figures | typeof submissionVersions) =>
  sql`${table === figures ? figures.submissionVersion : submissionVersions.id} in (select id from submission_version where region = ${hangzhou} and year = 2020 and month = 10)`;

describe('the words of a finding', () => {
  it('say which city, month and indicator, what was sent and what is there, who accepted it and when', async () => {
    const { database } = await acceptedOctober();
    const isOurs = and(hangzhouOctober(figures), eq(figures.indicator, 'green-demo'));
    await database.write((tx) => tx.update(figures).set({ value: 23 }).where(isOurs));
    const [words, ...others] = await wordsOf(database.reader, await findingsIn(database));
    expect(others).toEqual([]);
    expect(words?.zh).toMatch(
      /^报送 2020-10 杭州市 1（已通过，official，2020-10-19 09:00） 被改动：.*示范.* 报送时为 22 现为 23（基本单位）$/,
    );
    expect(words?.en).toMatch(
      /^The submission 2020-10 Hangzhou 1 \(accepted, official, 2020-10-19 09:00\) was altered: .* was sent as 22 is now 23 \(base units\)$/,
    );
  });

  it('name an audit row that is gone by what, on what, who and when', async () => {
    const { database } = await acceptedOctober();
    await database.write((tx) => tx.delete(auditEvents).where(eq(auditEvents.action, 'submission.accept')));
    expect(await wordsOf(database.reader, await findingsIn(database))).toEqual([
      {
        zh: '审计记录 2020-10 杭州市（submission.accept，official，2020-10-19 09:00） 被删除（或改回草稿）',
        en: 'The audit row 2020-10 Hangzhou (submission.accept, official, 2020-10-19 09:00) was deleted, or made a draft again',
      },
    ]);
  });

  it('exist for every kind of finding, in both languages', async () => {
    const { database } = await demoApp();
    const about = { at: null, by: null, what: 'x', object: 'y' };
    const words = await wordsOf(database.reader, [
      { kind: 'inserted', subject: 'target_change:none', about },
      { kind: 'seal-altered', position: 3, about },
      { kind: 'seals-missing', from: 3, to: 5, after: '2020-10-19T01:00:00.000Z' },
      { kind: 'seals-missing', from: 3, to: 3, after: null },
      { kind: 'head' },
      { kind: 'key' },
    ]);
    expect(words.map(({ en }) => en)).toEqual([
      'The annual target y (x) was inserted, and not by the system',
      'Seal no. 3 (y (x)) was altered, or made with another key',
      'Seal no. 3–5 is missing (after 2020-10-19 09:00): its rows may be gone with it',
      'Seal no. 3 is missing: its rows may be gone with it',
      expect.stringContaining('rows at the end'),
      expect.stringContaining('put the right key back'),
    ]);
    for (const { zh } of words) expect(zh).toMatch(/\p{Script=Han}/u);
  });
});

const readiness = async ({ anonymous }: TestApp) =>
  (await anonymous.get('/api/ready', { 'accept-language': 'en' })).json();
const integrityOf = async (office: TestApp) =>
  (await (await office.signedInAs('administrator')).get('/api/integrity')).json<Integrity>();

async function daily(office: TestApp): Promise<void> {
  await enterJobs(office.app.services, [verifyAllSeals]);
  await runDueJobs(office.app.services, [verifyAllSeals], never);
}

describe('the daily check', () => {
  it('says that all is well, to administrators with figures, and leaves a row in the audit trail', async () => {
    const office = await demoApp();
    expect(await integrityOf(office)).toMatchObject({ checkedAt: null, total: 0 });
    const { rows, seals } = await verifySeals(office.database.reader);
    await daily(office);
    expect(rows).toBeGreaterThan(300);
    expect(await integrityOf(office)).toEqual({
      checkedAt: '2020-10-19T01:00:00.000Z',
      isWhole: true,
      rows,
      seals,
      total: 0,
      findings: [],
    });
    expect(await readiness(office)).toEqual({ status: 'ready', failingJobs: [] });
    expect(await office.database.reader.select().from(auditEvents)).toMatchObject([
      { action: 'system.verify-seals', role: 'system', detail: { rows, seals, total: 0 } },
    ]);
  });

  it('makes the office unready without a word to the public, and tells administrators what is wrong', async () => {
    const office = await demoApp();
    await office.database.write((tx) => tx.update(rules).set({ nameEn: 'Another' }));
    await daily(office);
    const ready = await office.anonymous.get('/api/ready', { 'accept-language': 'en' });
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'data-altered', errors: [] }),
    ]);
    expect(ready.body).not.toContain('rule');
    const { total, findings } = await integrityOf(office);
    expect([total, findings.map(({ en }) => en)]).toEqual([1, [expect.stringMatching(/^The rule .* was altered$/)]]);
    // What is served goes on.
    expect((await (await office.signedInAs('leader')).get('/api/overview?year=2020&month=9')).statusCode).toBe(200);
  });

  it('is ready again when the next check finds nothing', async () => {
    const office = await demoApp();
    const [rule] = await office.database.reader.select().from(rules);
    await office.database.write((tx) => tx.update(rules).set({ nameEn: 'Another' }));
    await daily(office);
    await office.database.write((tx) => tx.update(rules).set({ nameEn: rule!.nameEn }));
    office.clock.advance(24 * 60);
    await daily(office);
    expect(await readiness(office)).toMatchObject({ status: 'ready' });
  });

  it('takes what it said for altered where that cannot be read', async () => {
    const office = await demoApp();
    await office.database.write((tx) => tx.insert(settings).values({ key: 'seal.check', value: '{}' }));
    expect(await readiness(office)).toMatchObject({ code: 'data-altered' });
  });
});

describe('the check at start', () => {
  it('is silent and writes nothing where all is well', async () => {
    const office = await demoApp();
    expect(await checkNewestSeals(office.app.services)).toBe(null);
    expect(await office.database.reader.select().from(auditEvents)).toEqual([]);
  });

  it('says what is wrong, is unready at once, and has everything checked soon', async () => {
    const office = await demoApp();
    await daily(office);
    await office.database.write((tx) => tx.delete(auditEvents));
    expect(await checkNewestSeals(office.app.services)).toMatch(/^WARNING 警告.*\n {2}审计记录.*was deleted/);
    expect(await readiness(office)).toMatchObject({ code: 'data-altered' });
    expect(await integrityOf(office)).toMatchObject({ isWhole: false, total: 1 });
    expect(await runDueJobs(office.app.services, [verifyAllSeals], never)).toEqual(['verify-seals']);
    expect(await integrityOf(office)).toMatchObject({ isWhole: true, total: 1 });
  });
});
