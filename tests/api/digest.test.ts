/** What the calendar tells goes out once a day, in the office's hours, and never to who has sent the month. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { goesOut, isOfficeQuiet } from '#api/inbox/mail-hours.ts';
import { enterJobs, runDueJobs, type Job } from '#api/server/jobs.ts';
import { sendMail } from '#api/server/mail-job.ts';
import { tellOwedMonths } from '#api/server/month-job.ts';
import { openDatabase } from '#db/database.ts';
import { mails } from '#db/schema.ts';
import { demoApp, type SignedInCaller, type TestApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, jiaxing, lishui, monthOf, ordinary } from '#tests/support/reporting.ts';

const choiceOf = (address: string, mode = 'each') => ({
  address,
  mode,
  language: 'zh',
  quietFrom: null,
  quietUntil: null,
});

/** An office of which two processes are at work, and all mail that either of them sends. */
async function twoProcesses(now: string) {
  const office = await demoApp({ now });
  const second = await openDatabase({ address: office.address });
  onTestFinished(() => second.close());
  const sent: { to: string; text: string }[] = [];
  const mail = sendMail(async ({ to, text }) => {
    sent.push({ to, text });
    return { kind: 'sent' };
  }, null);
  const look = async (...jobs: Job[]): Promise<void> => {
    const both = [office.app.services, { ...office.app.services, database: second }];
    await Promise.all(
      both.map(async (services) => {
        await enterJobs(services, jobs);
        await runDueJobs(services, jobs, new AbortController().signal);
      }),
    );
  };
  return { ...office, sent, look, mail };
}

async function sends({ signedInAs }: TestApp, region: string): Promise<SignedInCaller> {
  const bureau = await signedInAs('bureau', region);
  await bureau.put(monthOf(region), { ...ordinary, asOf: '2020-10-31' }, basedOn(0));
  const reply = await bureau.post(monthOf(region, 10, 'submit'), {}, basedOn(1));
  expect(reply.statusCode).toBe(200);
  return bureau;
}

const setQuiet = async (official: SignedInCaller, version: number, body: object) =>
  official.put('/api/reporting-calendar/2020/quiet-time', { reason: '统一免打扰时段', ...body }, basedOn(version));

describe('the digest of a day', () => {
  it('goes once to each bureau that owes a month, however many processes run, and not to who sent it meanwhile', async () => {
    // Monday 2 November 2020, 07:00 in Shanghai: within the office's usual quiet hours.
    const office = await twoProcesses('2020-11-01T23:00:00Z');
    for (const region of [lishui, hangzhou]) {
      const bureau = await office.signedInAs('bureau', region);
      await bureau.put('/api/account/mail', choiceOf(`${region}@example.gov.cn`));
    }
    await office.look(tellOwedMonths);
    await office.look(office.mail);
    expect(office.sent).toEqual([]);
    const bureau = await sends(office, hangzhou);
    expect((await bureau.get('/api/inbox')).json().unread).toBe(0);
    office.clock.set('2020-11-02T00:00:00Z');
    await office.look(office.mail);
    expect(office.sent).toEqual([
      { to: `${lishui}@example.gov.cn`, text: expect.stringContaining('应于 2020-11-05 前（含当日）报送') },
    ]);
    // On the Saturday after it was due nobody gets mail; on Monday one goes, for however many looks.
    office.clock.set('2020-11-07T01:00:00Z');
    await office.look(tellOwedMonths);
    await office.look(office.mail);
    expect(office.sent).toHaveLength(1);
    office.clock.set('2020-11-09T01:00:00Z');
    await office.look(office.mail);
    office.clock.advance(2);
    await office.look(office.mail);
    expect(office.sent).toHaveLength(2);
    expect(office.sent[1]?.text).toContain('已过期限（2020-11-05）');
  });

  it('is not sent while its mail server was away, to who sent the month meanwhile', async () => {
    const office = await twoProcesses('2020-11-02T01:00:00Z');
    const bureau = await office.signedInAs('bureau', hangzhou);
    await bureau.put('/api/account/mail', choiceOf('hangzhou@example.gov.cn', 'daily'));
    const away = sendMail(async () => ({ kind: 'later', why: 'nobody is there' }), null);
    await office.look(tellOwedMonths);
    await office.look(away);
    expect(await office.database.reader.select().from(mails)).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    await sends(office, hangzhou);
    office.clock.advance(10);
    await office.look(office.mail);
    expect([office.sent, await office.database.reader.select().from(mails)]).toEqual([[], []]);
  });
});

describe('the quiet time of an office', () => {
  const usual = { from: 20, until: 8, daysOff: true };
  const notices = new Map([
    ['2020-10-05', 'off'],
    ['2020-10-10', 'working'],
  ] as const);

  it('is its hours, and days off by the notices', () => {
    const quiet = (day: string, hour: number, of = usual) => isOfficeQuiet(of, { day, hour }, notices);
    // A Thursday, a named Monday off, a Saturday, a worked Saturday.
    expect(['2020-10-15', '2020-10-05', '2020-10-17', '2020-10-10'].map((day) => quiet(day, 9))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([7, 8, 19, 20].map((hour) => quiet('2020-10-15', hour))).toEqual([true, false, false, true]);
    expect(quiet('2020-10-17', 9, { ...usual, daysOff: false })).toBe(false);
  });

  it('lets a digest out once a day, and what somebody did at once where that is wanted', () => {
    const nine = { day: '2020-11-02', hour: 9 };
    const each = { mode: 'each', lastDailyOn: '2020-11-02' } as const;
    expect(goesOut(each, ['month-due'], nine)).toBe(false);
    expect(goesOut(each, ['month-due', 'month-returned'], nine)).toBe(true);
    expect(goesOut({ ...each, lastDailyOn: '2020-11-01' }, ['month-due'], nine)).toBe(true);
    expect(goesOut({ mode: 'daily', lastDailyOn: '2020-11-02' }, ['month-returned'], nine)).toBe(false);
    expect(goesOut({ ...each, lastDailyOn: null }, [], nine)).toBe(false);
  });

  it('is set by officials alone, both hours or neither', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    for (const other of [await signedInAs('bureau', jiaxing), await signedInAs('leader')])
      expect((await setQuiet(other, 0, usual)).statusCode).toBe(403);
    expect((await setQuiet(official, 0, { ...usual, until: null })).json()).toMatchObject({ code: 'quiet-hours' });
    const set = await setQuiet(official, 0, { from: 22, until: 7, daysOff: false });
    expect(set.json().quiet).toMatchObject({ version: 1, value: { from: 22, until: 7, daysOff: false } });
    expect((await setQuiet(official, 0, usual)).json().code).toBe('stale-version');
  });
});
