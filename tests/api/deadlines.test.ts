import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Deadlines, MonthDeadline } from '#api/deadlines/contract.ts';
import { auditEvents, reportingDeadlines } from '#db/schema.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  lishui,
  monthOf,
  once,
  ordinary,
  submissionIn,
  submittedOctober,
} from '#tests/support/reporting.ts';

const october = '/api/deadlines/2020/10';
const later = { onTimeDay: '2020-11-10', reason: '国庆、中秋假期，顺延五日' };
const closing = { ...later, closesOn: '2020-11-20' };
const exception = { region: hangzhou, onTimeDay: '2020-11-15', reason: '统计系统切换，单独延期' };

const monthIn = async (caller: Caller, month = 10, year = 2020): Promise<MonthDeadline | undefined> =>
  (await caller.get(`/api/deadlines?year=${year}`)).json<Deadlines>().months.find((one) => one.month === month);

const codesOf = (problem: { readonly errors: readonly { readonly pointer: string; readonly code: string }[] }) =>
  problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('the list of deadlines', () => {
  it('has the twelve months of a year, the usual day where nothing was set', async () => {
    const { signedInAs } = await demoApp();
    const reply = (await (await signedInAs('leader')).get('/api/deadlines?year=2020')).json<Deadlines>();
    const following = ['2020-02', '2020-03', '2020-04', '2020-05', '2020-06', '2020-07', '2020-08', '2020-09'];
    expect(reply.months.map(({ onTimeDay }) => onTimeDay)).toEqual(
      [...following, '2020-10', '2020-11', '2020-12', '2021-01'].map((month) => `${month}-05`),
    );
    expect(reply.months.every(({ version, closesOn, can }) => version === 0 && closesOn === null && !can.set)).toBe(
      true,
    );
  });

  it('shows an official every exception, a bureau its own alone', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    await official.post(october, later, basedOn(0));
    await official.post(october, exception, basedOn(1));
    expect(await monthIn(official)).toMatchObject({
      version: 2,
      onTimeDay: '2020-11-10',
      decisions: [
        { sequence: 1, region: null, ...later, author: 'official', decidedAt: '2020-10-19T01:00:00.000Z' },
        { sequence: 2, ...exception },
      ],
      can: { set: true },
    });
    const own = await monthIn(await signedInAs('bureau', hangzhou));
    expect(own).toMatchObject({ onTimeDay: '2020-11-15', decisions: [{ region: null }, { region: hangzhou }] });
    const other = await monthIn(await signedInAs('bureau', lishui));
    expect(other).toMatchObject({ version: 1, onTimeDay: '2020-11-10', decisions: [{ region: null }] });
    expect(other?.can).toEqual({ set: false });
    expect(await monthIn(official, 9)).toMatchObject({ version: 0, onTimeDay: '2020-10-05' });
    expect(await monthIn(official, 10, 2021)).toMatchObject({ version: 0, onTimeDay: '2021-11-05' });
  });
});

