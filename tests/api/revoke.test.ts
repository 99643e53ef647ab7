/** Taking an acceptance back: before anything was issued on it, with a reason, and accepted again by a second person alone. */
import { describe, expect, it } from 'vitest';
import type { Overview } from '#api/standings/contract.ts';
import type { Notice } from '#api/inbox/contract.ts';
import { listAcceptedFigures } from '#db/figures.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  jiaxing,
  monthOf,
  once,
  ordinary,
  submissionIn,
  submittedOctober,
} from '#tests/support/reporting.ts';

const reason = { reason: '施工许可证与面积不符' };

/** Hangzhou's October, accepted as of today: the bureau's counter is 3, everybody else's 2. */
async function acceptedOctober() {
  const office = await submittedOctober();
  expect((await office.official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
  return office;
}

/** The bureau's notice that an acceptance was taken back. */
const toldOf = async (bureau: Caller): Promise<Notice | undefined> =>
  (await bureau.get('/api/inbox')).json<{ notices: Notice[] }>().notices.find(({ kind }) => kind === 'month-revoked');

const octoberOf = async (caller: Caller) => (await caller.get('/api/overview?year=2020&month=10')).json<Overview>();

/** The code with which taking back is refused. */
const refused = async (caller: Caller, body: object, version: number): Promise<string> =>
  (await caller.post(monthOf(hangzhou, 10, 'revoke'), body, basedOn(version))).json<{ code: string }>().code;

describe('an acceptance that is taken back', () => {
  it('counts no more, keeps its version with both decisions, and is told to the bureau with the reason', async () => {
    const { bureau, official, database } = await acceptedOctober();
    const before = await octoberOf(official);
    expect(before.coverage.accepted).toBe(2);
    const taken = submissionIn(
      await official.post(monthOf(hangzhou, 10, 'revoke'), reason, once(2, 'take-it-back-once')),
    );
    expect(taken).toMatchObject({ status: 'returned', version: 3, can: { accept: false, revoke: false } });
    expect(taken.versions).toMatchObject([
      { number: 1, state: 'revoked', decidedBy: 'official', revokedBy: 'official', revokeReason: reason.reason },
    ]);
    expect(
      submissionIn(await official.post(monthOf(hangzhou, 10, 'revoke'), reason, once(2, 'take-it-back-once'))),
    ).toEqual(taken);
    const october = { years: [2020], months: [10], regions: [hangzhou] };
    expect(await listAcceptedFigures(database.reader, october)).toEqual([]);
    expect((await octoberOf(official)).coverage.accepted).toBe(1);
    const told = await toldOf(bureau);
    expect(told).toMatchObject({ submission: { year: 2020, month: 10, region: hangzhou }, readAt: null });
    expect(told?.text.zh).toContain(reason.reason);
  });

  it('leaves out a month of the choice that has no other figure', async () => {
    // Jiaxing's is the only October that is accepted.
    const official = await (await demoApp()).signedInAs('official');
    const months = async () =>
      (await octoberOf(official)).months.filter(({ year, month }) => year === 2020 && month === 10);
    expect(await months()).toHaveLength(1);
    const { version } = submissionIn(await official.get(monthOf(jiaxing)));
    expect((await official.post(monthOf(jiaxing, 10, 'revoke'), reason, basedOn(version))).statusCode).toBe(200);
    expect(await months()).toHaveLength(0);
  });

  it('is sent again by its bureau and accepted by a second person', async () => {
    const { bureau, official } = await acceptedOctober();
    await official.post(monthOf(hangzhou, 10, 'revoke'), reason, basedOn(2));
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(3))).json()).toMatchObject({
      code: 'illegal-transition',
    });
    expect(submissionIn(await bureau.get(monthOf(hangzhou)))).toMatchObject({ version: 4, can: { save: true } });
    expect((await bureau.put(monthOf(hangzhou), ordinary, basedOn(4))).statusCode).toBe(200);
    expect((await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(5))).statusCode).toBe(200);
    expect(submissionIn(await official.get(monthOf(hangzhou))).status).toBe('resubmitted');
    expect((await toldOf(bureau))?.readAt).not.toBeNull();
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(4))).statusCode).toBe(200);
  });

  it('is refused without a reason, for a bureau, on another version, and under a correction that stands on it', async () => {
    const { bureau, official } = await acceptedOctober();
    expect(await refused(official, { reason: '不对' }, 2)).toBe('reason-required');
    expect(await refused(bureau, reason, 3)).toBe('not-allowed');
    expect(await refused(official, reason, 1)).toBe('stale-version');
    const correction = { figures: { 'green-demo': { cumulative: 23 } }, reason: '漏报一个项目' };
    await bureau.post(monthOf(hangzhou, 10, 'correct'), correction, basedOn(3));
    expect(await refused(official, reason, 3)).toBe('illegal-transition');
    await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(3));
    // Now the correction is what is taken back, and what it corrected stands again.
    const taken = submissionIn(await official.post(monthOf(hangzhou, 10, 'revoke'), reason, basedOn(4)));
    expect(taken.versions.map(({ state }) => state)).toEqual(['revoked', 'accepted']);
    expect(await refused(official, reason, 5)).toBe('illegal-transition');
  });

  it('is refused once a notice of an interview rests on it', async () => {
    const { official } = await acceptedOctober();
    const planned = { heldOn: '2020-10-28', place: '省厅', regions: [hangzhou], template: null };
    const body = { ...planned, title: { zh: '十月约谈', en: 'Talk in October' } };
    const { id, version } = (await official.post('/api/interviews', body)).json<{ id: string; version: number }>();
    const called = { command: 'call', reason: '' };
    const sent = await official.post(`/api/interviews/${id}/move`, called, basedOn(version));
    expect(sent.statusCode).toBe(200);
    const reply = await official.post(monthOf(hangzhou, 10, 'revoke'), reason, basedOn(2));
    expect(reply.json()).toMatchObject({ code: 'already-issued' });
    expect(reply.json<{ detail: string }>().detail).toContain('十月约谈');
  });
});
