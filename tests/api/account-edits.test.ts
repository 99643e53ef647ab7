import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Account } from '#api/accounts/contract.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { auditEvents } from '#db/schema.ts';
import { demoApp, type SignedInCaller, type TestApp } from '#tests/support/app.ts';

const basedOn = (version: number) => ({ 'if-match': `"${version}"` });
const title = { zh: '丽水市建设局', en: 'Lishui construction bureau' };
const lishui = { title, role: 'bureau', region: '331100' } as const;

async function addressOf({ database }: TestApp, name: string): Promise<string> {
  return `/api/accounts/${(await findAccountByName(database.reader, name))!.id}`;
}

/** The office, an administrator in it, and the address of an account. */
async function editing(name = 'lishui') {
  const office = await demoApp();
  return { office, administrator: await office.signedInAs('administrator'), address: await addressOf(office, name) };
}

/** A second administrator, who was a leader before. */
async function secondAdministrator(office: TestApp): Promise<SignedInCaller> {
  const leader = await findAccountByName(office.database.reader, 'leader');
  await office.database.write((tx) => updateAccount(tx, leader!.id, { role: 'administrator' }));
  return office.signedIn('leader');
}

describe('editing an account', () => {
  it('writes title, role and region, raises the version and says the tag of the next edit', async () => {
    const { office, administrator, address } = await editing();
    const reply = await administrator.put(address, { title, role: 'leader', region: null }, basedOn(1));
    expect(reply.json()).toMatchObject({ name: 'lishui', title, role: 'leader', region: null, version: 2 });
    expect(reply.headers.etag).toBe('"2"');
    expect(await findAccountByName(office.database.reader, 'lishui')).toMatchObject({
      titleZh: title.zh,
      role: 'leader',
      region: null,
      editedAs: { name: 'administrator' },
    });
  });

  it('is audited with what was before and what is now, of the fields that changed alone', async () => {
    const { office, administrator, address } = await editing();
    await administrator.put(address, { ...lishui, region: '330200' }, basedOn(1));
    const [event] = await office.database.reader.select().from(auditEvents).where(eq(auditEvents.object, 'lishui'));
    expect(event).toMatchObject({ action: 'account.edit', actor: 'demonstration-administrator', outcome: 'done' });
    expect(event?.detail).toEqual({
      from: { titleZh: '丽水市住房和城乡建设局', titleEn: expect.any(String), region: '331100' },
      to: { titleZh: title.zh, titleEn: title.en, region: '330200' },
    });
  });

  it.each([
    ['region', { ...lishui, region: '330200' }, 401],
    ['role', { ...lishui, role: 'leader', region: null }, 401],
    ['title alone', lishui, 200],
  ])('of the %s leaves the account’s sessions answering so', async (_what, body, status) => {
    const { office, administrator, address } = await editing();
    const caller = await office.signedIn('lishui');
    expect((await administrator.put(address, body, basedOn(1))).statusCode).toBe(200);
    expect((await caller.get('/api/session')).statusCode).toBe(status);
  });

  it('shows the second of two who edited what, and keeps the first one’s values', async () => {
    const { office, administrator, address } = await editing();
    const second = await secondAdministrator(office);
    await administrator.put(address, lishui, basedOn(1));
    const refused = await second.put(address, { ...lishui, region: '330200' }, basedOn(1));
    expect(refused.json()).toMatchObject({
      status: 409,
      code: 'stale-version',
      detail: expect.stringContaining('administrator'),
      current: { name: 'lishui', title, region: '331100', version: 2 },
    });
    expect(await findAccountByName(office.database.reader, 'lishui')).toMatchObject({ region: '331100' });
    expect((await second.put(address, lishui)).json()).toMatchObject({ status: 428, code: 'version-required' });
  });

  it.each([
    ['a bureau without a region', { ...lishui, region: null }],
    ['a bureau of the province', { ...lishui, region: '330000' }],
    ['a leader with a region', { ...lishui, role: 'leader' }],
  ])('refuses %s', async (_what, body) => {
    const { administrator, address } = await editing();
    const reply = await administrator.put(address, body, basedOn(1));
    expect(reply.json()).toMatchObject({ status: 422, code: 'region-required' });
  });

  it('lets nobody change their own role, and everybody their own title', async () => {
    const { administrator, address } = await editing('administrator');
    const own = { title, role: 'administrator', region: null };
    const refused = await administrator.put(address, { ...own, role: 'leader' }, basedOn(1));
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'not-allowed']);
    expect((await administrator.put(address, own, basedOn(1))).json()).toMatchObject({ title, version: 2 });
  });

  it('leaves an administrator where two take each other’s role at once', async () => {
    const { office, administrator, address } = await editing('administrator');
    const second = await secondAdministrator(office);
    const other = await addressOf(office, 'leader');
    const noLonger = { title, role: 'official', region: null };
    const replies = await Promise.all([
      administrator.put(other, noLonger, basedOn(1)),
      second.put(address, noLonger, basedOn(1)),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
    const left = await office.signedInAs('administrator');
    const accounts = (await left.get('/api/accounts')).json<Account[]>();
    expect(accounts.filter(({ role }) => role === 'administrator')).toHaveLength(1);
  });

  it('finds no account under an id that does not exist', async () => {
    const { administrator } = await editing();
    expect((await administrator.put('/api/accounts/nobody', lishui, basedOn(1))).statusCode).toBe(404);
  });
});
