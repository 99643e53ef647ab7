/** The office's calendar through the API: who may set it, what it moves, and what stays as it was. */
import { describe, expect, it } from 'vitest';
import type { Deadlines } from '#api/deadlines/contract.ts';
import type { ReportingCalendar } from '#api/deadlines/calendar-contract.ts';
import type { Overview } from '#api/standings/contract.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import type { Punctuality } from '#api/submissions/punctuality-contract.ts';
import { auditEvents } from '#db/schema.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, monthOf, once, ordinary, quzhou, submissionIn } from '#tests/support/reporting.ts';

const reason = '省厅统一规定报送时间';
const thirdWorkingDay = {
  onTime: { count: 'working', day: 3 },
  closes: { count: 'working', day: 8 },
  dayOff: 'moves',
  january: 'alone',
  reason,
} as const;
const withFebruary = { ...thirdWorkingDay, closes: null, january: 'with-february' } as const;
const part = (name: 'rule' | 'holidays' | 'start', year = 2020) => `/api/reporting-calendar/${year}/${name}`;

const calendarOf = async (caller: Caller, year = 2020) =>
  (await caller.get(`/api/reporting-calendar/${year}`)).json<ReportingCalendar>();
const daysOf = async (caller: Caller, year = 2020) =>
  (await caller.get(`/api/deadlines?year=${year}`)).json<Deadlines>().months.map(({ onTimeDay }) => onTimeDay);
const lineOf = async (caller: Caller, month: number, { region = lishui, year = 2020 } = {}) =>
  (await caller.get(`/api/submissions?year=${year}`))
    .json<{ submissions: SubmissionLine[] }>()
    .submissions.find((line) => line.month === month && line.region === region);
const codesOf = (problem: { readonly errors: readonly { readonly pointer: string; readonly code: string }[] }) =>
  problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a year’s rule', () => {
  it('is the 5th of the next month until the department sets one, which moves every month’s days by the notices', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    expect(await calendarOf(official)).toMatchObject({
      rule: { version: 0, author: null, value: { onTime: { count: 'calendar', day: 5 }, closes: null } },
      start: { version: 0, from: null },
      can: { set: true },
    });
    const set = await official.put(part('rule'), thirdWorkingDay, basedOn(0));
    expect(set.json<ReportingCalendar>().rule).toMatchObject({ version: 1, author: 'official', reason });
    // The third working day of February 2020 to January 2021; May begins with five days off, October with eight.
    expect(await daysOf(official)).toEqual([
      '2020-02-05',
      '2020-03-04',
      '2020-04-03',
      '2020-05-08',
      '2020-06-03',
      '2020-07-03',
      '2020-08-05',
      '2020-09-03',
      '2020-10-12',
      '2020-11-04',
      '2020-12-03',
      '2021-01-06',
    ]);
    const bureau = await signedInAs('bureau', lishui);
    expect(await lineOf(bureau, 10)).toMatchObject({ dueOn: '2020-11-04', closesOn: '2020-11-11' });
    expect((await calendarOf(bureau)).can).toEqual({ set: false });
    // The other year keeps the usual day.
    expect((await daysOf(official, 2019))[0]).toBe('2019-02-05');
    const trail = (await database.reader.select().from(auditEvents)).filter(
      (row) => row.action === 'calendar.set-rule',
    );
    expect(trail).toMatchObject([
      {
        object: 'reporting-year/2020',
        detail: { from: {}, to: { onTime: 'working 3', closes: 'working 8', dayOff: 'moves' }, reason },
      },
    ]);
  });

  it('leaves a month its own decision, and a city its exception', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    await official.post('/api/deadlines/2020/10', { onTimeDay: '2020-11-10', reason }, basedOn(0));
    await official.post('/api/deadlines/2020/11', { region: lishui, onTimeDay: '2020-12-20', reason }, basedOn(0));
    await official.put(part('rule'), { ...thirdWorkingDay, closes: null }, basedOn(0));
    const days = await daysOf(official);
    expect([days[9], days[10]]).toEqual(['2020-11-10', '2020-12-03']);
    expect((await daysOf(await signedInAs('bureau', lishui)))[10]).toBe('2020-12-20');
    expect((await daysOf(await signedInAs('bureau', hangzhou)))[10]).toBe('2020-12-03');
  });

  it('refuses who may not, what is stale, what has no reason, and a closing before the on-time day', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    for (const other of [await signedInAs('bureau', lishui), await signedInAs('leader')]) {
      expect((await other.put(part('rule'), thirdWorkingDay, basedOn(0))).statusCode).toBe(403);
      expect((await other.put(part('start'), { from: null, reason }, basedOn(0))).statusCode).toBe(403);
    }
    expect((await official.put(part('rule'), thirdWorkingDay)).json().code).toBe('version-required');
    const early = { ...thirdWorkingDay, closes: { count: 'calendar', day: 2 }, reason: '' };
    const refused = (await official.put(part('rule'), early, basedOn(0))).json();
    expect(codesOf(refused)).toEqual(['/closes closing-too-early', '/reason reason-required']);
    expect((await official.put(part('rule'), thirdWorkingDay, once(0, 'set-the-rule-once'))).statusCode).toBe(200);
    expect((await official.put(part('rule'), thirdWorkingDay, once(0, 'set-the-rule-once'))).statusCode).toBe(200);
    const stale = await official.put(part('rule'), withFebruary, basedOn(0));
    expect(stale.json()).toMatchObject({ code: 'stale-version', status: 409 });
    expect((await calendarOf(official)).rule.version).toBe(1);
  });
});