describe('setting a deadline', () => {
  it('adds a decision, keeps the earlier ones, and is in the audit trail', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    await official.post(october, { ...later, reason: ' 国庆、中秋假期，顺延五日 ' }, basedOn(0));
    const second = { onTimeDay: '2020-11-08', closesOn: '2020-11-30', reason: '省政府要求提前汇总' };
    const reply = await official.post(october, second, basedOn(1));
    expect(reply.headers.etag).toBe('"2"');
    expect(reply.json()).toMatchObject({ version: 2, onTimeDay: '2020-11-08', closesOn: '2020-11-30' });
    const rows = await database.reader.select().from(reportingDeadlines).orderBy(reportingDeadlines.sequence);
    expect(rows.map(({ onTimeDay, reason }) => [onTimeDay, reason])).toEqual([
      [later.onTimeDay, later.reason],
      [second.onTimeDay, second.reason],
    ]);
    expect(rows[1]?.authoredAs.name).toBe('official');
    const trail = await database.reader.select().from(auditEvents).where(eq(auditEvents.action, 'deadline.set'));
    expect(trail).toHaveLength(2);
    expect(trail.find(({ detail }) => detail['sequence'] === 2)).toMatchObject({
      object: '2020-10',
      outcome: 'done',
      detail: {
        from: { onTimeDay: '2020-11-10', closesOn: null },
        to: { onTimeDay: '2020-11-08', closesOn: '2020-11-30' },
        reason: second.reason,
      },
    });
  });

  it('names the city of an exception in the audit trail', async () => {
    const { signedInAs, database } = await demoApp();
    await (await signedInAs('official')).post(october, exception, basedOn(0));
    const [row] = await database.reader.select().from(auditEvents).where(eq(auditEvents.action, 'deadline.set'));
    expect(row).toMatchObject({ object: `2020-10/${hangzhou}`, detail: { from: { onTimeDay: '2020-11-05' } } });
  });

  it('needs the version, tells the second of two officials, and counts a repeated command once', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    expect((await official.post(october, later)).json().code).toBe('version-required');
    expect((await official.post(october, later, once(0, 'first'))).statusCode).toBe(200);
    expect((await official.post(october, later, once(0, 'first'))).statusCode).toBe(200);
    const second = await official.post(october, closing, basedOn(0));
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({
      code: 'stale-version',
      current: { version: 1, onTimeDay: '2020-11-10', closesOn: null },
    });
    expect(second.json().detail).toContain('official');
    expect(await database.reader.select().from(reportingDeadlines)).toHaveLength(1);
  });

  it('refuses what the rules refuse, each fault at its field, and writes nothing', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const refused = async (body: unknown) => (await official.post(october, body, basedOn(0))).json();
    const early = await refused({ ...later, onTimeDay: '2020-10-30' });
    expect(early).toMatchObject({ code: 'deadline-outside', status: 422 });
    expect(early.detail).toContain('2020-10-31 至 2021-10-31');
    expect(codesOf(early)).toEqual(['/onTimeDay deadline-outside']);
    expect(codesOf(await refused({ ...later, onTimeDay: '2020-11-31' }))).toEqual(['/onTimeDay no-such-day']);
    expect(codesOf(await refused({ ...later, reason: '无' }))).toEqual(['/reason reason-required']);
    expect(codesOf(await refused({ ...closing, closesOn: '2020-11-09' }))).toEqual(['/closesOn closing-too-early']);
    expect(codesOf(await refused({ ...closing, region: lishui }))).toEqual(['/closesOn closing-for-one']);
    // Neither a code that is nowhere nor the province reports months.
    for (const region of ['339999', '330000']) {
      expect(codesOf(await refused({ ...later, region }))).toEqual(['/region field-form']);
    }
    const several = await refused({ region: '339999', onTimeDay: '2020-10-01', reason: '' });
    expect(several.code).toBe('invalid-input');
    expect(codesOf(several)).toEqual(['/region field-form', '/onTimeDay deadline-outside', '/reason reason-required']);
    expect(await database.reader.select().from(reportingDeadlines)).toEqual([]);
  });
});

const lineOf = async (caller: Caller, region: string) => {
  const { submissions } = (await caller.get('/api/submissions?year=2020')).json();
  return submissions.find((one: { region: string; month: number }) => one.region === region && one.month === 10);
};

