/** What was changed behind the program is told in words, and keeps the office unready until somebody has looked. */
import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Integrity } from '#api/health/integrity.ts';
import { checkNewestSeals, verifyAllSeals } from '#api/server/seal-checks.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { wordsOf } from '#api/health/finding-words.ts';
import type { Database } from '#db/dialect';
import { auditEvents, figures, rules, settings, submissionVersions } from '#db/schema.ts';
import { verifySeals } from '#db/verification.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, monthOf, ordinary } from '#tests/support/reporting.ts';

const never = new AbortController().signal;
const findingsIn = async ({ reader }: Database) => (await verifySeals(reader)).findings;

/** A version of Hangzhou's October that went its whole way through the API. */
async function acceptedOctober() {
  const office = await demoApp();
  const [bureau, official] = [await office.signedInAs('bureau', hangzhou), await office.signedInAs('official')];
  await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
  await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
  expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
  return office;
}

const hangzhouOctober = (table: typeof figures | typeof submissionVersions) =>
  sql`${table === figures ? figures.submissionVersion : submissionVersions.id} in (select id from submission_version where region = ${hangzhou} and year = 2020 and month = 10)`;

describe('the words of a finding', () => {
  it('say which city, month and indicator, what was sent and what is there, who accepted it and when', async () => {
    const { database } = await acceptedOctober();
    const isOurs = and(hangzhouOctober(figures), eq(figures.indicator, 'green-demo'));
    await database.write((tx) => tx.update(figures).set({ cumulative: 23 }).where(isOurs));
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