describe('January with February', () => {
  it('is owed by nobody, and February by everybody', async () => {
    const { signedInAs } = await demoApp({ now: '2021-03-10T01:00:00Z' });
    const official = await signedInAs('official');
    expect(await lineOf(official, 1, { year: 2021 })).toMatchObject({ notOwed: null, overdue: true });
    await official.put(part('rule', 2021), withFebruary, basedOn(0));
    expect(await lineOf(official, 1, { year: 2021 })).toMatchObject({ notOwed: 'with-february', overdue: false });
    expect(await lineOf(official, 2, { year: 2021 })).toMatchObject({
      notOwed: null,
      overdue: true,
      dueOn: '2021-03-03',
    });
    expect((await daysOf(official, 2021)).slice(0, 2)).toEqual(['2021-03-03', '2021-03-03']);
    const owing = async (month: number) => (await official.get(`/api/reminders/2021/${month}`)).json().owing.length;
    expect([await owing(1), await owing(2)]).toEqual([0, 11]);
    const coverage = async (month: number) =>
      (await official.get(`/api/overview?year=2021&month=${month}`)).json<Overview>().coverage;
    expect(await coverage(1)).toEqual({ accepted: 0, done: 0, expected: 0, notOwed: 'with-february' });
    expect(await coverage(2)).toEqual({ accepted: 0, done: 0, expected: 11 });
    const again = { ...withFebruary, january: 'alone' };
    await official.put(part('rule', 2021), again, basedOn(1));
    expect(await coverage(1)).toEqual({ accepted: 0, done: 0, expected: 11 });
  });
});

describe('the first month of an office', () => {
  it('leaves what lies before it owed by nobody and open to be entered', async () => {
    const { signedInAs } = await demoApp({ now: '2020-11-20T01:00:00Z' });
    const official = await signedInAs('official');
    // October closed on the eighth working day of November.
    await official.put(part('rule'), thirdWorkingDay, basedOn(0));
    expect(await lineOf(official, 10)).toMatchObject({ overdue: true, closed: true });
    const start = { from: { year: 2020, month: 11 }, reason: '新办公室自十一月起报' };
    await official.put(part('start'), start, basedOn(0));
    expect((await calendarOf(official, 2021)).start).toMatchObject({
      version: 1,
      from: start.from,
      author: 'official',
    });
    const bureau = await signedInAs('bureau', hangzhou);
    expect(await lineOf(bureau, 10, { region: hangzhou })).toMatchObject({ notOwed: 'before-start', overdue: false });
    expect(await lineOf(bureau, 11, { region: hangzhou })).toMatchObject({ notOwed: null });
    expect((await official.get('/api/reminders/2020/10')).json().owing).toEqual([]);
    const coverage = (await official.get('/api/overview?year=2020&month=10')).json<Overview>().coverage;
    // Jiaxing's October was accepted before.
    expect(coverage).toEqual({ accepted: 1, done: 0, expected: 1, notOwed: 'before-start' });
    await bureau.put(monthOf(hangzhou), { ...ordinary, asOf: '2020-10-31' }, basedOn(0));
    const sent = await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect(submissionIn(sent)).toMatchObject({ status: 'submitted', notOwed: 'before-start', daysLate: null });
    await official.put(part('start'), { from: null, reason: '恢复全年报送' }, basedOn(1));
    expect(await lineOf(official, 10)).toMatchObject({ notOwed: null, overdue: true });
  });
});

