/** The two ways to a PostgreSQL database. Each loads its driver only when it is the one asked for. */
import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { ClientConfig, Pool, PoolConfig } from 'pg';
import type { DatabaseLog } from './contract.ts';
import { openEmbedded } from './pglite-places.ts';

type Everything = PgDatabase<PgQueryResultHKT>;
export type ReadOnly = Pick<Everything, 'select' | 'selectDistinct' | '$count' | '$with' | 'with'>;

export interface Connections {
  readonly reader: ReadOnly;
  readonly writer: Everything;
  /** Drizzle's own migrator: all in one transaction, and one process at a time. */
  applyMigrations(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** Any number that no other program on the server uses for its own lock. */
const migrationLock = 0x58555348;

/** A server that takes a question and answers nothing is given up on after this, so that a person is told within 5 s. */
const answerTimeoutMs = 4000;

/** The driver's own message for a question that got no answer in time. */
const noAnswer = 'Query read timeout';

/** Two pools of a server: one may write, the other is refused by the server itself when it tries. */
export async function connectServer(connectionString: string, log?: DatabaseLog): Promise<Connections> {
  const [{ Client, Pool }, { drizzle }] = await Promise.all([
    import('pg').then((module) => module.default),
    import('drizzle-orm/node-postgres'),
  ]);
  /** What was asked in vain might still be done when the server wakes: nobody else may get this connection with it. */
  class Impatient extends Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      const ask = this.query.bind(this) as (...words: unknown[]) => unknown; // one function with many signatures
      this.query = (...words: unknown[]): never => {
        const answer = ask(...words);
        if (answer instanceof Promise) answer.catch((error: Error) => error.message === noAnswer && void this.end());
        return answer as never;
      };
    }
  }
  const lost = (error: Error) => log?.warn({ err: error }, 'a database connection was lost');
  const make = (more: PoolConfig): Pool => {
    const pool = new Pool({
      connectionString,
      Client: Impatient,
      query_timeout: answerTimeoutMs,
      application_name: 'xushi',
      connectionTimeoutMillis: answerTimeoutMs,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      ...more,
    });
    // Without listeners, on the pool for idle connections and on each for those in use,
    // a server that restarts would take this process with it.
    pool.on('error', lost);
    pool.on('connect', (client) => client.on('error', lost));
    return pool;
  };
  const writers = make({ max: 2, options: '-c synchronous_commit=on' });
  const readers = make({ max: 8, options: '-c default_transaction_read_only=on' });
  let closing: Promise<unknown> | null = null;
  return {
    reader: drizzle({ client: readers }),
    writer: drizzle({ client: writers }),
    applyMigrations: (folder) => migrateServer(writers, folder),
    close: async () => {
      // As on SQLite it may be closed again, which a pool refuses.
      await (closing ??= Promise.all([writers.end(), readers.end()]));
    },
  };
}

async function migrateServer(pool: Pool, folder: string): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle({ client }), { migrationsFolder: folder });
  } finally {
    // Ends the session, and with it the lock and the setting.
    client.release(true);
  }
}

/**
 * PostgreSQL inside this process, for trying and testing: `memory`, or a folder. It has one connection,
 * so a read waits for an open unit of work, and must not be awaited inside it.
 */
export async function connectEmbedded(place: string): Promise<Connections> {
  // First: drizzle's part loads the same package, and would say less of its absence.
  const { client, close } = await openEmbedded(place);
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ]);
  const database = drizzle({ client });
  await database.execute(sql`set synchronous_commit = on`);
  return {
    reader: {
      select: database.select.bind(database),
      selectDistinct: database.selectDistinct.bind(database),
      $count: database.$count.bind(database),
      $with: database.$with.bind(database),
      with: database.with.bind(database),
    },
    writer: database,
    applyMigrations: (folder) => migrate(database, { migrationsFolder: folder }),
    close,
  };
}
