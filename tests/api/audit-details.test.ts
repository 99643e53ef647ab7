/** What the audit trail says of what was done, and what becomes of an account. */
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Account } from '#api/accounts/contract.ts';
import { auditActionNames, auditGroupOf } from '#api/http/audit-action.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { auditEvents, sessions } from '#db/schema.ts';
import { insertSession } from '#db/sessions.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { enterJobs, runDueJobs } from '#api/server/jobs.ts';
import { officeJobs } from '#api/server/office-jobs.ts';
import { lockSource } from '#tests/support/lock-source.ts';
import { demoApp, type TestApp } from '#tests/support/app.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';
import { basedOn, hangzhou, monthOf, ordinary, quzhou } from '#tests/support/reporting.ts';

const detailsOf = async ({ database }: Pick<TestApp, 'database'>, object: string) =>
  (
    await database.reader
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.object, object))
      .orderBy(asc(auditEvents.at), asc(auditEvents.id))
  ).map(({ action, detail }) => [action, detail]);

describe('the trail of a month', () => {
  it('has every figure in base units, and of a correction the ones before too', async () => {
    const office = await demoApp();
    const bureau = await office.signedInAs('bureau', hangzhou);
    const official = await office.signedInAs('official');
    const next = () => office.clock.advance(1);
    // 2010.5, 1201.25 and 120.5 of 10 000 m², a share as both of its parts, 22 pieces.
    const figures = {
      'prefab-area': 20_105_000,
      'prefab-civil': 12_012_500,
      'prefab-share': [20_105_000, 67_000_000],
      'steel-housing': 1_205_000,
      'green-demo': 22,
    };
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    next();
    await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1));
    next();
    await official.post(monthOf(hangzhou, 10, 'return'), { reason: ' 请核对十月数据 ' }, basedOn(1));
    expect(await detailsOf(office, `2020-10/${hangzhou}`)).toEqual([
      ['submission.save', { number: 1, asOf: '2020-10-19', figures }],
      ['submission.submit', { number: 1, asOf: '2020-10-19', figures }],
      ['submission.return', { number: 1, kind: 'submission', asOf: '2020-10-19', reason: '请核对十月数据' }],
    ]);
    const correction = { figures: { 'prefab-area': { cumulative: 1900 } }, reason: '一个项目误计入九月' };
    expect((await bureau.post(monthOf(hangzhou, 9, 'correct'), correction, basedOn(3))).statusCode).toBe(200);
    const [[action, detail] = []] = await detailsOf(office, `2020-09/${hangzhou}`);
    expect(action).toBe('submission.correct');
    expect(detail).toMatchObject({
      number: 2,
      asOf: '2020-09-30',
      reason: '一个项目误计入九月',
      before: { 'prefab-area': 19_124_000, 'prefab-civil': 11_423_000 },
      figures: { 'prefab-area': 19_000_000 },
    });
  });

  it('has who accepted which version, and when', async () => {
    const office = await demoApp();
    office.clock.advance(7);
    const official = await office.signedInAs('official');
    expect((await official.post(monthOf(quzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
    expect(await office.database.reader.select().from(auditEvents)).toMatchObject([
      {
        at: '2020-10-19T01:07:00.000Z',
        actor: 'demonstration-official',
        role: 'official',
        action: 'submission.accept',
        object: `2020-10/${quzhou}`,
        outcome: 'done',
        detail: { number: 1, kind: 'submission', asOf: '2020-10-18' },
      },
    ]);
  });
});

describe('an account', () => {
  it('is shown as locked while it is, and a reset unlocks it and ends its sessions', async () => {
    const office = await demoApp();
    const { database, signedInAs, signedIn } = office;
    const person = await findAccountByName(database.reader, 'lishui');
    await lockSource(database, person!.id);
    const administrator = await signedInAs('administrator');
    const own = await signedIn('lishui');
    const listed = async () =>
      (await administrator.get('/api/accounts')).json<Account[]>().filter(({ locked }) => locked);
    expect((await listed()).map(({ name }) => name)).toEqual(['lishui']);
    const reset = await administrator.post(`/api/accounts/${person!.id}/reset`);
    expect(reset.json()).toMatchObject({ account: { name: 'lishui', locked: false, mustChangePassword: true } });
    expect(reset.json<{ secret: string }>().secret).toMatch(/^(?:[A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
    expect(await listed()).toEqual([]);
    expect((await own.get('/api/session')).statusCode).toBe(401);
    expect(await findAccountByName(database.reader, 'lishui')).toMatchObject({
      // 24 hours from now
      passwordExpiresAt: '2020-10-20T01:00:00.000Z',
    });
    expect(await detailsOf(office, 'lishui')).toEqual([['account.reset-password', {}]]);
  });

  it('that is disabled and enabled again leaves a row of each', async () => {
    const office = await demoApp();
    const administrator = await office.signedInAs('administrator');
    const person = await findAccountByName(office.database.reader, 'lishui');
    for (const disabled of [true, false]) {
      office.clock.advance(1);
      await administrator.put(`/api/accounts/${person!.id}/state`, { disabled });
    }
    expect((await detailsOf(office, 'lishui')).map(([action]) => action)).toEqual([
      'account.disable',
      'account.enable',
    ]);
  });

  it('of one’s own is refused to be disabled, not to be enabled, which changes nothing', async () => {
    const office = await demoApp();
    const administrator = await office.signedInAs('administrator');
    const person = await findAccountByName(office.database.reader, 'administrator');
    const reply = await administrator.put(`/api/accounts/${person!.id}/state`, { disabled: false });
    expect([reply.statusCode, reply.json<Account>().disabled]).toEqual([200, false]);
  });
});

describe('a one-time secret', () => {
  it('counts until 24 hours are over, and not at that instant', async () => {
    const { database, anonymous, clock } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const person = await findAccountByName(database.reader, 'lishui');
    const passwordExpiresAt = '2020-10-20T01:00:00.000Z';
    await database.write((tx) => updateAccount(tx, person!.id, { passwordExpiresAt }));
    const signIn = async () =>
      (await anonymous.post('/api/session', { name: 'lishui', password: demonstrationPassword })).statusCode;
    clock.set('2020-10-20T00:59:59.999Z');
    expect(await signIn()).toBe(200);
    clock.set(passwordExpiresAt);
    expect(await signIn()).toBe(401);
  });
});

describe('sessions that have ended', () => {
  it('are cleared away by their job, whosesoever they are, and no living one', async () => {
    const { app, database, anonymous } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const person = await findAccountByName(database.reader, 'wenzhou');
    const old = (tokenHash: string, createdAt: string, lastSeenAt: string) =>
      database.write((tx) =>
        insertSession(tx, { tokenHash, account: person!.id, createdAt, lastSeenAt, address: '127.0.0.1' }),
      );
    // It is 01:00 UTC: half an hour ago is 00:30, twelve hours ago is 13:00 of the day before.
    await old('living', '2020-10-18T13:00:00.000Z', '2020-10-19T00:30:00.000Z');
    await old('idle', '2020-10-18T14:00:00.000Z', '2020-10-19T00:29:59.999Z');
    await old('too old', '2020-10-18T12:59:59.999Z', '2020-10-19T00:59:00.000Z');
    const reply = await anonymous.post('/api/session', { name: 'lishui', password: demonstrationPassword });
    expect(reply.statusCode).toBe(200);
    await enterJobs(app.services, officeJobs);
    await runDueJobs(app.services, officeJobs, new AbortController().signal);
    const rows = await database.reader.select().from(sessions);
    expect(rows.filter((row) => row.account === person!.id).map(({ tokenHash }) => tokenHash)).toEqual(['living']);
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.account !== person!.id)).toMatchObject({
      createdAt: '2020-10-19T01:00:00.000Z',
      lastSeenAt: '2020-10-19T01:00:00.000Z',
      address: '127.0.0.1',
    });
  });
});

describe('the groups of the trail', () => {
  it('are the words before the dot of every action, so that none is filed under another', () => {
    expect(auditActionNames.map((name) => [name, auditGroupOf(name)])).toEqual(
      auditActionNames.map((name) => [name, name.split('.')[0]]),
    );
  });
});
