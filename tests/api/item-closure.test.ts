/** Items to their closure: extensions, undo, several at once, the data; and no way round the second person. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interview } from '#api/interviews/contract.ts';
import type { ItemHistory } from '#api/interviews/item-contract.ts';
import { standingOf } from '#api/interviews/item-lifecycle.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { closeItemsByData } from '#api/server/office-jobs.ts';
import { findItem, listEvents } from '#db/interviews.ts';
import { verifySeals } from '#db/verification.ts';
import { attachFile, heldMeeting, office, secondOfficial, type Office } from '#tests/support/meetings.ts';
import type { SignedInCaller } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, wenzhou } from '#tests/support/reporting.ts';

const meeting = '2020-10-15';
const itemOf = (region: string, item: string, command = '', id = meeting) =>
  `/api/interviews/${id}/items/${region}/${item}${command === '' ? '' : `/${command}`}`;
const reason = { reason: '请补充会议纪要' };

describe('a later day', () => {
  it('is asked for by the bureau and granted by an official', async () => {
    const at = await office();
    const bureau = await at.signedInAs('bureau', lishui);
    const wanted = { dueOn: '2020-11-13', reason: '文件会签需要时间' };
    const early = await bureau.post(itemOf(lishui, '2.1', 'ask'), { ...wanted, dueOn: '2020-10-30' }, basedOn(1));
    expect(early.json()).toMatchObject({ code: 'day-not-later' });
    const asked = await bureau.post(itemOf(lishui, '2.1', 'ask'), wanted, basedOn(1));
    expect(asked.json<ItemHistory>().item).toMatchObject({ dueOn: '2020-10-30', asked: wanted, can: { ask: false } });
    const granted = await at.official.post(itemOf(lishui, '2.1', 'decide'), { grant: true, reason: '' }, basedOn(2));
    expect(granted.json<ItemHistory>()).toMatchObject({
      item: { dueOn: '2020-11-13', asked: null, state: 'open' },
      history: [{ action: 'ask' }, { action: 'grant', detail: { dueOn: { from: '2020-10-30', to: '2020-11-13' } } }],
    });
  });

  it('is refused with a reason, or set by an official alone', async () => {
    const at = await office();
    const bureau = await at.signedInAs('bureau', lishui);
    await bureau.post(itemOf(lishui, '2.2', 'ask'), { dueOn: '2020-11-30', reason: '人手不足请延期' }, basedOn(1));
    const bare = await at.official.post(itemOf(lishui, '2.2', 'decide'), { grant: false, reason: '' }, basedOn(2));
    expect(bare.json()).toMatchObject({ code: 'reason-required' });
    const refused = await at.official.post(itemOf(lishui, '2.2', 'decide'), { grant: false, ...reason }, basedOn(2));
    expect(refused.json<ItemHistory>().item).toMatchObject({ dueOn: '2020-11-06', asked: null });
    const set = await at.official.post(itemOf(lishui, '2.2', 'extend'), { dueOn: '2020-11-20', ...reason }, basedOn(3));
    expect(set.json<ItemHistory>().item).toMatchObject({ dueOn: '2020-11-20', version: 4 });
  });
});

describe('who answers for an item', () => {
  it('is named by its bureau; its day is set by an official while nothing was reported', async () => {
    const at = await office();
    const bureau = await at.signedInAs('bureau', lishui);
    const duty = { owner: '丽水市住建局 办公室', person: '张三', dueOn: null };
    const named = await bureau.post(itemOf(lishui, '3.1', 'assign'), duty, basedOn(1));
    expect(named.json<ItemHistory>().item).toMatchObject({ owner: duty.owner, person: '张三', dueOn: '2020-11-30' });
    const moved = { ...duty, dueOn: '2020-12-31' };
    expect((await bureau.post(itemOf(lishui, '3.1', 'assign'), moved, basedOn(2))).statusCode).toBe(403);
    const set = await at.official.post(itemOf(lishui, '3.1', 'assign'), moved, basedOn(2));
    expect(set.json<ItemHistory>().item).toMatchObject({ dueOn: '2020-12-31', person: '张三' });
  });
});

describe('an item that demands evidence', () => {
  it('is reported by either side only while a file is attached that was not taken back', async () => {
    const at = await office();
    const bureau = await at.signedInAs('bureau', lishui);
    const report = (caller: SignedInCaller, version: number) =>
      caller.post(itemOf(lishui, '1.4', 'report'), { note: '已印发专项规划' }, basedOn(version));
    for (const caller of [bureau, at.official]) {
      const bare = await report(caller, 1);
      expect([bare.statusCode, bare.json().code]).toEqual([409, 'evidence-missing']);
    }
    // Another item's file, and the same item's of another city, are none of this one.
    await attachFile(bureau, itemOf(lishui, '1.5'));
    await attachFile(await at.signedInAs('bureau', wenzhou), itemOf(wenzhou, '1.4'));
    expect((await report(bureau, 1)).statusCode).toBe(409);
    const id = await attachFile(bureau, itemOf(lishui, '1.4'));
    expect((await bureau.post(`/api/attachments/${id}/remove`, { reason: '上传了错误的文件' })).statusCode).toBe(200);
    expect((await report(bureau, 1)).json()).toMatchObject({ code: 'evidence-missing' });
    await attachFile(bureau, itemOf(lishui, '1.4'));
    expect((await report(bureau, 1)).json<ItemHistory>().item).toMatchObject({ state: 'reported', version: 2 });
  });
});

describe('a verification', () => {
  it('is taken back within ten seconds by who gave it; the history keeps all three', async () => {
    const at = await office();
    await at.official.post(itemOf(wenzhou, '2.1', 'verify'), { note: '' }, basedOn(2));
    const undone = await at.official.post(itemOf(wenzhou, '2.1', 'undo'), {}, basedOn(3));
    expect(undone.json<ItemHistory>()).toMatchObject({
      item: { state: 'reported', version: 4, can: { undo: false, verify: true } },
      history: [{ action: 'report' }, { action: 'verify' }, { action: 'undo' }],
    });
    await at.official.post(itemOf(wenzhou, '2.1', 'return'), reason, basedOn(4));
    at.clock.set('2020-10-19T01:00:11Z');
    const late = await at.official.post(itemOf(wenzhou, '2.1', 'undo'), {}, basedOn(5));
    expect(late.json()).toMatchObject({ code: 'too-late-to-undo' });
  });

  it('is another’s where an official reported in the place of the bureau', async () => {
    const at = await office();
    await secondOfficial(at);
    const reported = await at.official.post(itemOf(lishui, '1.2', 'report'), { note: '电话报告已印发' }, basedOn(1));
    expect(reported.json<ItemHistory>().item).toMatchObject({ state: 'reported', can: { verify: false } });
    const own = await at.official.post(itemOf(lishui, '1.2', 'verify'), { note: '' }, basedOn(2));
    expect(own.json()).toMatchObject({ code: 'own-submission' });
    const other = await at.signedIn('second');
    const verified = await other.post(itemOf(lishui, '1.2', 'verify'), { note: '' }, basedOn(2));
    expect(verified.json<ItemHistory>().item).toMatchObject({ state: 'verified', closedBy: 'person' });
  });
});

describe('several items at once', () => {
  it('are moved all or none, each from the version that was seen', async () => {
    const at = await office();
    const three = [
      { region: wenzhou, item: '2.1', version: 2 },
      { region: lishui, item: '1.3', version: 2 },
      { region: '330700', item: '1.1', version: 2 },
    ];
    const body = { command: 'verify', items: three, reason: '', dueOn: null };
    const address = `/api/interviews/${meeting}/items`;
    const stale = { ...body, items: three.map((one, index) => ({ ...one, version: index === 2 ? 1 : 2 })) };
    expect((await at.official.post(address, stale)).json()).toMatchObject({ code: 'stale-version' });
    const before = (await at.official.get(`/api/interviews/${meeting}`)).json<Interview>();
    expect(before.items.filter(({ state }) => state === 'reported')).toHaveLength(3);
    const done = (await at.official.post(address, body)).json<Interview>();
    expect(done.items.filter(({ state }) => state === 'verified')).toHaveLength(4);
    const extend = { ...body, command: 'extend', reason: '统一延期一周', dueOn: '2021-01-08' };
    const open = before.items.filter(({ state }) => state === 'open').slice(0, 2);
    const items = open.map(({ region, item, version }) => ({ region, item, version }));
    const extended = (await at.official.post(address, { ...extend, items })).json<Interview>();
    expect(extended.items.filter(({ dueOn }) => dueOn === '2021-01-08')).toHaveLength(2);
  });
});

describe('what waits', () => {
  it('is every open item of held meetings, a bureau’s own for a bureau', async () => {
    const at = await office();
    const all = (await at.official.get('/api/checklist')).json();
    expect(all.items).toHaveLength(50);
    expect(all.items[0].item.dueOn).toBe('2020-10-30');
    const own = (await (await at.signedInAs('bureau', lishui)).get('/api/checklist')).json();
    expect(own.items).toHaveLength(17);
    expect((await (await at.signedInAs('bureau', hangzhou)).get('/api/checklist')).json().items).toEqual([]);
  });
});

const runJob = async (at: Office) => {
  const { services } = at.app;
  await enterJobs(services, [closeItemsByData]);
  at.clock.advance(2);
  return runDueJobs(services, [closeItemsByData], new AbortController().signal);
};

describe('an item that the data check', () => {
  it('is closed by them with reason and numbers, overruled by a person, and left alone then', async () => {
    const at = await office();
    // Hangzhou has met its annual targets; Wenzhou has not.
    const held = await heldMeeting(at, { regions: [hangzhou] });
    await runJob(at);
    const closed = (await at.official.get(itemOf(hangzhou, '2.5', '', held.id))).json<ItemHistory>();
    expect(closed).toMatchObject({
      item: { state: 'verified', closedBy: 'data', version: 2, latest: { person: 'xushi' } },
      history: [{ action: 'close', note: '核心指标均已完成年度目标', detail: { check: { verdict: 'holds' } } }],
      check: { verdict: 'holds' },
    });
    expect(closed.history[0]?.detail?.check?.numbers[0]?.value.zh).toMatch(/^[\d.]+ \/ [\d.]+ 万㎡，1\d\d\.\d %$/);
    const path = itemOf(hangzhou, '2.5', 'overrule', held.id);
    const overruled = await at.official.post(path, { reason: '有两个项目待核实' }, basedOn(2));
    expect(overruled.json<ItemHistory>().item).toMatchObject({ state: 'open', closedBy: null });
    await runJob(at);
    const later = (await at.official.get(itemOf(hangzhou, '2.5', '', held.id))).json<ItemHistory>();
    expect(later.item).toMatchObject({ state: 'open', version: 3 });
    const short = (await at.official.get(itemOf(wenzhou, '2.5'))).json<ItemHistory>();
    expect(short).toMatchObject({ item: { state: 'open', version: 1 }, check: { verdict: 'fails' } });
    expect((await verifySeals(at.database.reader)).findings).toEqual([]);
  });

  it('is opened again when the data no longer hold, and verified against them with a reason alone', async () => {
    const at = await office();
    const held = await heldMeeting(at, { regions: [hangzhou] });
    await runJob(at);
    const raised = { amount: 99_999, effectiveMonth: 10, documentNumber: '〔2020〕9号', reason: '市政府申请调整' };
    await at.official.post(`/api/targets/2020/${hangzhou}/prefab-area`, raised, basedOn(1));
    await runJob(at);
    const opened = (await at.official.get(itemOf(hangzhou, '2.5', '', held.id))).json<ItemHistory>();
    expect(opened).toMatchObject({ item: { state: 'open', closedBy: null }, check: { verdict: 'fails' } });
    expect(opened.history.map(({ action }) => action)).toEqual(['close', 'reopen']);
    const bureau = await at.signedInAs('bureau', hangzhou);
    await bureau.post(itemOf(hangzhou, '2.5', 'report', held.id), { note: '按原目标已完成' }, basedOn(3));
    const bare = await at.official.post(itemOf(hangzhou, '2.5', 'verify', held.id), { note: '' }, basedOn(4));
    expect(bare.json()).toMatchObject({ code: 'reason-required' });
    const said = await at.official.post(
      itemOf(hangzhou, '2.5', 'verify', held.id),
      { note: '按原目标认定' },
      basedOn(4),
    );
    expect(said.json<ItemHistory>().item.state).toBe('verified');
  });
});

const commands = ['report', 'verify', 'return', 'undo', 'extend', 'ask', 'decide', 'assign', 'overrule'] as const;
const bodies: Readonly<Record<(typeof commands)[number], object>> = {
  report: { note: '已印发工作方案' },
  verify: { note: '' },
  return: reason,
  undo: {},
  extend: { dueOn: '2021-03-31', ...reason },
  ask: { dueOn: '2021-03-31', ...reason },
  decide: { grant: true, reason: '' },
  assign: { owner: '丽水市住建局', person: '李四', dueOn: null },
  overrule: reason,
};

const step = fc.record({
  who: fc.constantFrom('lishui', 'lishui', 'official', 'official', 'second', 'wenzhou', 'leader'),
  command: fc.constantFrom('report', 'report', 'verify', 'verify', ...commands),
  /** How far off the version is that it was based on. */
  off: fc.constantFrom(0, 0, 0, 0, 1),
});

