import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { hashSessionToken, newSessionToken } from '#api/http/session-cookie.ts';
import { openDatabase } from '#db/database.ts';
import type { Database } from '#db/dialect';
import { migrate } from '#db/migrate.ts';
import { findPersonByName } from '#db/people.ts';
import { insertSession } from '#db/sessions.ts';
import { loadDemonstration, loadReference } from '#seeds/load.ts';

const now = new Date('2020-10-19T01:00:00Z');

export interface BenchApp {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly folder: string;
  readonly port: number;
  readonly origin: string;
  /** The cookie of a new session. */
  cookieOf(name: string): Promise<string>;
  close(): Promise<void>;
}

/** The whole program with the demonstration, listening on a free port of 127.0.0.1. */
export async function benchApp(): Promise<BenchApp> {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-bench-'));
  const database = await openDatabase({ address: `file:${join(folder, 'bench.db')}` });
  await migrate(database);
  await loadReference(database, now);
  await loadDemonstration(database, { now });
  const log = pino({ level: 'silent' });
  const app = await buildApp({ config: readConfig({}), database, clock: { now: () => now }, log, demonstration: true });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo; // a server that listens on TCP has one
  return {
    app,
    database,
    folder,
    port,
    origin: `http://127.0.0.1:${port}`,
    cookieOf: async (name) => {
      const person = await findPersonByName(database.reader, name);
      const token = newSessionToken();
      const at = now.toISOString();
      const session = {
        tokenHash: hashSessionToken(token),
        person: person?.id ?? '',
        createdAt: at,
        lastSeenAt: at,
        address: '127.0.0.1',
      };
      await database.write((tx) => insertSession(tx, session));
      return `xushi=${token}`;
    },
    close: async () => {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
