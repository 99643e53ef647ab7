/** Reminders: to exactly the bureaus that owe a month, once a day, and by the calendar alone once for an occasion. */
import { assert, constant, constantFrom, property, record } from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { listInbox } from '#api/inbox/contract.ts';
import type { remind } from '#api/reminders/contract.ts';
import { mayRemind, noticeOn } from '#api/reminders/lifecycle.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { tellOwedMonths } from '#api/server/month-job.ts';
import { submissionStatuses } from '#api/submissions/contract.ts';
import { isOwed, owesNow } from '#api/submissions/lifecycle.ts';
import { openDatabase } from '#db/database.ts';
import { auditEvents, notices } from '#db/schema.ts';
import type { z } from 'zod';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  jiaxing,
  lishui,
  monthOf,
  once,
  ordinary,
  quzhou,
  submittedOctober,
} from '#tests/support/reporting.ts';

const october = '/api/reminders/2020/10';
type Reminded = z.infer<typeof remind.reply>;

const textsOf = async (caller: Caller, language: 'zh' | 'en' = 'zh') =>
  (await caller.get('/api/inbox')).json<z.infer<typeof listInbox.reply>>().notices.map(({ text }) => text[language]);

const trail = async ({ database }: TestApp, action: string) =>
  (await database.reader.select().from(auditEvents)).filter((row) => row.action === action);

const month = { year: 2020, month: 10 };
const progress = record({
  status: constantFrom(...submissionStatuses),
  acceptedAsOf: constantFrom(null, '2020-10-10', '2020-10-30', '2020-10-31'),
  notOwed: constant(null),
});

describe('who owes a month', () => {
  it('has never sent what waits, and has not ended it; one accepted up to its middle is asked for its end once it is over', () => {
    assert(
      property(progress, constantFrom('2020-10-31', '2020-11-01'), (of, today) => {
        const owes = owesNow(of, month, today);
        if (of.acceptedAsOf === '2020-10-31' || ['submitted', 'resubmitted'].includes(of.status))
          expect(owes).toBe(false);
        else expect(owes).toBe(today === '2020-11-01' || of.acceptedAsOf === null);
        if (owes) expect(isOwed(of, month)).toBe(true);
      }),
    );
  });
});

describe('the calendar', () => {
  it('tells from its day before the on-time day to a month after', () => {
    const told = ['2020-11-01', '2020-11-02', '2020-11-05', '2020-11-06', '2020-12-06', '2020-12-07'].map((today) =>
      noticeOn({ dueOn: '2020-11-05', remindFrom: '2020-11-02' }, today),
    );
    expect(told).toEqual([null, 'month-due', 'month-due', 'month-overdue', 'month-overdue', null]);
  });

  it('lets a city be reminded again on the office’s next day, and nobody where nobody reads', () => {
    const lastAt = '2020-11-06T15:59:00Z';
    expect(mayRemind({ people: 1, lastAt }, '2020-11-06')).toBe(false);
    expect(mayRemind({ people: 1, lastAt }, '2020-11-07')).toBe(true);
    expect(mayRemind({ people: 0, lastAt: null }, '2020-11-06')).toBe(false);
  });
});

