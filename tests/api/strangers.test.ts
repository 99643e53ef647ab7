import { describe, expect, it } from 'vitest';
import type { Account } from '#api/accounts/contract.ts';
import { countUnknown, unknownMinutes, type UnknownNames } from '#api/accounts/unknown-names.ts';
import { putFailures } from '#db/sign-in-sources.ts';
import { demonstrationPassword } from '#seeds/demo/accounts.ts';
import { demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { makePasswordCheap } from '#tests/support/cheap-password.ts';

const from = (address: string) => ({ 'x-forwarded-for': address });
const stranger = '203.0.113.9';
const office = '198.51.100.7';

async function officeBehindProxy(...names: readonly string[]): Promise<TestApp> {
  const app = await demoApp({ environment: { TRUSTED_PROXIES: '127.0.0.1' } });
  for (const name of names) await makePasswordCheap(app.database, name);
  return app;
}

const signIn = (caller: Caller, name: string, headers: Record<string, string>, password = demonstrationPassword) =>
  caller.post('/api/session', { name, password }, headers);

async function fail(caller: Caller, name: string, address: string, times = 5): Promise<void> {
  for (let time = 0; time < times; time += 1) await signIn(caller, name, from(address), 'wrong');
}

const tried = (machine: number) => ({ name: 'nobody', address: `203.0.113.${machine}` });

/** Strangers have failed 48 times together, the last time just now. */
const fortyEight = {
  account: 'demonstration-lishui',
  source: 'strangers',
  failures: 48,
  since: '2020-10-19T00:59:00.000Z',
  locks: 0,
  lockedUntil: null,
  lastFailedAt: '2020-10-19T01:00:00.000Z',
};

/** Signs in and returns the header of the device's cookie. */
async function knownDevice(caller: Caller, name: string, address: string): Promise<string> {
  const reply = await signIn(caller, name, from(address));
  const cookies = [reply.headers['set-cookie']].flat();
  const own = cookies.find((cookie) => cookie?.startsWith('xushi-device='));
  expect(own).toMatch(/HttpOnly; SameSite=Lax; Max-Age=34560000$/);
  return own?.split(';')[0] ?? '';
}

describe('a stranger with wrong passwords', () => {
  it('locks nobody but their own address, whosever name they use', async () => {
    const { anonymous } = await officeBehindProxy('official', 'administrator');
    for (const name of ['official', 'administrator']) {
      await fail(anonymous, name, stranger);
      expect((await signIn(anonymous, name, from(stranger))).json()).toMatchObject({ code: 'account-locked' });
      expect((await signIn(anonymous, name, from(office))).statusCode).toBe(200);
    }
  });

  it('at the same address does not lock a device that signed in before', async () => {
    const { anonymous } = await officeBehindProxy('lishui');
    const cookie = await knownDevice(anonymous, 'lishui', office);
    await fail(anonymous, 'lishui', office);
    expect((await signIn(anonymous, 'lishui', from(office))).json()).toMatchObject({ code: 'account-locked' });
    expect((await signIn(anonymous, 'lishui', { ...from(office), cookie })).statusCode).toBe(200);
  });

  it('on many addresses slows down all that are unknown, and no known address or device', async () => {
    const { anonymous, clock, database } = await officeBehindProxy('lishui', 'jinhua');
    const cookie = await knownDevice(anonymous, 'lishui', office);
    const other = await knownDevice(anonymous, 'jinhua', '198.51.100.99');
    await database.write((tx) => putFailures(tx, fortyEight));
    await fail(anonymous, 'lishui', '203.0.113.1', 1);
    // A known address does not add to the strangers'.
    await fail(anonymous, 'lishui', office, 2);
    expect((await signIn(anonymous, 'lishui', from('192.0.2.3'), 'wrong')).statusCode).toBe(401);
    const elsewhere = from('192.0.2.1');
    expect((await signIn(anonymous, 'lishui', elsewhere)).json()).toMatchObject({ code: 'account-locked' });
    // Another person's device is a stranger here.
    const foreign = await signIn(anonymous, 'lishui', { ...elsewhere, cookie: other });
    expect(foreign.json()).toMatchObject({ code: 'account-locked' });
    expect((await signIn(anonymous, 'lishui', { ...elsewhere, cookie })).statusCode).toBe(200);
    expect((await signIn(anonymous, 'lishui', from(office))).statusCode).toBe(200);
    clock.advance(5);
    expect((await signIn(anonymous, 'lishui', from('192.0.2.2'))).statusCode).toBe(200);
  });

  it('learns nothing of which names exist from locks: names without an account slow down alike', () => {
    const names: UnknownNames = new Map();
    for (let machine = 0; machine < 49; machine += 1) expect(countUnknown(names, tried(machine), 0)).toBe(0);
    expect(unknownMinutes(names, tried(100), 0)).toBe(0);
    countUnknown(names, tried(49), 0);
    expect(unknownMinutes(names, tried(100), 0)).toBe(5);
    expect(unknownMinutes(names, { ...tried(100), name: 'other' }, 0)).toBe(0);
  });

  it('gets five guesses by a stolen device cookie too', async () => {
    const { anonymous } = await officeBehindProxy('lishui');
    const cookie = await knownDevice(anonymous, 'lishui', office);
    for (let time = 0; time < 5; time += 1)
      await signIn(anonymous, 'lishui', { ...from(`203.0.113.${time}`), cookie }, 'wrong');
    const sixth = await signIn(anonymous, 'lishui', { ...from(stranger), cookie });
    expect(sixth.json()).toMatchObject({ code: 'account-locked' });
  });
});

describe('a lock', () => {
  it('is shown with its source and reason, and lifted without ending a session', async () => {
    const { anonymous, signedIn, signedInAs } = await officeBehindProxy('lishui');
    const own = await signedIn('lishui');
    const administrator = await signedInAs('administrator');
    await fail(anonymous, 'lishui', stranger);
    const listed = (await administrator.get('/api/accounts')).json<Account[]>().find(({ name }) => name === 'lishui');
    expect(listed).toMatchObject({
      locked: true,
      locks: [{ source: 'address', address: stranger, failures: 5, minutes: 15 }],
    });
    const unlocked = await administrator.post(`/api/accounts/${listed?.id}/unlock`);
    expect(unlocked.json()).toMatchObject({ name: 'lishui', locked: false, locks: [] });
    expect((await own.get('/api/session')).statusCode).toBe(200);
    expect((await signIn(anonymous, 'lishui', from(stranger))).statusCode).toBe(200);
    expect((await administrator.post('/api/accounts/nobody/unlock')).json()).toMatchObject({ code: 'not-found' });
  });

  it('is over when the clock that began it turns out to have been 400 days ahead', async () => {
    const { anonymous, clock } = await officeBehindProxy('lishui');
    clock.advance(400 * 24 * 60);
    await fail(anonymous, 'lishui', stranger);
    clock.advance(-400 * 24 * 60);
    expect((await signIn(anonymous, 'lishui', from(stranger))).statusCode).toBe(200);
  });
});

describe('a reset password', () => {
  it('makes devices that knew the old one strangers again', async () => {
    const { anonymous, signedInAs } = await officeBehindProxy('lishui');
    const cookie = await knownDevice(anonymous, 'lishui', office);
    const administrator = await signedInAs('administrator');
    const people = (await administrator.get('/api/accounts')).json<Account[]>();
    await administrator.post(`/api/accounts/${people.find(({ name }) => name === 'lishui')?.id}/reset`);
    for (let time = 0; time < 5; time += 1) await signIn(anonymous, 'lishui', { ...from(stranger), cookie }, 'wrong');
    const listed = (await administrator.get('/api/accounts')).json<Account[]>().find(({ name }) => name === 'lishui');
    expect(listed?.locks).toMatchObject([{ source: 'address', address: stranger }]);
  });
});
