import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Interview } from '#api/interviews/contract.ts';
import type { ItemHistory } from '#api/interviews/item-contract.ts';
import { auditEvents, checklistEvents, checklistItems } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';
import { basedOn, hangzhou, lishui, once, storedState, wenzhou } from '#tests/support/reporting.ts';

const jinhua = '330700';
const interview = '2020-10-15';
const itemOf = (region: string, item: string, command = '') =>
  `/api/interviews/${interview}/items/${region}/${item}${command === '' ? '' : `/${command}`}`;
const note = { note: '已印发工作方案' };

const codeOf = async (response: Promise<{ json(): { code: string } }>) => (await response).json().code;

describe('the list of interviews', () => {
  it('counts the items of the three cities', async () => {
    const { signedInAs } = await demoApp();
    const lines = (await (await signedInAs('leader')).get('/api/interviews')).json();
    expect(lines).toHaveLength(1);
    // 3 × 17 = 51: three reported, one verified, one returned, 46 open
    expect(lines[0]).toMatchObject({
      id: interview,
      heldOn: '2020-10-15',
      regions: [wenzhou, jinhua, lishui],
      counts: { open: 46, reported: 3, verified: 1, returned: 1 },
      overdue: 0,
    });
  });

  it('shows a bureau those it was called to', async () => {
    const { signedInAs } = await demoApp();
    const own = (await (await signedInAs('bureau', lishui)).get('/api/interviews')).json();
    expect(own[0]).toMatchObject({ regions: [lishui], counts: { open: 16, reported: 1, verified: 0, returned: 0 } });
    expect((await (await signedInAs('bureau', hangzhou)).get('/api/interviews')).json()).toEqual([]);
  });

  it('counts what is late by the clock', async () => {
    const { signedInAs, clock } = await demoApp();
    // A session of its own: ten days later the one before has ended.
    const overdue = async () => (await (await signedInAs('official')).get('/api/interviews')).json()[0].overdue;
    // Due on 30 October: 1.1, 2.1, 2.3, 2.4 of three cities; Wenzhou's 1.1 is verified. Midnight in Shanghai is 16:00 UTC.
    clock.set('2020-10-30T15:59:00Z');
    expect(await overdue()).toBe(0);
    clock.set('2020-10-30T16:00:00Z');
    expect(await overdue()).toBe(11);
  });
});

describe('an interview', () => {
  it("shows its three requirements and every city's items", async () => {
    const { signedInAs } = await demoApp();
    const reply = (await (await signedInAs('official')).get(`/api/interviews/${interview}`)).json<Interview>();
    expect(reply.requirements.map(({ key, items }) => [key, items.length])).toEqual([
      ['awareness-and-projects', 6],
      ['finish-the-year', 5],
      ['responsibility-and-next-year', 6],
    ]);
    expect(reply.items).toHaveLength(51);
    expect(reply.items[0]).toMatchObject({
      region: wenzhou,
      item: '1.1',
      state: 'verified',
      version: 3,
      latest: { person: 'official' },
      can: { report: false, verify: false, return: false },
    });
    expect(reply.items.find(({ region, item }) => region === lishui && item === '1.3')?.can).toMatchObject({
      report: false,
      verify: true,
      return: true,
    });
  });

  it("shows a bureau its own city's items", async () => {
    const { signedInAs } = await demoApp();
    const reply = (await (await signedInAs('bureau', jinhua)).get(`/api/interviews/${interview}`)).json<Interview>();
    expect(reply.regions).toEqual([jinhua]);
    expect(new Set(reply.items.map(({ region }) => region))).toEqual(new Set([jinhua]));
    expect(reply.items.filter(({ can }) => can.report)).toHaveLength(16);
  });

  it('is not found by a bureau that was not called in, nor where there is none', async () => {
    const { signedInAs } = await demoApp();
    expect((await (await signedInAs('bureau', hangzhou)).get(`/api/interviews/${interview}`)).statusCode).toBe(404);
    expect((await (await signedInAs('official')).get('/api/interviews/2021-01-01')).statusCode).toBe(404);
  });
});

