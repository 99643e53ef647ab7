/** What an endpoint declares of its replies, and what comes of it. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#api/http/endpoint.ts';
import { encoderOf } from '#api/http/encode.ts';
import { demoApp } from '#tests/support/app.ts';
import { wenzhou } from '#tests/support/reporting.ts';

const numbered = z.object({ version: z.number().int() });
const definition = { name: 'x', method: 'GET', path: '/api/x', summary: 'x', access: 'public' } as const;

const taggedAs = (tag: 'bytes' | 'version' | 'none') =>
  encoderOf(endpoint({ ...definition, reply: numbered, tag }))({ version: 3 }).tag;
const tagAfter = (method: 'GET' | 'POST') =>
  encoderOf(endpoint({ ...definition, method, reply: numbered }))({ version: 3 }).tag;

describe('the tag of a reply', () => {
  it('is what its endpoint declares, whatever the reply looks like', () => {
    expect([taggedAs('version'), taggedAs('none')]).toEqual(['"3"', null]);
    expect(taggedAs('bytes')).toMatch(/^W\/"/);
  });

  it('is of the bytes for what is read and none for a change, where nothing is declared', () => {
    expect(tagAfter('GET')).toMatch(/^W\/"/);
    expect(tagAfter('POST')).toBeNull();
  });

  it('cannot be the version of a reply that has none', () => {
    const reply = z.object({ number: z.number() });
    // @ts-expect-error: the compiler refuses it.
    const wrong = endpoint({ ...definition, reply, tag: 'version' });
    expect(() => encoderOf(wrong)({ number: 3 })).toThrow();
  });

  it('of a submission is the version that the next change names', async () => {
    const { signedInAs } = await demoApp();
    const reply = await (await signedInAs('bureau', wenzhou)).get(`/api/submissions/2020/9/${wenzhou}`);
    expect(reply.headers['etag']).toBe(`"${reply.json<{ version: number }>().version}"`);
  });
});

/** Whether a schema speaks of a secret anywhere. */
const namesSecret = (schema: z.ZodType): boolean =>
  /"[^"]*(secret|token)[^"]*":/i.test(JSON.stringify(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })));

describe('a reply that holds a secret', () => {
  it('cannot be declared to be kept with a key, nor to be tagged', () => {
    const secret = { ...definition, reply: z.object({ secret: z.string() }), replyIsSecret: true } as const;
    expect(() => endpoint({ ...secret, method: 'POST', idempotent: true })).toThrow('secret');
    expect(() => endpoint({ ...secret, tag: 'bytes' })).toThrow('secret');
    expect(endpoint(secret).tag).toBe('none');
  });

  it('is declared so by every endpoint that has one', async () => {
    const { app } = await demoApp();
    const json = app.served.filter((one) => one.kind === 'json');
    const secret = json.filter(({ replyIsSecret }) => replyIsSecret).map(({ name }) => name);
    expect(secret).toEqual([
      'createAccount',
      'createAccounts',
      'resetPassword',
      'renewCalendarAddress',
      'createAccessToken',
    ]);
    expect(json.filter(({ reply }) => namesSecret(reply)).map(({ name }) => name)).toEqual(secret);
  });
});
