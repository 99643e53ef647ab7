import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { roles, type AnyEndpoint, type Role } from '#api/http/endpoint.ts';
import type { Served } from '#api/http/serve.ts';
import { findPersonByName, updatePerson } from '#db/people.ts';
import { callerOf, demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { wenzhou, hangzhou } from '#tests/support/reporting.ts';

const nowhere = '339999';

/** Something for every parameter that an address may name. */
const parameters: Readonly<Record<string, string>> = {
  year: '2020',
  month: '10',
  region: wenzhou,
  indicator: 'prefab-area',
  meeting: '2020-10-15',
  item: '1.1',
  id: 'nobody',
};

function addressOf({ path, query }: AnyEndpoint, region: string): string {
  const filled = path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = name === 'region' ? region : parameters[name];
    if (value === undefined) throw new Error(`the matrix has no value for :${name}`);
    return value;
  });
  const asked = Object.keys(z.toJSONSchema(query, { io: 'input' }).properties ?? {});
  return asked.length === 0 ? filled : `${filled}?${asked.map((name) => `${name}=${parameters[name]}`).join('&')}`;
}

/** The least body that an endpoint's schema takes. */
function bodyOf({ body }: AnyEndpoint): unknown {
  const { type, properties = {}, required = [] } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  if (type !== 'object') return undefined;
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name])]));
}

function sampleOf(schema: unknown): unknown {
  const { type, enum: choices } = z
    .object({ type: z.unknown().optional(), enum: z.array(z.unknown()).optional() })
    .parse(schema);
  if (choices !== undefined) return choices[0];
  if (type === 'string') return 'a sample';
  if (type === 'boolean') return false;
  return type === 'object' ? {} : null;
}

async function call(caller: Caller, endpoint: AnyEndpoint, region = wenzhou) {
  const url = addressOf(endpoint, region);
  const version = { 'if-match': '0' };
  if (endpoint.method === 'GET') return caller.get(url);
  if (endpoint.method === 'DELETE') return caller.delete(url, version);
  return caller[endpoint.method === 'PUT' ? 'put' : 'post'](url, bodyOf(endpoint), version);
}

type Door = 'let through' | 'not-signed-in' | 'not-allowed';

/** What came of knocking. A stream goes on until the app closes, so only its beginning is asked for. */
async function knock(
  { app }: TestApp,
  { endpoint, contentType }: Served,
  headers: Record<string, string>,
): Promise<Door> {
  if (contentType === 'text/event-stream') {
    const reply = await app.inject({ url: addressOf(endpoint, wenzhou), headers, payloadAsStream: true });
    reply.stream().resume();
    return reply.statusCode === 401 ? 'not-signed-in' : reply.statusCode === 403 ? 'not-allowed' : 'let through';
  }
  const reply = await call(callerOf(app, headers), endpoint);
  const found = /"code":"(not-signed-in|not-allowed)"/.exec(reply.body)?.[1];
  return found === 'not-signed-in' || found === 'not-allowed' ? found : 'let through';
}

function doorOf({ access }: AnyEndpoint, caller: Role | 'anonymous'): Door {
  if (access === 'public') return 'let through';
  if (caller === 'anonymous') return 'not-signed-in';
  return access.includes(caller) ? 'let through' : 'not-allowed';
}

describe('the matrix of every endpoint and every role', () => {
  it('lets exactly those through whom the endpoint names', async () => {
    const office = await demoApp();
    const found = new Map<string, Door>();
    const expected = new Map<string, Door>();
    for (const caller of ['anonymous', ...roles] as const) {
      for (const served of office.app.served) {
        // A session of its own each time: one of the endpoints ends it.
        const headers = caller === 'anonymous' ? {} : { cookie: (await office.signedInAs(caller)).cookie };
        const at = `${served.endpoint.name} by ${caller}`;
        found.set(at, await knock(office, served, headers));
        expected.set(at, doorOf(served.endpoint, caller));
      }
    }
    expect(found).toEqual(expected);
    // 36 endpoints × (4 roles and nobody)
    expect(found.size).toBe(36 * 5);
  });

  it('lets nobody through to anything but the session while the password is a one-time secret', async () => {
    const office = await demoApp();
    for (const role of roles) {
      const { name, cookie } = await office.signedInAs(role);
      const person = await findPersonByName(office.database.reader, name);
      await office.database.write((tx) => updatePerson(tx, person!.id, { mustChangePassword: true }));
      const others = office.app.served.filter(
        ({ endpoint }) => endpoint.access !== 'public' && !endpoint.path.startsWith('/api/session'),
      );
      for (const { endpoint } of others) {
        const reply = await call(callerOf(office.app, { cookie }), endpoint);
        expect([endpoint.name, reply.json<{ code: string }>().code]).toEqual([
          endpoint.name,
          'password-change-required',
        ]);
      }
      // 36 less 5 public ones and 3 of the session
      expect(others).toHaveLength(28);
    }
  });
});

const bodyWithoutId = (body: string) => body.replace(/urn:uuid:[0-9a-f-]{36}/, '');

describe('a bureau', () => {
  it('is told of another city exactly what it is told of one that does not exist', async () => {
    const office = await demoApp();
    const caller = await office.signedInAs('bureau', wenzhou);
    const ofCities = office.app.served
      .map(({ endpoint }) => endpoint)
      .filter(({ path, access }) => path.includes(':region') && access.includes('bureau'));
    for (const endpoint of ofCities) {
      const [own, other, missing] = [
        await call(caller, endpoint, wenzhou),
        await call(caller, endpoint, hangzhou),
        await call(caller, endpoint, nowhere),
      ];
      const { name } = endpoint;
      expect({ name, own: own.statusCode === 404, other: other.statusCode }).toEqual({ name, own: false, other: 404 });
      expect(bodyWithoutId(other.body)).toBe(bodyWithoutId(missing.body));
      expect(other.body).toHaveLength(missing.body.length);
    }
    expect(ofCities.map(({ name }) => name)).toEqual([
      'city',
      'getSubmission',
      'saveDraft',
      'submit',
      'correct',
      'getItem',
      'reportItem',
    ]);
  });
});
