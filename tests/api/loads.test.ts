/** A whole province-year by file: what it would write, that nothing else is written, and that a second official accepts it. */
import { describe, expect, it } from 'vitest';
import type { LoadDetail, LoadLine } from '#api/loads/contract.ts';
import { verifySeals } from '#db/verification.ts';
import type { Notice } from '#api/inbox/contract.ts';
import { demoApp, type Caller } from '#tests/support/app.ts';
import { commit, head, loaded, loadOffice, preview, reason } from '#tests/support/loads.ts';
import {
  basedOn,
  hangzhou,
  lishui,
  monthOf,
  newestValue,
  ordinary,
  storedState,
  submissionIn,
  wenzhou,
} from '#tests/support/reporting.ts';
import { csvOf, type Cells } from '#tests/support/tables-in-files.ts';

/** Two cities' first half of 2015, of which nothing is known yet: area and share. */
const history: Cells = [
  head,
  ...[hangzhou, wenzhou].flatMap((region) =>
    [1, 2, 3, 4, 5, 6].flatMap((month) => [
      [region, 2015, month, 'prefab-area', 100 * month, null],
      [region, 2015, month, 'prefab-share', null, 400 * month],
    ]),
  ),
];

/** What a bureau has not read, in words. */
const unread = async (bureau: Caller): Promise<readonly string[]> =>
  (await bureau.get('/api/inbox'))
    .json<{ notices: Notice[] }>()
    .notices.filter(({ readAt }) => readAt === null)
    .map(({ text }) => text.zh);

