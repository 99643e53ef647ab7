import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { DatabaseOf, OpenOptions, StorageRoom } from './contract.ts';
import { DatabaseRefusal } from './refusal.ts';
import { acknowledgedUnits, raiseUnitNumber, refuseLoss, type AcknowledgedUnits } from './sqlite-acknowledged.ts';
import { copyInto } from './sqlite-copy.ts';
import { namedFiles } from './sqlite-named-files.ts';
import { closeUntouched, connect, pathOf, provideFile } from './sqlite-file.ts';
import { migrationGround } from './sqlite-migrations.ts';
import { keepStatements } from './sqlite-statements.ts';
import { classify } from './sqlite-trouble.ts';
import { oneAtATime, refuseNesting } from './unit-of-work.ts';

type Everything = BaseSQLiteDatabase<'sync', Sqlite.RunResult>;
type Reading = Pick<Everything, 'select' | 'selectDistinct' | '$count' | '$with'>;

/** What may read: a Writer may be given wherever a Reader is asked for. */
export interface Reader extends Reading {
  with(...queries: Parameters<Everything['with']>): Pick<ReturnType<Everything['with']>, 'select' | 'selectDistinct'>;
}

/** What may also write; exists only inside `database.write`. */
export type Writer = Reading & Pick<Everything, 'insert' | 'update' | 'delete' | 'with'>;

export type Database = DatabaseOf<Reader, Writer>;

/** Opens the file with one connection that writes and one that cannot. @throws DatabaseRefusal */
export async function openSqlite({ address }: OpenOptions): Promise<Database> {
  const path = pathOf(address);
  provideFile(path);
  const writer = connect(path, 'write');
  const reader = connectBeside(writer, path);
  closingOnRefusal({ reader, writer, path }, () => refuseLoss(path, reader));
  const queue = oneAtATime();
  const version = reader.prepare<[], number>('PRAGMA data_version').pluck();
  const health = watch(path, reader, writer);
  const acknowledged = acknowledgedUnits(path);
  keepStatements(writer);
  keepStatements(reader, health.note);
  return {
    engine: 'sqlite',
    address,
    reader: drizzle({ client: reader }),
    write: writing(writer, queue, health, acknowledged),
    // The writer is another connection than the reader, so our own commits raise its data_version too.
    dataVersion: () => version.get() ?? 0,
    check: async () => health.check(),
    room: () => roomOf(dirname(path)),
    backup: async (to) => copyInto(reader, to),
    close: () =>
      queue(async () => {
        reader.close();
        writer.close();
        acknowledged.close();
      }),
    migrations: migrationGround(path, reader, queue),
  };
}

function roomOf(folder: string): StorageRoom {
  const { bavail, blocks, bsize } = statfsSync(folder);
  return { folder, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

function connectBeside(writer: Sqlite.Database, path: string): Sqlite.Database {
  try {
    return connect(path, 'read');
  } catch (error) {
    writer.close();
    throw error;
  }
}

function closingOnRefusal(
  {
    reader,
    writer,
    path,
  }: { readonly reader: Sqlite.Database; readonly writer: Sqlite.Database; readonly path: string },
  inspect: () => void,
): void {
  try {
    inspect();
  } catch (error) {
    reader.close();
    closeUntouched(writer, path);
    throw error;
  }
}

type Queue = ReturnType<typeof oneAtATime>;
type Health = ReturnType<typeof watch>;

function writing(
  connection: Sqlite.Database,
  queue: Queue,
  health: Health,
  acknowledged: AcknowledgedUnits,
): Database['write'] {
  const tx: Writer = drizzle({ client: connection });
  // SQLite's own waiting would stop the whole process. Once per connection, because to set it costs as much as a small query.
  connection.pragma('busy_timeout = 0');
  const changes = connection.prepare<[], number>('SELECT total_changes()').pluck();
  const single = refuseNesting();
  return (work, label = 'unnamed') =>
    single(() =>
      queue(async () => {
        health.refuseAfterFault();
        try {
          const { result, number } = await inTransaction(connection, changes, () => work(tx));
          if (number === null) return result;
          // What went into a file that nobody can find again must not be acknowledged.
          health.refuseUnnamed();
          acknowledged.add(number, label);
          return result;
        } catch (error) {
          health.note(error);
          throw error;
        }
      }),
    );
}

/** How long a unit of work waits for another process that writes. */
const waitTimeoutMs = 5000;

/** Asks for the right to write until it is given, and waits without holding anything up. */
async function begin(connection: Sqlite.Database): Promise<void> {
  const until = performance.now() + waitTimeoutMs;
  for (;;) {
    try {
      return void connection.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if (classify(error) !== 'busy' || performance.now() > until) throw error;
    }
    await setTimeout(2);
  }
}

/** The result of a unit of work, and the number it raised; null where it changed no row. */
interface Done<T> {
  readonly result: T;
  readonly number: number | null;
}

/** A unit of work that lasted longer lets whoever only reads have a turn before the disk is waited for. */
const longUnitMs = 8;

/** `changes` counts the rows that this connection ever changed. */
async function inTransaction<T>(
  connection: Sqlite.Database,
  changes: Sqlite.Statement<[], number>,
  work: () => Promise<T>,
): Promise<Done<T>> {
  await begin(connection);
  try {
    const before = changes.get();
    const began = performance.now();
    const result = await work();
    if (performance.now() - began > longUnitMs) await setImmediate();
    const number = changes.get() === before ? null : raiseUnitNumber(connection);
    connection.exec('COMMIT');
    return { result, number };
  } catch (error) {
    // A full disk or a failed write ends the transaction by itself.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** Remembers a failure of the storage: after a failed fsync the next success means nothing. */
function watch(path: string, reader: Sqlite.Database, writer: Sqlite.Database) {
  const named = namedFiles(path, reader, writer);
  let fault: unknown = null;
  const refuseAfterFault = (): void => {
    if (fault === null) return;
    throw new DatabaseRefusal(
      `The storage of ${path} failed (${String(fault)}). Nothing more is written until the disk is checked and the program restarted.`,
      { cause: fault },
    );
  };
  const refuseUnnamed = (): void => {
    try {
      named.refuseOthers();
    } catch (error) {
      fault ??= error;
      throw error;
    }
  };
  return {
    refuseAfterFault,
    refuseUnnamed,
    note(error: unknown): void {
      if (classify(error) === 'damaged') fault = error;
    },
    check(): void {
      refuseAfterFault();
      refuseUnnamed();
      reader.prepare('SELECT count(*) FROM sqlite_schema').get();
    },
  };
}
