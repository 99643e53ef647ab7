import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoApp } from '#tests/support/app.ts';

const overview = '/api/overview?year=2020&month=9';

describe('a reply', () => {
  it('with a version names it in ETag, as If-Match takes it', async () => {
    const { signedIn } = await demoApp();
    const reply = await (await signedIn('wenzhou')).get('/api/submissions/2020/8/330300');
    expect(reply.headers.etag).toBe(`"${reply.json<{ version: number }>().version}"`);
  });

  it('without one is answered 304 to whom the same bytes were sent', async () => {
    const { signedInAs } = await demoApp();
    const caller = await signedInAs('official');
    const first = await caller.get(overview);
    const again = await caller.get(overview, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    // Nothing is sent, so nothing is said of its length and kind.
    expect(again.headers).not.toHaveProperty('content-length');
    expect(again.headers).not.toHaveProperty('content-type');
    expect((await caller.get(overview, { 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
  });

  it('has another tag for somebody who sees something else', async () => {
    const { signedInAs } = await demoApp();
    const official = await (await signedInAs('official')).get(overview);
    const bureau = await (await signedInAs('bureau')).get(overview, { 'if-none-match': String(official.headers.etag) });
    expect(bureau.statusCode).toBe(200);
  });

  it('is packed for whom unpacks, with the same content', async () => {
    const { signedInAs } = await demoApp();
    const caller = await signedInAs('official');
    const plain = await caller.get(overview);
    const packed = await caller.get(overview, { 'accept-encoding': 'gzip, br' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  });
});

describe('readiness', () => {
  it('is 200 while the database can be relied on, and 503 with the reason when it cannot', async () => {
    const { anonymous, database } = await demoApp();
    expect((await anonymous.get('/api/ready')).json()).toEqual({ status: 'ready', failingJobs: [] });
    await database.close();
    const reply = await anonymous.get('/api/ready', { 'accept-language': 'en' });
    expect(reply.json()).toMatchObject({ status: 503, code: 'unavailable' });
    expect(reply.body).not.toContain('/tmp');
  });

  it('is not asked by the health check, which touches nothing', async () => {
    const { anonymous, database } = await demoApp();
    await database.close();
    expect((await anonymous.get('/api/health')).json()).toEqual({ status: 'ok' });
  });
});
