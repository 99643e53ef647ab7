import { describe, expect, it, onTestFinished } from 'vitest';
import { officeClock } from '#api/server/clock.ts';
import { ConfigRefusal, readConfig } from '#api/server/config.ts';
import { openOffice } from '#api/server/open-office.ts';
import {
  AdministratorRefusal,
  createFirstAdministrator,
  resetAdministrator,
} from '#api/accounts/first-administrator.ts';
import { insertAuditEvent } from '#db/audit.ts';
import { countAdministrators, findAccountByName, listAccountRows, updateAccount } from '#db/accounts.ts';
import { auditEvents } from '#db/schema.ts';
import { listRegions } from '#db/regions.ts';
import { listFailures } from '#db/sign-in-sources.ts';
import { demoApp } from '#tests/support/app.ts';
import { newAddress } from '#tests/support/demonstration-copy.ts';
import { lockSource } from '#tests/support/lock-source.ts';

const quiet = { info: () => undefined, warn: () => undefined };

async function opened(address: string, demo: 'on' | 'off' | 'public', more: Readonly<Record<string, string>> = {}) {
  const office = await openOffice(readConfig({ DATABASE_URL: address, XUSHI_DEMO: demo, ...more }), quiet);
  onTestFinished(() => office.database.close().catch(() => undefined));
  return office;
}

describe('an office of its own', () => {
  it('begins with the reference data, without an account and with the machine’s time', async () => {
    const { database, clock, demonstration } = await opened(await newAddress(), 'off');
    expect(demonstration).toBe(false);
    expect(await listAccountRows(database.reader)).toEqual([]);
    expect((await listRegions(database.reader)).length).toBeGreaterThan(11);
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
  });

  it('never gets the demonstration later', async () => {
    const address = await newAddress();
    await (await opened(address, 'off')).database.close();
    const again = await opened(address, 'on');
    expect(again.demonstration).toBe(false);
    expect(await listAccountRows(again.database.reader)).toEqual([]);
  });

  it('may be reached by others, also where nobody said that the demonstration may', async () => {
    const address = await newAddress();
    await (await opened(address, 'off', { HOST: '0.0.0.0' })).database.close();
    expect((await opened(address, 'on', { HOST: '0.0.0.0' })).demonstration).toBe(false);
  });

  it('is not opened on the demonstration, whose passwords everybody knows', async () => {
    const address = await newAddress();
    await (await opened(address, 'on')).database.close();
    await expect(opened(address, 'off')).rejects.toThrow(ConfigRefusal);
  });
});

/** What a leader's session says in an office with these settings. */
async function sessionUnder(environment: Readonly<Record<string, string>>): Promise<unknown> {
  const { signedIn } = await demoApp({ environment });
  return (await (await signedIn('leader')).get('/api/session')).json();
}

describe('the demonstration', () => {
  it('is loaded once, with its clock in October 2020', async () => {
    const address = await newAddress();
    const first = await opened(address, 'on');
    expect(first.demonstration).toBe(true);
    expect(first.clock.now().toISOString()).toMatch(/^2020-10-19T01:00:/);
    const accounts = await listAccountRows(first.database.reader);
    await first.database.close();
    const again = await opened(address, 'on');
    expect(await listAccountRows(again.database.reader)).toEqual(accounts);
  });
});

describe('the demonstration’s clock', () => {
  const loadedAt = Date.parse('2020-10-19T01:00:00Z');

  it('goes on with the machine’s, and never back behind what was written down', async () => {
    const { database } = await demoApp();
    let machine = loadedAt;
    const open = () => officeClock(database.reader, { now: () => new Date(machine) });
    const clock = await open();
    machine += 90 * 60_000;
    expect(clock.now().toISOString()).toBe('2020-10-19T02:30:00.000Z');
    await database.write((tx) =>
      insertAuditEvent(tx, {
        id: '1',
        at: clock.now().toISOString(),
        actor: null,
        role: null,
        address: '',
        action: 'x',
        object: 'x',
        outcome: 'done',
        detail: {},
        requestId: 'x',
      }),
    );
    machine -= 3600_000;
    expect(clock.now().toISOString()).toBe('2020-10-19T02:30:00.000Z');
    expect((await open()).now().toISOString()).toBe('2020-10-19T02:30:00.000Z');
    machine += 2 * 3600_000;
    expect((await open()).now().toISOString()).toBe('2020-10-19T03:30:00.000Z');
  });
});

