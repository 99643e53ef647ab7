import { rmSync } from 'node:fs';
import type { FastifyBaseLogger, FastifyInstance, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { buildApp } from '#api/server/app.ts';
import { readConfig } from '#api/server/config.ts';
import type { Clock } from '#api/http/context.ts';
import type { Role } from '#api/http/endpoint.ts';
import type { Routes } from '#api/http/serve.ts';
import { hashSessionToken, newSessionToken } from '#api/http/session-cookie.ts';
import { openDatabase } from '#db/database.ts';
import type { Database } from '#db/dialect';
import type { StorageRoom } from '#db/dialect/contract.ts';
import { findAccountByName, listAccountRows } from '#db/accounts.ts';
import { insertSession } from '#db/sessions.ts';
import { demonstrationCopy } from './demonstration-copy.ts';

/** A clock that stands until it is set. */
export interface TestClock extends Clock {
  set(instant: string): void;
  advance(minutes: number): void;
}

/** Sends requests as one person, or as nobody, the way our own pages do. */
export interface Caller {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  put(url: string, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  delete(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  upload(
    method: 'PUT' | 'POST',
    url: string,
    type: string,
    content: string | Buffer,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
}

export interface SignedInCaller extends Caller {
  readonly name: string;
  /** The `cookie` header of the session. */
  readonly cookie: string;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** Where the database lies, to open it a second time. */
  readonly address: string;
  readonly clock: TestClock;
  readonly anonymous: Caller;
  /** A new session of the account of this name. */
  signedIn(name: string): Promise<SignedInCaller>;
  /** A new session of the first account with this role, and with this region where one is given. */
  signedInAs(role: Role, region?: string): Promise<SignedInCaller>;
}

/** What a test may want otherwise. */
export interface AppChoices {
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly web?: string;
  readonly log?: FastifyBaseLogger;
  /** How long the process has run, in milliseconds, where a test says so itself. */
  readonly uptimeMs?: () => number;
  /** The room on the disk of the database, where a test says so itself. */
  readonly room?: StorageRoom;
  /** A disk that a test fills: every unit of work then does all it does and fails as it is committed. */
  readonly disk?: { isFull: boolean };
  /** What is served under /api in place of the product's own features. */
  readonly features?: readonly Routes[];
}

/** The whole program on its own copy of the demonstration, its clock at 09:00 in Shanghai on 19 October 2020; closed after the test. */
export async function demoApp(choices: AppChoices = {}): Promise<TestApp> {
  const { address, release } = await demonstrationCopy();
  const opened = await openDatabase({ address });
  const { room, disk } = choices;
  const database = {
    ...opened,
    ...(room !== undefined && { room: () => room }),
    ...(disk !== undefined && { write: refusedWhileFull(opened, disk) }),
  };
  const clock = testClock(choices.now ?? '2020-10-19T01:00:00Z');
  const app = await buildApp({
    config: readConfig({ SIGN_INS_PER_MINUTE: '1000', ...choices.environment }),
    database,
    clock,
    log: choices.log ?? pino({ level: 'silent' }),
    demonstration: true,
    ...(choices.uptimeMs === undefined ? {} : { uptimeMs: choices.uptimeMs }),
    ...(choices.web === undefined ? {} : { web: choices.web }),
    ...(choices.features === undefined ? {} : { features: choices.features }),
  });
  onTestFinished(async () => {
    await app.close();
    await database.close();
    // A database of PostgreSQL is put back for the next test, and its rows alone.
    rmSync(app.services.files.store.folder, { recursive: true, force: true });
    release();
  });
  const signedIn = (name: string) => beginSession({ app, database, clock }, name);
  const signedInAs = async (role: Role, region?: string) => signedIn(await nameOf(database, role, region));
  return { app, database, address, clock, anonymous: callerOf(app, {}), signedIn, signedInAs };
}

function refusedWhileFull({ engine, write }: Database, disk: { readonly isFull: boolean }): Database['write'] {
  return (work, label) =>
    write(async (tx) => {
      const result = await work(tx);
      if (!disk.isFull) return result;
      const code = engine === 'sqlite' ? 'SQLITE_FULL' : '53100';
      throw Object.assign(new Error('database or disk is full'), { code });
    }, label);
}

function testClock(start: string): TestClock {
  let now = new Date(start);
  return {
    now: () => now,
    set: (instant) => {
      now = new Date(instant);
    },
    advance: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}

async function nameOf(database: Database, role: Role, region?: string): Promise<string> {
  const people = await listAccountRows(database.reader);
  const person = people.find(
    (row) => row.role === role && !row.disabled && (region === undefined || row.region === region),
  );
  if (person === undefined) throw new Error(`the demonstration has no ${role} of ${region ?? 'any region'}`);
  return person.name;
}

/** Writes the session's row itself: going through the sign-in would cost a password hash a test. */
export async function beginSession(
  { app, database, clock }: Pick<TestApp, 'app' | 'database'> & { readonly clock: Clock },
  name: string,
): Promise<SignedInCaller> {
  const person = await findAccountByName(database.reader, name);
  if (person === undefined) throw new Error(`the demonstration has no account ${name}`);
  const token = newSessionToken();
  const now = clock.now().toISOString();
  await database.write((tx) =>
    insertSession(tx, {
      tokenHash: hashSessionToken(token),
      account: person.id,
      createdAt: now,
      lastSeenAt: now,
      address: '127.0.0.1',
    }),
  );
  const cookie = `xushi=${token}`;
  return { name, cookie, ...callerOf(app, { cookie }) };
}

const host = 'localhost';

/** Sends requests with our own origin and these headers. */
export function callerOf(app: FastifyInstance, own: Record<string, string>): Caller {
  const send = (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    body: unknown,
    headers: Record<string, string> = {},
  ) =>
    app.inject({
      method,
      url,
      headers: { host, origin: 'http://localhost', 'content-type': 'application/json', ...own, ...headers },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
  return {
    get: (url, headers) => send('GET', url, undefined, headers),
    put: (url, body, headers) => send('PUT', url, body, headers),
    post: (url, body, headers) => send('POST', url, body, headers),
    delete: (url, headers) => send('DELETE', url, undefined, headers),
    upload: (method, url, type, payload, headers = {}) =>
      app.inject({
        method,
        url,
        headers: { host, origin: 'http://localhost', ...own, ...headers, 'content-type': type },
        payload,
      }),
  };
}
