import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openToBound } from '#api/http/bound-officials.ts';
import { roles, type AnyEndpoint } from '#api/http/endpoint.ts';
import { findAccountByName, updateAccount } from '#db/accounts.ts';
import { callerOf, demoApp, type Caller, type TestApp } from '#tests/support/app.ts';
import { accessTable } from './access-table.ts';
import { wenzhou, hangzhou } from '#tests/support/reporting.ts';

const nowhere = '339999';

const callers = ['nobody', ...roles] as const;
type CallerKind = (typeof callers)[number];

/** The table's lines by endpoint: whom each lets through. */
const mayCall = readTable(accessTable);

function readTable(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const [head = [], ...lines] = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== '');
  const cellsOf = ([, ...cells]: readonly string[]) => {
    if (cells.length !== callers.length || cells.some((cell) => cell !== 'yes' && cell !== 'no')) {
      throw new Error(`a line of the matrix is not yes or no in every column: ${cells.join(' ')}`);
    }
    return new Set(head.slice(1).filter((_caller, column) => cells[column] === 'yes'));
  };
  return new Map(lines.map((line) => [line[0] ?? '', cellsOf(line)]));
}

/** Whom the table lets call an endpoint; a new endpoint needs its line first. */
function allowedTo(name: string): ReadonlySet<string> {
  const allowed = mayCall.get(name);
  if (allowed === undefined) throw new Error(`add the line of ${name} to the table of access-matrix.test.ts`);
  return allowed;
}

/** What remains open while the password is a one-time secret: to see who one is, to change it, and to leave. */
const withSecret = new Set(['currentSession', 'signOut', 'changePassword']);

/** Something for every parameter that an address may name. */
const parameters: Readonly<Record<string, string>> = {
  secret: 'A'.repeat(43),
  token: `xushi_${'A'.repeat(43)}`,
  year: '2020',
  month: '10',
  region: wenzhou,
  indicator: 'prefab-area',
  interview: '2020-10-15',
  item: '1.1',
  id: 'nobody',
  project: 'none',
  attachment: '0'.repeat(32),
  name: 'minutes.pdf',
  paper: 'brief',
  from: '2020-10-01',
  to: '2020-10-31',
  actor: 'official',
  group: 'submission',
  object: '331100',
  outcome: 'done',
  before: '2020-10-19T01:00:00.000Z~nobody',
  known: '2020-10-19',
  language: 'zh',
  format: 'csv',
  number: '1',
};

/** The address of an endpoint, asked for everything that its query may name, or for what it must. */
function addressOf({ path, query }: AnyEndpoint, region: string, asking: 'all' | 'required' = 'all'): string {
  const filled = path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = name === 'region' ? region : parameters[name];
    if (value === undefined) throw new Error(`the matrix has no value for :${name}`);
    return value;
  });
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  const asked = (asking === 'all' ? Object.keys(properties) : required).map(
    (name) => `${name}=${name === 'region' ? region : parameters[name]}`,
  );
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}

/** Fields of bodies whose schema is told by no type. */
const bodySamples: Readonly<Record<string, unknown>> = {
  dueOn: '2020-12-31',
  text: '请核对',
  points: Array.from({ length: 12 }, () => 1),
};

/** The least body that an endpoint's schema takes. */
function bodyOf(endpoint: AnyEndpoint): unknown {
  if (endpoint.kind !== 'json') return undefined;
  const { body } = endpoint;
  const { type, properties = {}, required = [] } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  if (type !== 'object') return undefined;
  return Object.fromEntries(required.map((name) => [name, bodySamples[name] ?? sampleOf(properties[name])]));
}

function sampleOf(schema: unknown): unknown {
  const { type, enum: choices } = z
    .object({ type: z.unknown().optional(), enum: z.array(z.unknown()).optional() })
    .parse(schema);
  if (choices !== undefined) return choices[0];
  if (type === 'string') return 'a sample';
  if (type === 'boolean') return false;
  if (type === 'array') return [];
  return type === 'object' ? {} : null;
}