describe('holidays', () => {
  const off = { day: '2022-10-03', kind: 'off', name: '国庆节', source: '国办发明电〔2021〕11号' };

  it('come with the notices of 2019 to 2021, and a further year is entered by its rows', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const notices = await calendarOf(official);
    expect(notices.holidays).toMatchObject({ version: 1, author: null, reason: '国办发明电〔2019〕16号' });
    expect(notices.nextHolidays).toHaveLength(38);
    await official.put(part('rule', 2022), thirdWorkingDay, basedOn(0));
    expect((await daysOf(official, 2022))[8]).toBe('2022-10-05');
    expect((await official.put(part('holidays', 2022), { days: [off], reason }, basedOn(0))).statusCode).toBe(200);
    expect((await daysOf(official, 2022))[8]).toBe('2022-10-06');
    expect((await calendarOf(official, 2022)).holidays).toMatchObject({ version: 1, days: [off], author: 'official' });
  });

  it('are refused where a day is of another year, named twice, or comes from nobody who may', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const days = [off, { ...off, day: '2021-12-31' }, { ...off, name: '国庆' }];
    const refused = await official.put(part('holidays', 2022), { days, reason }, basedOn(0));
    expect(codesOf(refused.json())).toEqual(['/days/1/day day-of-other-year', '/days/2/day day-twice']);
    expect((await official.put(part('holidays', 2022), { days: [], reason }, basedOn(0))).statusCode).toBe(422);
    const bureau = await signedInAs('bureau', lishui);
    expect((await bureau.put(part('holidays', 2022), { days: [off], reason }, basedOn(0))).statusCode).toBe(403);
  });
});

const punctualityIn = async (caller: Caller, year = 2020) =>
  (await caller.get(`/api/submissions/punctuality?year=${year}`)).json<Punctuality>().lines;

describe('lateness', () => {
  it('stays as it was when the report was sent, whatever the calendar says later', async () => {
    const { signedInAs, clock } = await demoApp({ now: '2020-11-09T01:00:00Z' });
    const bureau = await signedInAs('bureau', hangzhou);
    await bureau.put(monthOf(hangzhou), { ...ordinary, asOf: '2020-10-31' }, basedOn(0));
    const sent = await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect(submissionIn(sent)).toMatchObject({ dueOn: '2020-11-05', daysLate: 4 });
    const official = await signedInAs('official');
    const later = { onTimeDay: '2020-11-12', reason: '系统故障，顺延报送' };
    await official.post('/api/deadlines/2020/10', later, basedOn(0));
    expect(await lineOf(official, 10, { region: hangzhou })).toMatchObject({ dueOn: '2020-11-05', daysLate: 4 });
    // Who has not sent it has until the new day.
    expect(await lineOf(official, 10)).toMatchObject({ dueOn: '2020-11-12', overdue: false });
    clock.set('2020-11-13T01:00:00Z');
    expect(await lineOf(await signedInAs('official'), 10)).toMatchObject({ overdue: true });
  });

  it('is counted by city and year, as a reply and as a file, each bureau its own', async () => {
    const { signedInAs, clock } = await demoApp();
    const official = await signedInAs('official');
    const before = await punctualityIn(official);
    expect(before).toHaveLength(11);
    // January to September, all in time; Quzhou's May came back once.
    expect(before.find(({ region }) => region === quzhou)).toEqual({
      region: quzhou,
      due: 9,
      onTime: 9,
      late: 0,
      notSent: 0,
      onTimeRate: 1,
      mostDaysLate: 0,
      returned: 1,
    });
    clock.set('2020-11-09T01:00:00Z');
    const bureau = await signedInAs('bureau', hangzhou);
    const [notSent] = await punctualityIn(bureau);
    expect(notSent).toMatchObject({ region: hangzhou, due: 10, onTime: 9, late: 0, notSent: 1, onTimeRate: 0.9 });
    await bureau.put(monthOf(hangzhou), { ...ordinary, asOf: '2020-10-31' }, basedOn(0));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    expect(await punctualityIn(bureau)).toEqual([
      expect.objectContaining({ region: hangzhou, due: 10, onTime: 9, late: 1, notSent: 0, mostDaysLate: 4 }),
    ]);
    expect((await (await signedInAs('leader')).get('/api/submissions/punctuality?year=2020')).statusCode).toBe(403);
    const file = await bureau.get('/api/submissions/punctuality/table?year=2020&language=zh&format=csv');
    expect(file.body.trim().split(/\r?\n/)).toEqual([
      expect.stringContaining('地区代码,地区,年,到期月数,按时,迟报,逾期未报,按时率（%）,最长迟报天数,退回次数'),
      '330100,杭州市,2020,10,9,1,0,90,4,0',
    ]);
  });
});
