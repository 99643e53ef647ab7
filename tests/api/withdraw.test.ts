/** Taking back what was sent: a draft again with all that it says, known to everybody who had it open, and never a way around review. */
import { describe, expect, it } from 'vitest';
import { isClosedToReports, isOwed, statusFor } from '#api/submissions/lifecycle.ts';
import { monthTiming } from '#api/submissions/month-timing.ts';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { basedOn, hangzhou, monthOf, once, submissionIn, submittedOctober } from '#tests/support/reporting.ts';

const withdrawal = monthOf(hangzhou, 10, 'withdraw');
const acceptance = monthOf(hangzhou, 10, 'accept');

describe('a bureau that takes a report back', () => {
  it('has a draft with all that it typed, and history tells what was sent and taken back, by whom', async () => {
    const { bureau } = await submittedOctober();
    const sent = submissionIn(await bureau.get(monthOf(hangzhou))).versions[0];
    const month = submissionIn(await bureau.post(withdrawal, {}, once(2, 'key-of-the-withdrawal')));
    expect(month).toMatchObject({ status: 'draft', version: 3, can: { save: true, submit: true, withdraw: false } });
    expect(month.versions).toMatchObject([
      { number: 2, state: 'draft', asOf: sent?.asOf, figures: sent?.figures, submittedAt: null },
      { number: 1, state: 'withdrawn', submittedBy: 'hangzhou', decidedBy: 'hangzhou', figures: sent?.figures },
    ]);
    // The same once more is the same reply, and there is nothing left to take back.
    expect(submissionIn(await bureau.post(withdrawal, {}, once(2, 'key-of-the-withdrawal')))).toEqual(month);
    expect((await bureau.post(withdrawal, {}, basedOn(3))).json()).toMatchObject({ code: 'illegal-transition' });
    expect((await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(3))).statusCode).toBe(200);
  });

  it('leaves nothing to decide for who had it open, and to remind of for everybody else', async () => {
    const { bureau, official } = await submittedOctober();
    await bureau.post(withdrawal, {}, basedOn(2));
    expect((await official.post(acceptance, {}, basedOn(1))).json()).toMatchObject({ code: 'stale-version' });
    expect((await official.post(acceptance, {}, basedOn(2))).json()).toMatchObject({ code: 'illegal-transition' });
    const seen = submissionIn(await official.get(monthOf(hangzhou)));
    expect(seen).toMatchObject({ status: 'missing', versions: [{ state: 'withdrawn', decidedBy: 'hangzhou' }] });
    const lines = (await official.get('/api/submissions?year=2020')).json<{ submissions: SubmissionLine[] }>()
      .submissions;
    const line = lines.find(({ region, month }) => region === hangzhou && month === 10);
    expect(line).toMatchObject({ status: 'missing', asOf: null, submittedBy: null });
  });

  it('loses to a decision that was first', async () => {
    const { bureau, official } = await submittedOctober();
    const both = await Promise.all([
      bureau.post(withdrawal, {}, basedOn(2)),
      official.post(acceptance, {}, basedOn(1)),
    ]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });
});

const at = (number: number, state: 'returned' | 'withdrawn' | 'submitted' | 'draft', submittedAt: string | null) => ({
  number,
  state,
  asOf: '2020-10-31',
  submittedAt,
  dueOn: null,
});

describe('a month that was taken back', () => {
  const month = { year: 2020, month: 10, notOwed: null };
  it('is as late as its first report of the last day was, and owed again', () => {
    const deadline = { onTimeDay: '2020-11-05' };
    const inTime = at(1, 'withdrawn', '2020-11-05T15:00:00Z');
    const late = at(1, 'withdrawn', '2020-11-07T15:00:00Z');
    const again = at(2, 'submitted', '2020-11-08T01:00:00Z');
    expect([inTime, late].map((first) => monthTiming([again, first], deadline, month).daysLate)).toEqual([0, 2]);
    const status = statusFor([at(2, 'draft', null), inTime], 'official');
    expect(status).toBe('missing');
    expect(isOwed({ status, acceptedAsOf: null, notOwed: null }, month)).toBe(true);
  });

  it('is still one that was returned, which its closing day does not close', () => {
    const versions = [at(1, 'returned', '2020-11-01T01:00:00Z'), at(2, 'withdrawn', '2020-11-02T01:00:00Z')];
    expect(isClosedToReports(versions, { closesOn: '2020-11-10' }, '2020-11-11')).toBe(false);
    expect(statusFor([...versions, at(3, 'submitted', null)], 'official')).toBe('resubmitted');
  });
});
