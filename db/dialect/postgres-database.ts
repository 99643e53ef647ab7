import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { withoutPassword } from './address.ts';
import type { AppliedMigration, DatabaseOf, MigrationGround, OpenOptions } from './contract.ts';
import { connectEmbedded, connectServer, type Connections, type ReadOnly } from './postgres-connections.ts';
import { classify } from './postgres-trouble.ts';
import { DatabaseRefusal } from './refusal.ts';
import { oneAtATime, refuseNesting } from './unit-of-work.ts';

type Everything = PgDatabase<PgQueryResultHKT>;
type Reading = Pick<Everything, 'select' | 'selectDistinct' | '$count' | '$with'>;

/** What may read: a Writer may be given wherever a Reader is asked for. */
export interface Reader extends Reading {
  with(...queries: Parameters<Everything['with']>): Pick<ReturnType<Everything['with']>, 'select' | 'selectDistinct'>;
}

/** What may also write; exists only inside `database.write`. */
export type Writer = Reading & Pick<Everything, 'insert' | 'update' | 'delete' | 'with'>;

export type Database = DatabaseOf<Reader, Writer>;

/** Units of work of different processes that met are repeated for this long: one of them always gets through. */
const repeatForMs = 4000;

/** Connects to `postgres://…`, or makes `pglite:…` in this process. @throws DatabaseRefusal */
export async function openPostgres({ address, log }: OpenOptions): Promise<Database> {
  const connections = address.startsWith('pglite:')
    ? await connectEmbedded(address.slice('pglite:'.length))
    : await connectServer(address, log);
  const shown = withoutPassword(address);
  try {
    await inspect(connections.writer, shown);
  } catch (error) {
    await connections.close();
    throw error;
  }
  return {
    engine: 'postgres',
    address: shown,
    reader: connections.reader,
    write: writing(connections.writer),
    dataVersion: dataVersionFrom(connections.reader),
    check: () => inspect(connections.reader, shown),
    room: () => null,
    backup: async () => {
      throw new DatabaseRefusal('A PostgreSQL database is copied with its own tool: pg_dump --format=custom.');
    },
    close: connections.close,
    migrations: migrationGround(connections),
  };
}

function writing(database: Everything): Database['write'] {
  const single = refuseNesting();
  // As on SQLite: units of one process never meet, so only another process can make one repeat.
  const queue = oneAtATime();
  return (work) => single(() => queue(() => repeating(() => transaction(database, work))));
}

async function transaction<T>(database: Everything, work: (tx: Writer) => Promise<T>): Promise<T> {
  const failures: unknown[] = [];
  const noting = (tx: Writer) =>
    work(tx).catch((error: unknown) => {
      failures.push(error);
      throw error;
    });
  try {
    return await database.transaction(noting, { isolationLevel: 'serializable', accessMode: 'read write' });
  } catch (error) {
    // On a lost connection the rollback fails as well, and would hide why.
    throw failures.length === 0 ? error : failures[0];
  }
}

async function repeating<T>(unit: () => Promise<T>): Promise<T> {
  const until = performance.now() + repeatForMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await unit();
    } catch (error) {
      if (classify(error) !== 'serialization' || performance.now() > until) throw error;
      await setTimeout(Math.random() * 5 * 2 ** Math.min(attempt, 6));
    }
  }
}

/** The server's own snapshot changes with every commit; each change is given the next number. */
function dataVersionFrom(database: ReadOnly): () => Promise<number> {
  let last = '';
  let number = 0;
  return async () => {
    const [row] = await database
      .select({ snapshot: sql<string>`pg_current_snapshot()::text` })
      .from(sql`(select 1) as one`);
    const snapshot = row?.snapshot ?? '';
    if (snapshot !== last) {
      last = snapshot;
      number += 1;
    }
    return number;
  };
}

const setting = (name: string) => sql<string>`current_setting(${name})`;

async function inspect(database: ReadOnly, address: string): Promise<void> {
  const [row] = await database
    .select({
      version: setting('server_version_num'),
      encoding: setting('server_encoding'),
      commit: setting('synchronous_commit'),
    })
    .from(sql`(select 1) as one`)
    .catch((error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      const text =
        cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : '') : String(cause);
      throw new DatabaseRefusal(
        `${address} does not answer (${text}). Check that the server runs, and the host, database, name and password in DATABASE_URL.`,
        { cause: error },
      );
    });
  if (Number(row?.version) < 130_000) throw new DatabaseRefusal(`${address} is older than PostgreSQL 13. Upgrade it.`);
  if (row?.encoding !== 'UTF8') {
    throw new DatabaseRefusal(
      `${address} is encoded in ${row?.encoding}. Create it with: CREATE DATABASE … ENCODING 'UTF8'.`,
    );
  }
  if (row.commit === 'off') {
    throw new DatabaseRefusal(
      `${address} has synchronous_commit=off, which loses accepted figures on power loss. Set it on.`,
    );
  }
}

function migrationGround({ writer, applyMigrations }: Connections): MigrationGround {
  return {
    applied: async () => {
      const [found] = await writer
        .select({ table: sql<string | null>`to_regclass('drizzle.__drizzle_migrations')::text` })
        .from(sql`(select 1) as one`);
      if (found === undefined || found.table === null) return [];
      const rows: readonly AppliedMigration[] = await writer
        .select({ when: sql<number>`created_at`.mapWith(Number), hash: sql<string>`hash` })
        .from(sql`drizzle.__drizzle_migrations`)
        .orderBy(sql`created_at`);
      return rows;
    },
    backUp: async () => null,
    apply: (_migrations, folder) => applyMigrations(folder),
  };
}