describe('an item', () => {
  it('goes from open to reported to verified, each step with its note', async () => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', lishui);
    const official = await signedInAs('official');
    const reported = await bureau.post(itemOf(lishui, '2.1', 'report'), note, basedOn(1));
    expect(reported.statusCode).toBe(200);
    expect(reported.json<ItemHistory>().item).toMatchObject({
      state: 'reported',
      version: 2,
      latest: { person: 'lishui', note: note.note },
    });
    const verified = await official.post(itemOf(lishui, '2.1', 'verify'), { note: '' }, basedOn(2));
    expect(verified.json<ItemHistory>()).toMatchObject({
      item: { state: 'verified', version: 3 },
      history: [
        { action: 'report', origin: 'reported' },
        { action: 'verify', person: 'official' },
      ],
    });
    const audited = await database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.object, `${interview}/${lishui}/2.1`));
    expect(audited.map(({ action }) => action).toSorted()).toEqual(['checklist.report', 'checklist.verify']);
  });

  it('comes back with a reason and is reported again', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', jinhua);
    const before = (await bureau.get(itemOf(jinhua, '2.1'))).json<ItemHistory>();
    expect(before.history.map(({ action }) => action)).toEqual(['report', 'return']);
    const again = await bureau.post(itemOf(jinhua, '2.1', 'report'), note, basedOn(before.item.version));
    expect(again.json<ItemHistory>().item).toMatchObject({ state: 'reported', version: 4 });
  });

  it('needs five characters to be reported or returned', async () => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', lishui);
    const official = await signedInAs('official');
    const before = await storedState(database);
    const short = await bureau.post(itemOf(lishui, '2.1', 'report'), { note: ' 完成 ' }, basedOn(1));
    expect(short.json()).toMatchObject({ code: 'reason-required', errors: [{ pointer: '/note' }] });
    const empty = await official.post(itemOf(lishui, '1.3', 'return'), { reason: '' }, basedOn(2));
    expect(empty.json()).toMatchObject({ code: 'reason-required', errors: [{ pointer: '/reason' }] });
    expect(await storedState(database)).toEqual(before);
  });

  it('is moved only from the state that allows it', async () => {
    const { signedInAs } = await demoApp();
    const bureau = await signedInAs('bureau', wenzhou);
    const official = await signedInAs('official');
    expect(await codeOf(bureau.post(itemOf(wenzhou, '1.1', 'report'), note, basedOn(3)))).toBe('illegal-transition');
    expect(await codeOf(official.post(itemOf(wenzhou, '1.2', 'verify'), note, basedOn(1)))).toBe('illegal-transition');
    const again = { reason: '请补充材料' };
    expect(await codeOf(official.post(itemOf(wenzhou, '1.1', 'return'), again, basedOn(3)))).toBe('illegal-transition');
  });

  it("is not another bureau's to see or to report", async () => {
    const { signedInAs, database } = await demoApp();
    const bureau = await signedInAs('bureau', lishui);
    const before = await storedState(database);
    expect((await bureau.get(itemOf(wenzhou, '1.1'))).statusCode).toBe(404);
    expect((await bureau.post(itemOf(wenzhou, '1.2', 'report'), note, basedOn(1))).statusCode).toBe(404);
    expect((await bureau.post(itemOf(lishui, '9.9', 'report'), note, basedOn(1))).statusCode).toBe(404);
    expect((await bureau.post(itemOf(lishui, '1.3', 'verify'), note, basedOn(2))).statusCode).toBe(403);
    expect(await storedState(database)).toEqual(before);
  });

  it('is verified by nobody who reported it', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const reportOf = and(eq(checklistEvents.region, lishui), eq(checklistEvents.item, '1.3'));
    await database.write((tx) =>
      tx
        .update(checklistEvents)
        .set({ actor: `demonstration-${official.name}` })
        .where(reportOf),
    );
    const response = await official.post(itemOf(lishui, '1.3', 'verify'), note, basedOn(2));
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ code: 'own-submission' });
  });

  it('is changed by one of two people with one version, and once under one key', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const responses = await Promise.all([
      official.post(itemOf(lishui, '1.3', 'verify'), note, basedOn(2)),
      official.post(itemOf(lishui, '1.3', 'return'), { reason: '请补充材料' }, basedOn(2)),
    ]);
    expect(responses.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const refused = responses.find(({ statusCode }) => statusCode === 409);
    expect(refused?.json()).toMatchObject({ code: 'stale-version', current: { item: { version: 3 } } });
    const bureau = await signedInAs('bureau', lishui);
    const twice = await Promise.all(
      [1, 2].map(() => bureau.post(itemOf(lishui, '2.2', 'report'), note, once(1, 'report-2.2'))),
    );
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const items = await database.reader
      .select()
      .from(checklistItems)
      .where(and(eq(checklistItems.region, lishui), eq(checklistItems.item, '2.2')));
    expect(items).toMatchObject([{ version: 2, state: 'reported' }]);
  });
});
