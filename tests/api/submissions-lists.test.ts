import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  monthOf,
  ordinary,
  ordinaryWith,
  submissionIn,
  submittedOctober,
  zhoushan,
} from '#tests/support/reporting.ts';

describe('the list of a year', () => {
  it('shows a bureau its months up to now, missing ones included, and its strip', async () => {
    const { signedInAs } = await demoApp();
    const list = (await (await signedInAs('bureau', zhoushan)).get('/api/submissions?year=2020')).json();
    expect(list).toMatchObject({ year: 2020, today: '2020-10-19' });
    expect(list.submissions.map(({ month }: { month: number }) => month)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(list.submissions[0]).toMatchObject({
      status: 'returned',
      dueOn: '2020-11-05',
      overdue: false,
      acceptedAsOf: null,
      done: false,
    });
    expect(list.submissions[0].returnReason).toContain('12.74');
    expect(list.submissions[1]).toMatchObject({
      status: 'accepted',
      acceptedAsOf: '2020-09-30',
      done: true,
      asOf: '2020-09-30',
    });
    expect(list.strip).toHaveLength(12);
    expect(list.strip[8].level).not.toBeNull();
    expect(list.strip[9].level).toBeNull();
  });

  it('shows an official all cities', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const list = (await official.get('/api/submissions?year=2020')).json();
    expect(list.submissions).toHaveLength(10 * 11);
    expect(list.strip).toEqual([]);
    expect((await official.get('/api/submissions?year=2021')).json().submissions).toEqual([]);
    expect((await official.get('/api/submissions?year=2019')).json().submissions).toHaveLength(12 * 11);
  });

  it('says what is late the day after it was due', async () => {
    const { signedInAs, clock } = await demoApp();
    const octoberOf = async () => {
      const list = (await (await signedInAs('bureau', hangzhou)).get('/api/submissions?year=2020')).json();
      return list.submissions.find(({ month }: { month: number }) => month === 10).overdue;
    };
    clock.set('2020-11-05T15:59:00Z');
    expect(await octoberOf()).toBe(false);
    // Midnight in Shanghai
    clock.set('2020-11-05T16:00:00Z');
    expect(await octoberOf()).toBe(true);
  });

  it('holds a month owed until its last day is accepted, whatever was accepted of its middle', async () => {
    const { signedInAs, clock } = await demoApp();
    const send = async (asOf: string, [saved, sent, decided]: readonly [number, number, number]) => {
      const [bureau, official] = [await signedInAs('bureau', hangzhou), await signedInAs('official')];
      await bureau.put(monthOf(hangzhou), { ...ordinary, asOf }, basedOn(saved));
      await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(sent));
      expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(decided))).statusCode).toBe(200);
    };
    const october = async () => {
      const list = (await (await signedInAs('bureau', hangzhou)).get('/api/submissions?year=2020')).json();
      return list.submissions.find(({ month }: { month: number }) => month === 10);
    };
    const coverage = async () =>
      (await (await signedInAs('official')).get('/api/overview?year=2020&month=10')).json().coverage;
    await send('2020-10-19', [0, 1, 1]);
    clock.set('2020-11-08T02:00:00Z');
    expect(await october()).toMatchObject({ status: 'accepted', acceptedAsOf: '2020-10-19', done: false });
    expect(await october()).toMatchObject({ overdue: true, daysLate: null });
    // Jiaxing's of the 16th is the other one.
    expect(await coverage()).toEqual({ accepted: 2, done: 0, expected: 11 });
    await send('2020-10-31', [3, 4, 3]);
    expect(await october()).toMatchObject({ acceptedAsOf: '2020-10-31', done: true, overdue: false, daysLate: 3 });
    expect(await coverage()).toEqual({ accepted: 2, done: 1, expected: 11 });
  });
});

describe('the review queue', () => {
  it('holds what waits, riskiest first, each with its hints', async () => {
    const { official, bureau } = await submittedOctober();
    const before = (await official.get('/api/review')).json();
    expect(before.waiting.map(({ status }: { status: string }) => status)).toEqual(['submitted', 'submitted']);
    await official.post(monthOf(hangzhou, 10, 'return'), { reason: '请核对十月数据' }, basedOn(1));
    const falling = { figures: ordinaryWith(1912.39) };
    await bureau.put(monthOf(hangzhou), falling, basedOn(3));
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(4));
    const { waiting } = (await official.get('/api/review')).json();
    expect(waiting[0]).toMatchObject({ region: hangzhou, status: 'resubmitted', month: 10 });
    expect(waiting[0].hints).toContainEqual({
      code: 'falling',
      indicator: 'prefab-area',
      value: 1912.39,
      against: 1912.4,
      weight: 16,
    });
    const month = submissionIn(await official.get(monthOf(hangzhou)));
    expect(month.hints).toEqual(waiting[0].hints);
    expect(month.can).toEqual({
      save: false,
      submit: false,
      withdraw: false,
      accept: true,
      return: true,
      correct: false,
      revoke: false,
    });
  });
});
