/** Read-only tokens: who makes them, what they open, and when they end. */
import { describe, expect, it } from 'vitest';
import type { AccessTokens } from '#api/access-tokens/contract.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { accessTokens, auditEvents } from '#db/schema.ts';
import { newTokenOf } from '#tests/support/access-tokens.ts';
import { callerOf, demoApp } from '#tests/support/app.ts';
import { hangzhou, wenzhou } from '#tests/support/reporting.ts';

const address = '/api/open/dataset?format=json&year=2020';
const zh = { 'accept-language': 'zh' };

const codeOf = (reply: { json(): unknown }) => (reply.json() as { code: string }).code;
const regionsIn = (reply: { json(): unknown }) =>
  new Set((reply.json() as { region: string }[]).map(({ region }) => region));

describe('a token', () => {
  it('reads by Bearer and as the password of Basic; in an address only where it was made for one', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    const [inHead, inAddress] = [await newTokenOf(official), await newTokenOf(official, { inAddress: true })];
    const { anonymous } = office;
    const basic = `Basic ${Buffer.from(`anything:${inHead.token}`).toString('base64')}`;
    for (const headers of [inHead.bearer, { authorization: basic }, inAddress.bearer]) {
      const reply = await anonymous.get(address, headers);
      expect([reply.statusCode, regionsIn(reply).size]).toEqual([200, 11]);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
    const at = (token: string) => anonymous.get(`/api/open/${token}/dataset?format=json&year=2020`);
    expect((await at(inAddress.token)).statusCode).toBe(200);
    expect(codeOf(await at(inHead.token))).toBe('token-unknown');
    const none = await anonymous.get(address, zh);
    expect([none.statusCode, codeOf(none)]).toEqual([401, 'token-required']);
    expect(none.headers['www-authenticate']).toContain('Basic');
    expect(codeOf(await anonymous.get(address, { authorization: 'Bearer xushi_' }))).toBe('token-unknown');
    expect(codeOf(await anonymous.get(address, { cookie: official.cookie }))).toBe('token-required');
  });

  it('opens nothing but what is for tokens, and changes nothing', async () => {
    const office = await demoApp();
    const { bearer } = await newTokenOf(await office.signedInAs('official'));
    const program = callerOf(office.app, bearer);
    const others = office.app.served.filter(({ access }) => access !== 'public' && access !== 'token');
    expect(others.length).toBeGreaterThan(100);
    for (const { method, path } of others) {
      const url = path.replaceAll(/:\w+/g, '330300');
      const reply = await office.app.inject({ method, url, headers: { host: 'localhost', ...bearer } });
      expect(`${method} ${path} ${reply.statusCode}`).toMatch(/ (401|403)$/);
    }
    const open = office.app.served.filter(({ access }) => access === 'token');
    expect(open.map(({ method, kind }) => `${method} ${kind}`)).toEqual(['GET file', 'GET file']);
    expect((await program.post('/api/open/dataset', {})).statusCode).toBe(404);
  });

  it('is refused from its last day’s end on, from its revocation on, and once its account could not make it', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    const { anonymous, clock, database } = office;
    const [expiring, revoked, orphaned] = [
      await newTokenOf(official, { lastDay: '2020-10-19' }),
      await newTokenOf(official),
      await newTokenOf(await office.signedInAs('bureau', wenzhou), { region: wenzhou }),
    ];
    const codes = async () =>
      Promise.all(
        [expiring, revoked, orphaned].map(async ({ bearer }) => {
          const reply = await anonymous.get(address, bearer);
          return reply.statusCode === 200 ? 'reads' : codeOf(reply);
        }),
      );
    clock.set('2020-10-19T15:59:59.999Z');
    expect(await codes()).toEqual(['reads', 'reads', 'reads']);
    clock.set('2020-10-19T16:00:00.000Z');
    const again = await office.signedInAs('official');
    const end = (reason = '平台已下线停用') => again.post(`/api/access-tokens/${revoked.id}/revoke`, { reason });
    expect(codeOf(await end('停用'))).toBe('reason-required');
    expect((await end()).json()).toMatchObject({ state: 'revoked', revoked: { reason: '平台已下线停用' } });
    expect((await end()).statusCode).toBe(404);
    const bureau = await findAccountByName(database.reader, 'wenzhou');
    await database.write((tx) => updateAccount(tx, bureau!.id, { region: hangzhou }));
    expect(await codes()).toEqual(['token-expired', 'token-revoked', 'token-orphaned']);
    const said = (language: string) => anonymous.get(address, { ...revoked.bearer, 'accept-language': language });
    expect((await said('zh')).json()).toMatchObject({ detail: expect.stringContaining('2020-10-20 00:00') });
    expect((await said('en')).json()).toMatchObject({ detail: expect.stringContaining('revoked at 2020-10-20 00:00') });
    await database.write((tx) => updateAccount(tx, bureau!.id, { region: wenzhou, disabled: true }));
    expect((await codes())[2]).toBe('token-orphaned');
  });

  it('is the department’s to make for any city or all, a bureau’s for its own, and nobody else’s', async () => {
    const office = await demoApp();
    const [official, bureau, leader, administrator] = [
      await office.signedInAs('official'),
      await office.signedInAs('bureau', wenzhou),
      await office.signedInAs('leader'),
      await office.signedInAs('administrator'),
    ];
    const body = { name: 'x', region: wenzhou, lastDay: '2020-10-31', inAddress: false };
    const tryAs = (caller: typeof official, more: object) => caller.post('/api/access-tokens', { ...body, ...more });
    const statuses = await Promise.all([
      tryAs(bureau, {}),
      tryAs(bureau, { region: hangzhou }),
      tryAs(bureau, { region: null }),
      tryAs(official, { region: '339999' }),
      tryAs(official, { lastDay: '2020-10-18' }),
      tryAs(official, { lastDay: '2021-10-21' }),
      tryAs(official, { lastDay: '2021-10-20' }),
      tryAs(leader, {}),
      tryAs(administrator, {}),
    ]);
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([200, 404, 404, 404, 422, 422, 200, 403, 403]);
    const [whole, own] = [await newTokenOf(official), await newTokenOf(official, { region: wenzhou })];
    expect(regionsIn(await office.anonymous.get(address, own.bearer))).toEqual(new Set([wenzhou]));
    expect(regionsIn(await office.anonymous.get(`${address}&region=${hangzhou}`, own.bearer))).toEqual(new Set());
    const listed = (await bureau.get('/api/access-tokens')).json<AccessTokens>();
    expect(listed.can).toEqual({ create: true, region: wenzhou });
    expect(listed.issued.map(({ region, can }) => [region, can.revoke])).toEqual(
      expect.arrayContaining([
        [wenzhou, true],
        [wenzhou, false],
      ]),
    );
    expect(listed.issued).toHaveLength(3);
    for (const id of [whole.id, own.id]) {
      expect((await bureau.post(`/api/access-tokens/${id}/revoke`, { reason: '不再使用了' })).statusCode).toBe(404);
      const ended = await administrator.post(`/api/access-tokens/${id}/revoke`, { reason: '不再使用了' });
      expect(ended.statusCode).toBe(200);
    }
  });

  it('is told once, kept as a hash, counted when used and slowed when it asks without end; making and ending it is audited', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    const { id, token, bearer } = await newTokenOf(official);
    const small = `${address}&region=${wenzhou}&indicator=green-demo`;
    const codes: number[] = [];
    for (let use = 0; use < 31; use += 1) codes.push((await office.anonymous.get(small, bearer)).statusCode);
    expect([codes.filter((code) => code === 200).length, codes.at(-1)]).toEqual([30, 429]);
    expect((await office.anonymous.get(small, (await newTokenOf(official)).bearer)).statusCode).toBe(200);
    await official.post(`/api/access-tokens/${id}/revoke`, { reason: '平台已下线停用' });
    await expect
      .poll(async () =>
        (await official.get('/api/access-tokens')).json<AccessTokens>().issued.find((one) => one.id === id),
      )
      .toMatchObject({ uses: 30, lastUsedAt: '2020-10-19T01:00:00.000Z', state: 'revoked' });
    const events = await office.database.reader.select().from(auditEvents);
    const own = events.filter(({ action }) => action.endsWith('-token'));
    expect(own.map(({ action, object }) => `${action} ${object}`).toSorted()).toEqual([
      'account.create-token 数据分析平台',
      'account.create-token 数据分析平台',
      'account.revoke-token 数据分析平台',
    ]);
    const kept = JSON.stringify([events, await office.database.reader.select().from(accessTokens)]);
    expect(kept).not.toContain(token.slice('xushi_'.length));
  });
});
