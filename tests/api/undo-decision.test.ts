/** Undoing a decision: for ten seconds, by whoever made it, as a step that the trail keeps; nobody is told of what never stood. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { historyBefore } from '#api/assessments/history.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { sendMail } from '#api/server/mail-job.ts';
import { verifySeals } from '#db/verification.ts';
import type { reviewQueue, UndoableDecision } from '#api/submissions/review-contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import { auditEvents, notices, submissionVersions } from '#db/schema.ts';
import { eq } from 'drizzle-orm';
import { demoApp, type Caller } from '#tests/support/app.ts';
import { basedOn, hangzhou, monthOf, ordinary, submissionIn, submittedOctober } from '#tests/support/reporting.ts';
import { secondOfficial } from '#tests/support/second-official.ts';

const reason = { reason: '请核对面积口径' };

const decide = (caller: Caller, command: 'accept' | 'return' | 'undo', version: number, region = hangzhou) =>
  caller.post(monthOf(region, 10, command), command === 'return' ? reason : {}, basedOn(version));

const codeOf = async (reply: ReturnType<typeof decide>): Promise<string> => (await reply).json<{ code: string }>().code;

const undoable = async (caller: Caller): Promise<readonly UndoableDecision[]> =>
  (await caller.get('/api/review')).json<z.infer<typeof reviewQueue.reply>>().undoable;

const accepted = async (caller: Caller): Promise<number> =>
  (await caller.get('/api/overview?year=2020&month=10')).json<Overview>().coverage.accepted;

describe('a decision that is undone', () => {
  it('is the last one of a month that was decided on twice within seconds', async () => {
    const { official, bureau } = await submittedOctober();
    await decide(official, 'return', 1);
    const returned = submissionIn(await bureau.get(monthOf(hangzhou)));
    const saved = submissionIn(await bureau.put(monthOf(hangzhou), ordinary, basedOn(returned.version)));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(saved.version));
    const { version } = submissionIn(await official.get(monthOf(hangzhou)));
    await decide(official, 'accept', version);
    expect(await undoable(official)).toEqual([
      { region: hangzhou, year: 2020, month: 10, version: version + 1, decision: 'accepted', leftMs: 10_000 },
    ]);
  });

  it('leaves what was accepted waiting as it was sent: it counts no more, nobody is told, the trail has both', async () => {
    const { official, bureau, database } = await submittedOctober();
    const before = submissionIn(await official.get(monthOf(hangzhou)));
    await decide(official, 'accept', 1);
    expect(await accepted(official)).toBe(2);
    expect(await undoable(official)).toEqual([
      { region: hangzhou, year: 2020, month: 10, version: 2, decision: 'accepted', leftMs: 10_000 },
    ]);
    const after = submissionIn(await decide(official, 'undo', 2));
    expect(after).toEqual({ ...before, version: 3 });
    expect(await accepted(official)).toBe(1);
    expect(await undoable(official)).toEqual([]);
    expect(await database.reader.select().from(notices)).toEqual([]);
    expect(submissionIn(await bureau.get(monthOf(hangzhou)))).toMatchObject({
      status: 'submitted',
      can: { save: false },
    });
    const trail = await database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.object, `2020-10/${hangzhou}`));
    expect(
      trail
        .map(({ action }) => action)
        .filter((action) => /accept|undo/.test(action))
        .toSorted(),
    ).toEqual(['submission.accept', 'submission.undo']);
    expect((await verifySeals(database.reader)).findings).toEqual([]);
    // Decided anew, it is told of anew.
    await decide(official, 'return', 3);
    expect((await bureau.get('/api/inbox')).json<{ unread: number }>().unread).toBe(1);
    expect(submissionIn(await decide(official, 'undo', 4)).versions[0]).toMatchObject({
      state: 'submitted',
      returnReason: null,
      decidedBy: null,
    });
    expect((await decide(official, 'accept', 5)).statusCode).toBe(200);
  });

  it('is so for ten seconds, and by whoever decided', async () => {
    const office = await submittedOctober();
    const { official, bureau, clock } = office;
    const second = await secondOfficial(office);
    await decide(official, 'accept', 1);
    expect(await undoable(second)).toEqual([]);
    expect(await codeOf(decide(second, 'undo', 2))).toBe('not-allowed');
    expect(await codeOf(decide(bureau, 'undo', 3))).toBe('not-allowed');
    expect(await codeOf(decide(official, 'undo', 1))).toBe('stale-version');
    clock.set('2020-10-19T01:00:09.999Z');
    expect(await undoable(official)).toMatchObject([{ leftMs: 1 }]);
    clock.set('2020-10-19T01:00:10.001Z');
    expect(await undoable(official)).toEqual([]);
    expect(await codeOf(decide(official, 'undo', 2))).toBe('too-late-to-undo');
  });

  it('is none once somebody has gone on from it: the bureau with a draft, the department with a second acceptance', async () => {
    const { official, bureau } = await submittedOctober();
    await decide(official, 'return', 1);
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(3));
    expect(await undoable(official)).toEqual([]);
    expect(await codeOf(decide(official, 'undo', 2))).toBe('illegal-transition');
    expect(submissionIn(await bureau.get(monthOf(hangzhou))).status).toBe('draft');
  });

  it('is in no mail before it stands, and in one afterwards', async () => {
    const { official, bureau, app, clock } = await submittedOctober({
      environment: { SMTP_SERVER: 'smtp://127.0.0.1:1', MAIL_FROM: 'xushi@example.gov.cn' },
    });
    await bureau.put('/api/account/mail', {
      address: 'bureau@example.gov.cn',
      mode: 'each',
      language: 'zh',
      quietFrom: null,
      quietUntil: null,
    });
    const sent: string[] = [];
    const job = sendMail(async ({ text }) => {
      sent.push(text);
      return { kind: 'sent' };
    }, null);
    await enterJobs(app.services, [job]);
    const look = () => runDueJobs(app.services, [job], new AbortController().signal);
    await decide(official, 'accept', 1);
    await look();
    expect(sent).toEqual([]);
    clock.advance(2);
    await look();
    expect(sent).toEqual([expect.stringContaining('10月')]);
  });

  it('takes a correction back with the later months that were decided with it, and never one of those alone', async () => {
    const office = await submittedOctober();
    const { official, bureau, database } = office;
    await decide(official, 'accept', 1);
    const september = submissionIn(await bureau.get(monthOf(hangzhou, 9)));
    const correction = { figures: { 'green-demo': { cumulative: 25 } }, laterMonths: 'not-included', ...reason };
    const sent = await bureau.post(monthOf(hangzhou, 9, 'correct'), correction, basedOn(september.version));
    expect(sent.statusCode).toBe(200);
    const { version } = submissionIn(await official.get(monthOf(hangzhou, 9)));
    await official.post(monthOf(hangzhou, 9, 'accept'), {}, basedOn(version));
    expect(await undoable(official)).toMatchObject([{ month: 9 }]);
    expect(await codeOf(decide(official, 'undo', 4))).toBe('part-of-package');
    expect((await official.post(monthOf(hangzhou, 9, 'undo'), {}, basedOn(version + 1))).statusCode).toBe(200);
    const rows = await database.reader
      .select()
      .from(submissionVersions)
      .where(eq(submissionVersions.kind, 'correction'));
    expect(rows.filter(({ region }) => region === hangzhou).map(({ state }) => state)).toEqual([
      'submitted',
      'submitted',
    ]);
  });

  it('lets a completed year be read again when another version is accepted in its place', async () => {
    const office = await demoApp();
    const { database, app, clock } = office;
    const context = app.services;
    const [december] = await database.reader
      .select()
      .from(submissionVersions)
      .where(eq(submissionVersions.year, 2019))
      .limit(1);
    if (december === undefined) throw new Error('no completed year');
    const official = await office.signedInAs('official');
    const bureau = await office.signedInAs('bureau', december.region);
    const at = (command = '') =>
      `/api/submissions/2019/${december.month}/${december.region}${command === '' ? '' : `/${command}`}`;
    const versionOf = async (caller: Caller) => submissionIn(await caller.get(at())).version;
    const correctTo = async (cumulative: number) => {
      const body = { figures: { 'green-demo': { cumulative } }, laterMonths: 'included', ...reason };
      const sent = await bureau.post(at('correct'), body, basedOn(await versionOf(bureau)));
      expect([sent.statusCode, sent.body.slice(0, 300)]).toEqual([200, expect.any(String)]);
    };
    const send = async (command: string) =>
      official.post(at(command), command === 'return' ? reason : {}, basedOn(await versionOf(official)));
    const monthEnd = async () => (await historyBefore(context, 2020)).get('green-demo');
    await correctTo(1);
    await send('accept');
    const first = JSON.stringify(await monthEnd());
    await send('undo');
    await send('return');
    clock.set('2020-10-19T01:00:01Z');
    await correctTo(0);
    await send('accept');
    expect(JSON.stringify(await monthEnd())).not.toBe(first);
  });
});