describe('an official', () => {
  it('reminds exactly those who owe the month, with one call', async () => {
    const office = await submittedOctober();
    const before = (await office.official.get(october)).json<Reminded>();
    // Hangzhou's and Quzhou's wait for review, and Jiaxing's is accepted.
    for (const region of [hangzhou, quzhou, jiaxing])
      expect(before.owing.map((one) => one.region)).not.toContain(region);
    const reply = (await office.official.post(october, {})).json<Reminded>();
    expect(reply.reminded).toEqual(before.owing.map((one) => one.region));
    expect(reply.reminded).toHaveLength(8);
    expect(reply.owing[0]?.last).toEqual({ at: expect.any(String), by: 'official' });
    const [hz, ls] = [office.bureau, await office.signedInAs('bureau', lishui)];
    expect(await textsOf(hz)).toEqual([]);
    expect(await textsOf(ls)).toEqual(['省厅催报：请丽水市报送2020年10月数据（期限 2020-11-05）。']);
    expect(await textsOf(ls, 'en')).toEqual([expect.stringContaining('figures of October 2020 (due 2020-11-05)')]);
    expect((await trail(office, 'submission.remind')).map(({ object }) => object)).toContain(`2020-10/${lishui}`);
  });

  it('does so once a day, whoever asks, and again the next day', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    const ask = async () => (await official.post(october, { regions: [lishui, jiaxing] })).json<Reminded>().reminded;
    expect((await Promise.all([ask(), ask()])).flat()).toEqual([lishui]);
    expect(await ask()).toEqual([]);
    office.clock.advance(24 * 60);
    const next = await office.signedInAs('official');
    expect((await next.post(october, {})).json<Reminded>().reminded).toContain(lishui);
    expect(await textsOf(await office.signedInAs('bureau', lishui))).toHaveLength(2);
  });

  it('asks a city for the end of a month whose middle is accepted, and for no month to come', async () => {
    const office = await demoApp({ now: '2020-11-01T01:00:00Z' });
    const official = await office.signedInAs('official');
    expect((await official.post(october, {})).json<Reminded>().reminded).toContain(jiaxing);
    expect((await official.get('/api/reminders/2020/12')).json()).toMatchObject({ code: 'month-not-open' });
  });
});

const look = async (office: TestApp, services = office.app.services) => {
  await enterJobs(services, [tellOwedMonths]);
  await runDueJobs(services, [tellOwedMonths], new AbortController().signal);
};

describe('the job that tells of months', () => {
  it('tells of one that is due and of one that is overdue, once however many processes look, and never who has sent it', async () => {
    const office = await demoApp({ now: '2020-11-02T01:00:00Z' });
    const bureau = await office.signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), { ...ordinary, asOf: '2020-10-31' }, basedOn(0));
    expect((await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1))).statusCode).toBe(200);
    const second = await openDatabase({ address: office.address });
    onTestFinished(() => second.close());
    await Promise.all([look(office), look(office, { ...office.app.services, database: second })]);
    office.clock.advance(61);
    await look(office);
    office.clock.set('2020-11-05T16:01:00Z');
    await look(office);
    expect(await textsOf(await office.signedInAs('bureau', lishui))).toEqual([
      '丽水市2020年10月月末数据已过期限（2020-11-05），尚未收到。',
      '丽水市2020年10月月末数据应于 2020-11-05 前（含当日）报送，尚未收到。',
    ]);
    expect(await textsOf(await office.signedInAs('bureau', hangzhou))).toEqual([]);
    expect(await trail(office, 'system.tell-owed-months')).toHaveLength(2);
  });

  it('writes nothing where nothing is due', async () => {
    const office = await demoApp();
    await look(office);
    expect([
      await trail(office, 'system.tell-owed-months'),
      await office.database.reader.select().from(notices),
    ]).toEqual([[], []]);
  });
});

it('tells the bureau of what was decided, once, with the reason of a return', async () => {
  const { official, bureau, clock } = await submittedOctober();
  const body = { reason: '请核对面积数据' };
  await official.post(monthOf(hangzhou, 10, 'return'), body, once(1, 'key-of-the-return-1'));
  await official.post(monthOf(hangzhou, 10, 'return'), body, once(1, 'key-of-the-return-1'));
  expect(await textsOf(bureau)).toEqual(['杭州市2020年10月报送被退回：请核对面积数据']);
  clock.advance(1);
  await bureau.put(monthOf(hangzhou), ordinary, basedOn(3));
  await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(4));
  expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(3))).statusCode).toBe(200);
  expect(await textsOf(bureau)).toEqual(['杭州市2020年10月报送已通过。', '杭州市2020年10月报送被退回：请核对面积数据']);
});