async function call(caller: Caller, endpoint: AnyEndpoint, region = wenzhou) {
  const url = addressOf(endpoint, region);
  const version = { 'if-match': '0' };
  if (endpoint.kind === 'upload') return caller.upload(endpoint.method, url, endpoint.accepts[0] ?? '', '', version);
  if (endpoint.method === 'GET') return caller.get(url);
  if (endpoint.method === 'DELETE') return caller.delete(url, version);
  return caller[endpoint.method === 'PUT' ? 'put' : 'post'](url, bodyOf(endpoint), version);
}

type Door = 'let through' | 'not-signed-in' | 'not-allowed' | 'token-required' | 'token-unknown';

/** What came of knocking. A stream goes on until the app closes, so only its beginning is asked for. */
async function knock({ app }: TestApp, endpoint: AnyEndpoint, headers: Record<string, string>): Promise<Door> {
  if (endpoint.kind === 'stream') {
    const reply = await app.inject({ url: addressOf(endpoint, wenzhou), headers, payloadAsStream: true });
    reply.stream().resume();
    return reply.statusCode === 401 ? 'not-signed-in' : reply.statusCode === 403 ? 'not-allowed' : 'let through';
  }
  const reply = await call(callerOf(app, headers), endpoint);
  const found = /"code":"(not-signed-in|not-allowed|token-required|token-unknown)"/.exec(reply.body)?.[1];
  return closed.find((door) => door === found) ?? 'let through';
}

const closed = ['not-signed-in', 'not-allowed', 'token-required', 'token-unknown'] as const;

function doorOf({ name, access, path }: AnyEndpoint, caller: CallerKind): Door {
  if (allowedTo(name).has(caller)) return 'let through';
  // No session opens what is for tokens: the matrix has none, and in an address one that is nobody's.
  if (access === 'token') return path.includes(':token') ? 'token-unknown' : 'token-required';
  return caller === 'nobody' ? 'not-signed-in' : 'not-allowed';
}

describe('the matrix of every endpoint and every role', () => {
  it('has a line for every endpoint, and none for one that is gone', async () => {
    const { app } = await demoApp();
    const served = app.served.map(({ name }) => name);
    const missing = served.filter((name) => !mayCall.has(name));
    expect(missing, `add the line of ${missing.join(', ')} to the table of this file`).toEqual([]);
    expect([...mayCall.keys()].filter((name) => !served.includes(name))).toEqual([]);
    expect(new Set(served).size).toBe(served.length);
  });

  it('is what each endpoint declares', async () => {
    const { app } = await demoApp();
    const declared = app.served.map(({ name, access }) => [
      name,
      callers.filter(
        (caller) => access === 'public' || (access !== 'token' && caller !== 'nobody' && access.includes(caller)),
      ),
    ]);
    const written = app.served.map(({ name }) => [name, callers.filter((caller) => allowedTo(name).has(caller))]);
    expect(declared).toEqual(written);
  });

  it('lets exactly those through whom it names', async () => {
    const office = await demoApp();
    const found = new Map<string, Door>();
    const expected = new Map<string, Door>();
    for (const caller of callers) {
      for (const endpoint of office.app.served) {
        // A session of its own each time: one of the endpoints ends it.
        const headers = caller === 'nobody' ? {} : { cookie: (await office.signedInAs(caller)).cookie };
        const at = `${endpoint.name} by ${caller}`;
        found.set(at, await knock(office, endpoint, headers));
        expected.set(at, doorOf(endpoint, caller));
      }
    }
    expect(found).toEqual(expected);
  });

  it('lets nobody through to anything but the session while the password is a one-time secret', async () => {
    const office = await demoApp();
    const codes = new Map<string, string | undefined>();
    const expected = new Map<string, string | undefined>();
    for (const role of roles) {
      const { name } = await office.signedInAs(role);
      const person = await findAccountByName(office.database.reader, name);
      await office.database.write((tx) => updateAccount(tx, person!.id, { mustChangePassword: true }));
      const withSession = office.app.served.filter(({ access }) => access !== 'public' && access !== 'token');
      for (const endpoint of withSession) {
        const { cookie } = await office.signedIn(name);
        const reply = await call(callerOf(office.app, { cookie }), endpoint);
        const at = `${endpoint.name} by ${role}`;
        const isOpen = withSecret.has(endpoint.name);
        codes.set(at, /"code":"(password-change-required|not-allowed)"/.exec(reply.body)?.[1]);
        expected.set(at, isOpen ? undefined : 'password-change-required');
      }
    }
    expect(codes).toEqual(expected);
  });
});