describe('a month under a deadline that was set', () => {
  it('is due, late and overdue by it, for one city later than for the others', async () => {
    const { signedInAs, clock } = await demoApp();
    const official = await signedInAs('official');
    await official.post(october, later, basedOn(0));
    await official.post(october, exception, basedOn(1));
    // 10 November at noon, the day itself; then the day after.
    clock.set('2020-11-10T04:00:00Z');
    const theDay = await signedInAs('official');
    expect(await lineOf(theDay, lishui)).toMatchObject({ dueOn: '2020-11-10', overdue: false, daysLate: null });
    clock.set('2020-11-10T16:00:00Z');
    const again = await signedInAs('official');
    expect(await lineOf(again, lishui)).toMatchObject({ dueOn: '2020-11-10', overdue: true });
    expect(await lineOf(again, hangzhou)).toMatchObject({ dueOn: '2020-11-15', overdue: false });
    // Two days after the exception of Hangzhou, 12:00 in Shanghai.
    clock.set('2020-11-17T04:00:00Z');
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    const sent = submissionIn(await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1)));
    expect(sent).toMatchObject({ dueOn: '2020-11-15', closesOn: null, closed: false, daysLate: 2 });
    expect(await lineOf(await signedInAs('official'), hangzhou)).toMatchObject({ daysLate: 2, overdue: false });
  });

  it('takes no report after its closing day, and names that day in both languages', async () => {
    const { signedInAs, clock, database } = await demoApp();
    await (await signedInAs('official')).post(october, closing, basedOn(0));
    clock.set('2020-11-20T15:59:00Z');
    const bureau = await signedInAs('bureau', hangzhou);
    const draft = submissionIn(await bureau.put(monthOf(hangzhou), ordinary, basedOn(0)));
    expect(draft).toMatchObject({ closesOn: '2020-11-20', closed: false, can: { save: true, submit: true } });
    clock.set('2020-11-20T16:00:00Z');
    const refused = await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'month-closed' });
    expect(refused.json().detail).toContain('2020-11-20');
    const english = { ...basedOn(1), 'accept-language': 'en' };
    const said = (await bureau.put(monthOf(hangzhou), ordinary, english)).json();
    expect(said.detail).toContain('closed on 2020-11-20');
    const month = submissionIn(await bureau.get(monthOf(hangzhou)));
    expect(month).toMatchObject({ status: 'draft', closed: true, can: { save: false, submit: false } });
    expect(await lineOf(bureau, hangzhou)).toMatchObject({ closed: true, closesOn: '2020-11-20' });
    const trail = await database.reader.select().from(auditEvents).where(eq(auditEvents.outcome, 'refused'));
    expect(trail.map(({ detail }) => detail['problem'])).toContain('month-closed');
  });

  it('opens again for a city that gets an exception', async () => {
    const { signedInAs, clock } = await demoApp();
    await (await signedInAs('official')).post(october, closing, basedOn(0));
    clock.set('2020-11-23T01:00:00Z');
    const official = await signedInAs('official');
    const opened = { region: hangzhou, onTimeDay: '2020-11-10', closesOn: '2020-11-25', reason: '系统故障，准予补报' };
    expect((await official.post(october, opened, basedOn(1))).statusCode).toBe(200);
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    const sent = await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect(submissionIn(sent)).toMatchObject({ status: 'submitted', daysLate: 13 });
    expect(await lineOf(official, lishui)).toMatchObject({ closed: true });
  });

  it('takes again what the department returned after it closed, late by the first report of the month’s last day', async () => {
    const { signedInAs, clock } = await submittedOctober();
    await (await signedInAs('official')).post(october, closing, basedOn(0));
    clock.set('2020-11-23T01:00:00Z');
    const official = await signedInAs('official');
    await official.post(monthOf(hangzhou, 10, 'return'), { reason: '请核对十月数据' }, basedOn(1));
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), { ...ordinary, asOf: '2020-10-31' }, basedOn(3));
    const sent = await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(4));
    expect(submissionIn(sent)).toMatchObject({ status: 'resubmitted', daysLate: 13 });
  });

  it('has its deadline in the review queue too', async () => {
    const { official } = await submittedOctober();
    await official.post(october, later, basedOn(0));
    const { waiting } = (await official.get('/api/review')).json();
    const line = waiting.find(({ region }: { region: string }) => region === hangzhou);
    expect(line).toMatchObject({ dueOn: '2020-11-10', daysLate: null });
  });
});