describe('the first administrator', () => {
  it('is made once, with a one-time secret and an audit row', async () => {
    const { database, clock } = await opened(await newAddress(), 'off');
    const secret = await createFirstAdministrator({ database, clock }, 'Admin.Zhang');
    expect(secret).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/);
    const [person] = await listAccountRows(database.reader);
    expect(person).toMatchObject({ name: 'admin.zhang', role: 'administrator', mustChangePassword: true });
    expect(person?.passwordExpiresAt).not.toBeNull();
    expect(await database.reader.select().from(auditEvents)).toMatchObject([
      { action: 'account.create-first', object: 'admin.zhang', actor: null, address: 'console' },
    ]);
    await expect(createFirstAdministrator({ database, clock }, 'second')).rejects.toThrow(AdministratorRefusal);
    expect(await countAdministrators(database.reader)).toBe(1);
  });

  it('is not made where one exists already, nor under a name that cannot be used', async () => {
    const { database, clock } = await demoApp();
    await expect(createFirstAdministrator({ database, clock }, 'second')).rejects.toThrow('exists already');
    const empty = await opened(await newAddress(), 'off');
    await expect(createFirstAdministrator(empty, 'a b')).rejects.toThrow('A name is');
  });
});

describe('an administrator who lost their password', () => {
  it('gets a new secret on the machine: sessions end, locks are lifted, the trail keeps it', async () => {
    const { database, clock, signedIn } = await demoApp();
    const own = await signedIn('administrator');
    await lockSource(database, 'demonstration-administrator');
    const before = await findAccountByName(database.reader, 'administrator');
    expect(await resetAdministrator({ database, clock }, 'Administrator')).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/);
    const person = await findAccountByName(database.reader, 'administrator');
    expect(person).toMatchObject({ mustChangePassword: true, passwordExpiresAt: '2020-10-20T01:00:00.000Z' });
    expect(person?.passwordHash).not.toBe(before?.passwordHash);
    expect((await own.get('/api/session')).statusCode).toBe(401);
    expect(await listFailures(database.reader)).toEqual([]);
    expect(await database.reader.select().from(auditEvents)).toMatchObject([
      { action: 'account.reset-on-machine', object: 'administrator', actor: null, address: 'console' },
    ]);
  });

  it('is nobody else: no unknown name, no other role, no disabled account', async () => {
    const { database, clock } = await demoApp();
    const reset = (name: string) => resetAdministrator({ database, clock }, name);
    await expect(reset('nobody')).rejects.toThrow('There is no account nobody');
    await expect(reset('leader')).rejects.toThrow('leader is no administrator');
    await database.write((tx) => updateAccount(tx, 'demonstration-administrator', { disabled: true }));
    await expect(reset('administrator')).rejects.toThrow('is disabled');
    expect(await database.reader.select().from(auditEvents)).toEqual([]);
  });
});

describe('the demonstration', () => {
  it.each([
    ['HOST', '0.0.0.0'],
    ['HOST', '10.1.2.3'],
    ['PUBLIC_ORIGIN', 'https://xushi.example.gov.cn'],
  ])('does not start where %s=%s lets strangers in, unless that is said by name', async (name, value) => {
    const address = await newAddress();
    const more = { [name]: value };
    await expect(opened(address, 'on', more)).rejects.toThrow(/XUSHI_DEMO=off[\s\S]*XUSHI_DEMO=public/);
    const shown = await opened(address, 'public', more);
    expect(shown.demonstration).toBe(true);
    await shown.database.close();
    // Nor does one that was begun on this machine alone.
    await expect(opened(address, 'on', more)).rejects.toThrow('XUSHI_DEMO=public');
    expect((await opened(address, 'on', { HOST: '127.0.0.9' })).demonstration).toBe(true);
  });

  it('tells the pages that its passwords are public where strangers can reach it', async () => {
    expect(await sessionUnder({})).toMatchObject({ demonstration: true, publicDemonstration: false });
    expect(await sessionUnder({ HOST: '0.0.0.0' })).toMatchObject({ demonstration: true, publicDemonstration: true });
  });
});