const bodyWithoutId = (body: string) => body.replace(/urn:uuid:[0-9a-f-]{36}/, '');

describe('a bureau', () => {
  it('is told of another city exactly what it is told of one that does not exist', async () => {
    const office = await demoApp();
    const caller = await office.signedInAs('bureau', wenzhou);
    const ofCities = office.app.served.filter(
      ({ path, name }) => path.includes(':region') && allowedTo(name).has('bureau'),
    );
    // So that the walk below is not over nothing.
    expect(ofCities.map(({ name }) => name)).toEqual(expect.arrayContaining(['city', 'saveDraft', 'reportItem']));
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
  });
});

/** An official who is bound to Wenzhou, in the office of the demonstration. */
async function boundOffice() {
  const office = await demoApp();
  const official = await findAccountByName(office.database.reader, 'official');
  await office.database.write((tx) => updateAccount(tx, official!.id, { region: wenzhou }));
  // One that ends the session is called by a session of its own.
  return { office, bound: () => office.signedIn('official') };
}

const namesRegion = (endpoint: AnyEndpoint): boolean => addressOf(endpoint, nowhere).includes(nowhere);
const codeOf = (body: string) => /"code":"(whole-office-only|outside-own-region)"/.exec(body)?.[1] ?? 'let through';

describe('an official who is bound to a region', () => {
  it('is let through to what is theirs, and to everything else in their region alone', async () => {
    const { office, bound } = await boundOffice();
    const officials = office.app.served.filter(
      ({ name, kind, access }) =>
        kind !== 'stream' && access !== 'public' && access !== 'token' && allowedTo(name).has('official'),
    );
    const served = new Set(office.app.served.map(({ name }) => name));
    expect([...openToBound].filter((name) => !served.has(name))).toEqual([]);
    const [found, expected] = [new Map<string, string[]>(), new Map<string, string[]>()];
    for (const endpoint of officials) {
      const { name } = endpoint;
      const codes: string[] = [];
      for (const region of [wenzhou, hangzhou, nowhere]) {
        codes.push(codeOf((await call(await bound(), endpoint, region)).body));
      }
      found.set(name, codes);
      const other = namesRegion(endpoint) ? 'outside-own-region' : 'let through';
      const isOpen = openToBound.has(name);
      expected.set(name, isOpen ? ['let through', other, other] : codes.map(() => 'whole-office-only'));
    }
    expect(found).toEqual(expected);
    expect([...expected.values()].filter(([, other]) => other === 'outside-own-region').length).toBeGreaterThan(20);
  });

  it('reads of no other city in any list or file', async () => {
    const { office, bound } = await boundOffice();
    // Names of regions and offices are no secret.
    const withNames = new Set(['listRegions', 'listTitles']);
    const lists = office.app.served.filter(
      ({ name, method, kind }) =>
        method === 'GET' && kind !== 'stream' && openToBound.has(name) && !withNames.has(name),
    );
    for (const endpoint of lists) {
      const reply = await (await bound()).get(addressOf(endpoint, wenzhou, 'required'));
      const { name } = endpoint;
      const isFound = reply.statusCode === 200 || (reply.statusCode === 404 && /:(?:year|id)/.test(endpoint.path));
      expect({ name, isFound, body: reply.body.slice(0, 200) }).toMatchObject({ isFound: true });
      const isOther = /330100|杭州|Hangzhou/i.test(reply.body);
      expect({ name, isOther }).toEqual({ name, isOther: false });
    }
    expect(lists.length).toBeGreaterThan(25);
  });
});