describe('a load of history', () => {
  it('is told to each bureau alone: that it was entered, and then what became of it', async () => {
    const office = await loadOffice();
    const { first, second } = office;
    const bureau = await office.signedInAs('bureau', hangzhou);
    const rows = [1, 2, 3].map((month) => [hangzhou, 2015, month, 'prefab-area', month * 10]);
    const load = await loaded(first, csvOf([head, ...rows]));
    expect(await unread(bureau)).toEqual([
      `省厅代杭州市录入了 3 个月（至 2015年3月）的数据，待另一名省厅人员通过后计入。理由：${reason}`,
    ]);
    expect(await unread(await office.signedInAs('bureau', lishui))).toEqual([]);
    await second.post(`/api/loads/${load.id}/accept`);
    expect(await unread(bureau)).toEqual([
      `省厅代杭州市录入的 3 个月（至 2015年3月）的数据已通过，自此计入。理由：${reason}`,
    ]);
    const again = await loaded(first, csvOf([head, [hangzhou, 2015, 4, 'prefab-area', 50]]));
    await second.post(`/api/loads/${again.id}/withdraw`, { reason: '口径不一致' });
    expect(await unread(bureau)).toContain('省厅代杭州市录入的2015年4月的数据已撤销：口径不一致');
  });

  it('is previewed without a trace, entered by one official and accepted by another at once', async () => {
    const { first, second, database } = await loadOffice();
    const before = await storedState(database);
    const file = csvOf(history);
    const shown = await preview(first, file);
    expect(shown).toMatchObject({
      counts: { fresh: 24, same: 0, different: 0, conflicts: 0, refused: 0 },
      months: 12,
      incomplete: 12,
      years: [2015],
      regions: [hangzhou, wenzhou],
      faults: [],
      marked: null,
    });
    expect(await storedState(database)).toEqual(before);

    const load = (await commit(first, file, shown.digest)).json<LoadLine>();
    expect(load).toMatchObject({
      fileName: '2015年.csv',
      reason,
      state: 'waiting',
      months: { waiting: 12 },
      can: { accept: false, withdraw: true },
    });
    const march = `/api/submissions/2015/3/${wenzhou}`;
    const [waiting] = submissionIn(await first.get(march)).versions;
    expect(waiting).toMatchObject({
      state: 'submitted',
      asOf: '2015-03-31',
      note: reason,
      entered: { load: load.id, fileName: '2015年.csv' },
      figures: [
        { indicator: 'prefab-area', cumulative: 300 },
        { indicator: 'prefab-share', cumulative: 300, denominator: 1200 },
      ],
    });
    // It is decided on as a whole: the queue counts it and lists none of its months.
    expect((await second.get('/api/review')).json()).toMatchObject({ loads: 1 });
    expect((await second.get('/api/review')).body).not.toContain('"year":2015');
    // What Quzhou sent and the load: two things wait, not thirteen.
    expect((await second.get('/api/review/count')).json()).toEqual({ waiting: 2 });

    expect((await first.post(`/api/loads/${load.id}/accept`)).json()).toMatchObject({ code: 'own-submission' });
    expect((await second.get(`/api/loads/${load.id}`)).json<LoadDetail>()).toMatchObject({
      figures: 24,
      corrections: 0,
      own: false,
      years: [
        {
          year: 2015,
          regions: [
            { region: hangzhou, months: 6 },
            { region: wenzhou, months: 6 },
          ],
        },
      ],
    });
    const accepted = await second.post(`/api/loads/${load.id}/accept`);
    expect(accepted.json<LoadLine>()).toMatchObject({ state: 'accepted', months: { waiting: 0, accepted: 12 } });
    expect(submissionIn(await first.get(march))).toMatchObject({
      status: 'accepted',
      // The bureau is not late with what it did not report.
      daysLate: null,
      versions: [{ decidedBy: second.name }],
    });
    expect((await second.post(`/api/loads/${load.id}/accept`)).json()).toMatchObject({ code: 'illegal-transition' });
    expect((await verifySeals(database.reader)).findings).toEqual([]);
  });

  it('sent a second time changes nothing, while it waits and once it is accepted', async () => {
    const { first, second } = await loadOffice();
    const file = csvOf(history);
    const load = await loaded(first, file);
    const same = { counts: { fresh: 0, same: 24, different: 0, conflicts: 0, refused: 0 }, months: 0 };
    const again = await preview(second, file);
    expect(again).toMatchObject(same);
    expect((await commit(second, file, again.digest)).json()).toMatchObject({ code: 'load-nothing-new' });
    await second.post(`/api/loads/${load.id}/accept`);
    expect(await preview(first, file)).toMatchObject(same);
  });

  it('is written once for one key, and not where something changed since the preview or no reason is given', async () => {
    const { first, second, database } = await loadOffice();
    const file = csvOf(history);
    const { digest } = await preview(first, file);
    expect((await commit(first, file, digest, { why: '补录' })).json()).toMatchObject({ code: 'reason-required' });
    const once = (await commit(first, file, digest, { key: 'k1' })).json<LoadLine>();
    expect((await commit(first, file, digest, { key: 'k1' })).json<LoadLine>().id).toBe(once.id);
    const state = await storedState(database);
    expect((await commit(second, file, digest)).json()).toMatchObject({ code: 'load-changed' });
    expect(await storedState(database)).toEqual(state);
  });

  it('taken back leaves the months as they were, and a bureau’s draft the newest', async () => {
    const november = monthOf(hangzhou, 11);
    const test = await demoApp({ now: '2020-12-03T01:00:00Z' });
    const [official, own] = [await test.signedInAs('official'), await test.signedInAs('bureau', hangzhou)];
    await own.put(november, ordinary, basedOn(0));
    const load = await loaded(official, csvOf([head, [hangzhou, 2020, 11, 'prefab-area', 1999]]));
    expect(submissionIn(await own.get(november))).toMatchObject({ status: 'submitted', can: { withdraw: false } });
    const refused = await official.post(`/api/loads/${load.id}/withdraw`, { reason: '' });
    expect(refused.json()).toMatchObject({ code: 'reason-required' });
    const taken = await official.post(`/api/loads/${load.id}/withdraw`, { reason: '文件弄错了年份' });
    expect(taken.json<LoadLine>()).toMatchObject({ state: 'withdrawn', months: { withdrawn: 1 } });
    const after = submissionIn(await own.get(november));
    expect([after.status, newestValue(after, 'prefab-area'), after.can.submit]).toEqual(['draft', 2010.5, true]);
    expect(submissionIn(await official.get(november))).toMatchObject({
      status: 'missing',
      versions: [{ state: 'withdrawn', returnReason: '文件弄错了年份' }],
    });
  });
});

describe('a month entered by hand', () => {
  it('is sent in the bureau’s place, and accepted by somebody else', async () => {
    const { first, second, database } = await loadOffice();
    const at = `/api/loads/2015/12/${hangzhou}`;
    const body = { figures: { 'green-demo': { cumulative: 12 } }, reason: '上年年末存量，依据年报' };
    const entered = submissionIn(await first.post(at, body, basedOn(0)));
    expect(entered).toMatchObject({
      status: 'submitted',
      versions: [{ state: 'submitted', asOf: '2015-12-31', entered: { fileName: null }, note: body.reason }],
    });
    expect((await first.post(at, body, basedOn(1))).json()).toMatchObject({ code: 'load-month-waiting' });
    const [load] = (await second.get('/api/loads')).json<{ loads: LoadLine[] }>().loads;
    expect(load).toMatchObject({ fileName: null, months: { waiting: 1 }, can: { accept: true } });
    await second.post(`/api/loads/${load?.id}/accept`);
    expect((await first.post(at, body, basedOn(2))).json()).toMatchObject({ code: 'load-nothing-new' });
    expect((await first.post(at, body, basedOn(0))).json()).toMatchObject({ code: 'stale-version' });
    const running = await first.post(`/api/loads/2020/10/${hangzhou}`, body, basedOn(0));
    expect(running.json()).toMatchObject({ code: 'load-month-running' });
    expect((await verifySeals(database.reader)).findings).toEqual([]);
  });
});
