import { describe, expect, it } from 'vitest';
import type { Account } from '#api/accounts/contract.ts';
import { findAccountByName } from '#db/accounts.ts';
import { auditEvents } from '#db/schema.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { callerOf, demoApp } from '#tests/support/app.ts';
import { cheapHash, makePasswordCheap } from '#tests/support/cheap-password.ts';

const chen = {
  name: 'chen.yu',
  title: { zh: '宁波市住房和城乡建设局', en: 'Ningbo housing and construction bureau' },
  role: 'bureau',
  region: '330200',
} as const;

const secretForm = /^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){3}$/;
const cookieOf = (header: string | string[] | undefined) => String(header).split(';')[0] ?? '';

const change = (next: string, current = demonstrationPassword) => ({ current, next });

describe('an administrator', () => {
  it('sees the accounts by name, without anything of a password', async () => {
    const { signedInAs } = await demoApp();
    const reply = await (await signedInAs('administrator')).get('/api/accounts');
    const names = reply.json<Account[]>().map(({ name }) => name);
    // 3 of the department and 11 of the bureaus
    expect(names).toHaveLength(14);
    expect(names).toEqual(names.toSorted());
    expect(reply.body).not.toMatch(/argon2|hash/i);
  });

  it('names the offices behind account names: to a bureau its own and the department’s', async () => {
    const office = await demoApp();
    const namesFor = async (name: string) =>
      (await (await office.signedIn(name)).get('/api/accounts/titles')).json<{ name: string; title: object }[]>();
    expect((await namesFor('lishui')).map(({ name }) => name)).toEqual([
      'administrator',
      'leader',
      'lishui',
      'official',
    ]);
    expect(await namesFor('leader')).toHaveLength(14);
    expect(await namesFor('lishui')).toContainEqual({
      name: 'lishui',
      title: { zh: '丽水市住房和城乡建设局', en: expect.any(String) },
    });
  });

  it('creates an account whose one-time secret must be changed before anything else', async () => {
    const { signedInAs, anonymous, app } = await demoApp();
    const created = await (await signedInAs('administrator')).post('/api/accounts', chen);
    expect(created.json()).toMatchObject({
      account: { ...chen, mustChangePassword: true, locked: false, disabled: false },
    });
    const { secret } = created.json<{ secret: string }>();
    expect(secret).toMatch(secretForm);
    const begun = await anonymous.post('/api/session', { name: chen.name, password: secret });
    expect(begun.json()).toMatchObject({ person: { mustChangePassword: true } });
    const caller = callerOf(app, { cookie: cookieOf(begun.headers['set-cookie']) });
    expect((await caller.get('/api/regions')).json()).toMatchObject({ status: 403, code: 'password-change-required' });
    expect((await caller.get('/api/session')).statusCode).toBe(200);
    const changed = await caller.put('/api/session/password', { current: secret, next: 'Qingming-2021-rain' });
    expect(changed.json()).toMatchObject({ person: { mustChangePassword: false } });
    const free = callerOf(app, { cookie: cookieOf(changed.headers['set-cookie']) });
    expect((await free.get('/api/regions')).statusCode).toBe(200);
  });

  it('gives out secrets that expire after 24 hours', async () => {
    const { signedInAs, anonymous, clock } = await demoApp();
    const created = await (await signedInAs('administrator')).post('/api/accounts', chen);
    const { secret } = created.json<{ secret: string }>();
    clock.advance(24 * 60);
    const reply = await anonymous.post('/api/session', { name: chen.name, password: secret });
    expect(reply.json()).toMatchObject({ status: 401, code: 'secret-expired' });
  });

  it('gives out secrets that sign in once', async () => {
    const { signedInAs, anonymous } = await demoApp();
    const created = await (await signedInAs('administrator')).post('/api/accounts', chen);
    const { secret } = created.json<{ secret: string }>();
    const signIn = () => anonymous.post('/api/session', { name: chen.name, password: secret });
    expect((await signIn()).statusCode).toBe(200);
    expect((await signIn()).json()).toMatchObject({ status: 401, code: 'secret-expired' });
  });

  it('resets a password: the old one, the lock and the sessions are gone', async () => {
    const { signedInAs, signedIn, anonymous, database } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const caller = await signedIn('lishui');
    for (let time = 0; time < 5; time += 1) await anonymous.post('/api/session', { name: 'lishui', password: 'wrong' });
    const person = await findAccountByName(database.reader, 'lishui');
    const reset = await (await signedInAs('administrator')).post(`/api/accounts/${person!.id}/reset`);
    expect(reset.json()).toMatchObject({ account: { name: 'lishui', locked: false, mustChangePassword: true } });
    expect((await caller.get('/api/session')).statusCode).toBe(401);
    const { secret } = reset.json<{ secret: string }>();
    expect((await anonymous.post('/api/session', { name: 'lishui', password: demonstrationPassword })).statusCode).toBe(
      401,
    );
    expect((await anonymous.post('/api/session', { name: 'lishui', password: secret })).statusCode).toBe(200);
  });

  it('disables an account, whose sessions end at once, and enables it again', async () => {
    const { signedInAs, signedIn, database } = await demoApp();
    const administrator = await signedInAs('administrator');
    const caller = await signedIn('lishui');
    const person = await findAccountByName(database.reader, 'lishui');
    const state = `/api/accounts/${person!.id}/state`;
    expect((await administrator.put(state, { disabled: true })).json()).toMatchObject({
      name: 'lishui',
      disabled: true,
    });
    expect((await caller.get('/api/session')).statusCode).toBe(401);
    expect((await administrator.put(state, { disabled: false })).json()).toMatchObject({ disabled: false });
    expect((await (await signedIn('lishui')).get('/api/session')).statusCode).toBe(200);
  });

  it('cannot disable the own account', async () => {
    const { signedInAs, database } = await demoApp();
    const administrator = await signedInAs('administrator');
    const person = await findAccountByName(database.reader, administrator.name);
    const reply = await administrator.put(`/api/accounts/${person!.id}/state`, { disabled: true });
    expect(reply.json()).toMatchObject({ code: 'not-allowed' });
  });

  it('cannot reset the own password, for which the old one is needed', async () => {
    const { database, signedInAs } = await demoApp();
    const administrator = await signedInAs('administrator');
    const person = await findAccountByName(database.reader, administrator.name);
    const reply = await administrator.post(`/api/accounts/${person!.id}/reset`);
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([403, 'not-allowed']);
  });

  it('leaves an audit row for every command, without the secret', async () => {
    const { signedInAs, database } = await demoApp();
    const created = await (await signedInAs('administrator')).post('/api/accounts', chen);
    const rows = await database.reader.select().from(auditEvents);
    expect(rows).toMatchObject([
      {
        actor: 'demonstration-administrator',
        role: 'administrator',
        action: 'account.create',
        object: 'chen.yu',
        outcome: 'done',
        address: '127.0.0.1',
        detail: { role: 'bureau', region: '330200' },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain(created.json<{ secret: string }>().secret);
  });

  it.each([
    ['a name that is taken', { ...chen, name: 'Wenzhou' }, 409, 'already-exists'],
    ['a bureau without a city', { ...chen, region: null }, 422, 'region-required'],
    ['a bureau of a province', { ...chen, region: '330000' }, 422, 'region-required'],
    ['a bureau of no city there is', { ...chen, region: '999999' }, 422, 'region-required'],
    ['a leader with a city', { ...chen, role: 'leader' }, 422, 'region-required'],
    ['a name with a Cyrillic letter', { ...chen, name: 'wеnzhou2' }, 422, 'invalid-input'],
    ['a name with an invisible mark', { ...chen, name: 'chen\u202Eyu' }, 422, 'text-not-allowed'],
    ['a name with a space', { ...chen, name: 'chen yu' }, 422, 'invalid-input'],
    ['a role that does not exist', { ...chen, role: 'root' }, 422, 'invalid-input'],
    ['a field of its own', { ...chen, disabled: false }, 422, 'invalid-input'],
  ])('cannot create %s', async (_what, body, status, code) => {
    const { signedInAs, database } = await demoApp();
    const reply = await (await signedInAs('administrator')).post('/api/accounts', body);
    expect(reply.json()).toMatchObject({ status, code });
    expect(await findAccountByName(database.reader, chen.name)).toBeUndefined();
  });

  it('finds no account under an id that does not exist', async () => {
    const { signedInAs } = await demoApp();
    const administrator = await signedInAs('administrator');
    expect((await administrator.post('/api/accounts/nobody/reset')).statusCode).toBe(404);
    expect((await administrator.put('/api/accounts/nobody/state', { disabled: true })).statusCode).toBe(404);
  });
});

describe('changing the own password', () => {
  it('ends every other session, begins a new one and makes the new password count', async () => {
    const { signedIn, anonymous, database, app } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const [here, there] = [await signedIn('lishui'), await signedIn('lishui')];
    const changed = await here.put('/api/session/password', change('Qingming-2021-rain'));
    expect(changed.statusCode).toBe(200);
    expect((await there.get('/api/session')).statusCode).toBe(401);
    expect((await here.get('/api/session')).statusCode).toBe(401);
    const renewed = callerOf(app, { cookie: cookieOf(changed.headers['set-cookie']) });
    expect((await renewed.get('/api/session')).statusCode).toBe(200);
    const signedInAgain = await anonymous.post('/api/session', { name: 'lishui', password: 'Qingming-2021-rain' });
    expect(signedInAgain.statusCode).toBe(200);
  });

  it('needs the current one, and wrong guesses lock the account', async () => {
    const { signedIn, database } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const caller = await signedIn('lishui');
    for (let time = 0; time < 5; time += 1) {
      const reply = await caller.put('/api/session/password', change('Qingming-2021-rain', 'wrong'));
      expect(reply.json()).toMatchObject({ status: 401, code: 'wrong-name-or-password' });
    }
    const locked = await caller.put('/api/session/password', change('Qingming-2021-rain'));
    expect(locked.json()).toMatchObject({ status: 429, code: 'account-locked' });
  });

  it('takes five wrong guesses made at once, and not the right one that finishes after them', async () => {
    const { signedIn, database } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const caller = await signedIn('lishui');
    const guesses = [...Array.from({ length: 8 }, () => 'wrong'), demonstrationPassword];
    const replies = await Promise.all(
      guesses.map((current) => caller.put('/api/session/password', change('Qingming-2021-rain', current))),
    );
    const codes = replies.map((reply) => reply.json<{ code: string }>().code);
    expect(codes.filter((code) => code === 'wrong-name-or-password')).toHaveLength(5);
    // Three wrong ones and the right one, whose new password takes longer to hash than all guesses to fail.
    expect(codes.filter((code) => code === 'account-locked')).toHaveLength(4);
    expect((await findAccountByName(database.reader, 'lishui'))?.passwordHash).toBe(cheapHash);
  });

  it('does not tell a right guess by what the next password lacks', async () => {
    const { signedIn, database } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const caller = await signedIn('lishui');
    const right = await caller.put('/api/session/password', change('weak'));
    const wrong = await caller.put('/api/session/password', change('weak', 'wrong'));
    expect({ ...wrong.json<object>(), instance: '' }).toEqual({ ...right.json<object>(), instance: '' });
  });

  it('lets one of two through that change it at once, and the loser’s password never counts', async () => {
    const { signedIn, anonymous, database } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const callers = [await signedIn('lishui'), await signedIn('lishui')];
    const nexts = ['Qingming-2021-rain', 'Guyu-2021-barley'];
    const replies = await Promise.all(
      callers.map((caller, at) => caller.put('/api/session/password', change(nexts[at] ?? ''))),
    );
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
    for (const [at, reply] of replies.entries()) {
      const tried = await anonymous.post('/api/session', { name: 'lishui', password: nexts[at] });
      expect(tried.statusCode).toBe(reply.statusCode);
    }
  });

  it('does not undo what an administrator did while the new one was hashed', async () => {
    const { signedIn, signedInAs, anonymous, database } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const [caller, administrator] = [await signedIn('lishui'), await signedInAs('administrator')];
    const person = await findAccountByName(database.reader, 'lishui');
    const [changed, disabled] = await Promise.all([
      caller.put('/api/session/password', change('Qingming-2021-rain')),
      administrator.put(`/api/accounts/${person!.id}/state`, { disabled: true }),
    ]);
    expect([changed.statusCode, disabled.statusCode]).toEqual([401, 200]);
    expect(changed.headers['set-cookie']).toBeUndefined();
    expect((await findAccountByName(database.reader, 'lishui'))?.passwordHash).toBe(cheapHash);
    expect((await anonymous.get('/api/session')).statusCode).toBe(401);
  });

  it.each(['short-1A', 'xushi-demo-2020', 'Lishui-2020-abcdef', 'Password-2020'])('refuses “%s”', async (next) => {
    const { signedIn, database } = await demoApp();
    await makePasswordCheap(database, 'lishui');
    const reply = await (await signedIn('lishui')).put('/api/session/password', change(next));
    expect(reply.json()).toMatchObject({ status: 422, code: 'weak-password', errors: [{ pointer: '/next' }] });
  });
});