/** What chance leaves out now and then: an item that comes back again and again, and is closed in the end. */
const closing = [
  ...Array.from({ length: 4 }, () => [told('lishui', 'report'), told('official', 'return')]).flat(),
  told('lishui', 'report'),
  told('official', 'verify'),
];

function told(who: (typeof callerNames)[number], command: (typeof commands)[number]) {
  return { who, command, off: 0 };
}

/** Two whom the rules let through more often than the others. */
const callerNames = ['lishui', 'official', 'second', 'wenzhou', 'leader'] as const;

describe('whatever is asked in whatever order', () => {
  it('closes nothing without a second person and loses no version of a history', async () => {
    const at = await office();
    await secondOfficial(at);
    const callers = new Map<string, SignedInCaller>();
    for (const who of callerNames) callers.set(who, await at.signedIn(who));
    const untouched = ['1.1', '1.2', '1.4', '1.5', '2.1', '2.2', '2.3', '3.1', '3.3', '3.4', '3.5', '3.6'];
    for (const item of ['1.4', '1.5', '3.1', '3.3', '3.4']) {
      await attachFile(callers.get('lishui')!, itemOf(lishui, item));
    }
    const tally = { entries: 0, verified: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 16 }), fc.nat(20), async (asked, seconds) => {
        // Each run has an item of its own, for one that is verified hardly moves on.
        const item = untouched.pop() ?? '3.2';
        const key = { interview: meeting, region: lishui, item };
        let before = (await listEvents(at.database.reader, key)).filter((event) => event.item === item);
        for (const { who, command, off } of asked) {
          at.clock.advance(seconds / 60);
          const version = (await findItem(at.database.reader, key, null))!.version + off;
          const reply = await callers.get(who)!.post(itemOf(lishui, item, command), bodies[command], basedOn(version));
          const events = (await listEvents(at.database.reader, key)).filter((event) => event.item === item);
          const after = (await findItem(at.database.reader, key, null))!;
          // What was told stays told; each command that was let through adds one entry and one version.
          const isDone = reply.statusCode === 200;
          expect(events.slice(0, before.length)).toEqual(before);
          expect(events).toHaveLength(before.length + (isDone ? 1 : 0));
          expect(after).toMatchObject({ version: 1 + events.length, state: standingOf(events).state });
          if (after.state === 'verified') {
            const closing = events.findLastIndex(({ action }) => action === 'verify');
            const report = events.slice(0, closing).findLast(({ action }) => action === 'report');
            expect(report?.actor).toEqual(expect.any(String));
            expect(events[closing]?.actor).not.toBe(report?.actor);
            tally.verified += 1;
          }
          tally[isDone ? 'entries' : 'refused'] += 1;
          before = events;
        }
      }),
      { numRuns: 13, endOnFailure: true, examples: [[closing, 1]] },
    );
    // The walk has come through: something was done, refused and closed.
    expect(tally.entries).toBeGreaterThan(20);
    expect(tally.refused).toBeGreaterThan(20);
    expect(tally.verified).toBeGreaterThan(0);
  });
});
