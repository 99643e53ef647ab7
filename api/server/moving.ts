/** The two ends of a move and what they tell each other. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { engineOf } from '#db/dialect/address.ts';
import { isHeld, pathOf } from '#db/dialect/sqlite-file.ts';
import { openDatabase } from '#db/database.ts';
import type { Database } from '#db/dialect';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { checksumOf, insertRows, rowsOf, tableNames, type Row } from '#db/every-row.ts';
import { migrate, migrationsFolder, readMigrations } from '#db/migrate.ts';

/** What an end says: rows of a table, or what it holds at its end. */
export type Said =
  | { readonly kind: 'rows'; readonly table: string; readonly rows: readonly Row[] }
  | { readonly kind: 'sums'; readonly sums: Sums }
  | { readonly kind: 'refused'; readonly why: string };

/** Of each table how many rows it has, and a checksum that is alike on both engines. */
export type Sums = Readonly<Record<string, { readonly rows: number; readonly checksum: string }>>;

/** Sends every table, then what it holds. The program must be stopped, so that all of it is of one moment. */
export async function readEnd(address: string): Promise<void> {
  await saying(async () => {
    refuseHeld(address);
    const database = await openDatabase({ address });
    try {
      await refuseOldSchema(database);
      const sums: Record<string, Sums[string]> = {};
      for (const table of tableNames()) {
        const rows = await rowsOf(database.reader, table);
        sums[table] = { rows: rows.length, checksum: checksumOf(rows) };
        await say({ kind: 'rows', table, rows });
      }
      await say({ kind: 'sums', sums });
    } finally {
      await database.close();
    }
  });
}

/** Migrates an empty database, takes all rows in one transaction, then says what it holds, read anew. */
export async function writeEnd(address: string): Promise<void> {
  await saying(async () => {
    const database = await openDatabase({ address });
    try {
      await migrate(database);
      await refuseContent(database);
      await database.write(async (tx) => {
        for await (const { table, rows } of received()) await insertRows(tx, table, rows);
      });
      const sums: Record<string, Sums[string]> = {};
      for (const table of tableNames()) {
        const rows = await rowsOf(database.reader, table);
        sums[table] = { rows: rows.length, checksum: checksumOf(rows) };
      }
      await say({ kind: 'sums', sums });
    } finally {
      await database.close();
    }
  });
}

/** Only looks: a move changes nothing where it comes from. */
async function refuseOldSchema(database: Database): Promise<void> {
  const applied = (await database.migrations.applied()).length;
  if (applied === 0) throw new DatabaseRefusal(`${database.address} holds no office. Check the first address.`);
  if (applied === readMigrations(migrationsFolder(database.engine)).length) return;
  throw new DatabaseRefusal(
    `${database.address} is of another version. Start this program on it once, and stop it again.`,
  );
}

/** A file that a program writes meanwhile would be read in two states. A server cannot be asked; there a person must know. */
function refuseHeld(address: string): void {
  if (engineOf(address) !== 'sqlite') return;
  const path = pathOf(address);
  if (!existsSync(path)) throw new DatabaseRefusal(`There is no file ${path}. Check the first address.`);
  if (isHeld(path)) throw new DatabaseRefusal(`A program has ${path} open. Stop it first; nothing was changed.`);
}

async function refuseContent(database: Database): Promise<void> {
  for (const table of tableNames()) {
    if ((await rowsOf(database.reader, table)).length === 0) continue;
    throw new DatabaseRefusal(`${database.address} is not empty (${table}). A move only fills a new database.`);
  }
}

/** What the other end sends, table by table, until it says that this is all. */
async function* received(): AsyncGenerator<{ readonly table: string; readonly rows: readonly Row[] }> {
  const waiting: Said[] = [];
  let wake: (() => void) | undefined;
  process.on('message', (message: Said) => {
    waiting.push(message);
    wake?.();
  });
  await say({ kind: 'sums', sums: {} });
  for (;;) {
    const next = waiting.shift();
    if (next === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    } else if (next.kind === 'rows') yield next;
    else return;
  }
}

async function say(message: Said): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });
}

async function saying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = error instanceof DatabaseRefusal ? error.message : String(error instanceof Error ? error.stack : error);
    await say({ kind: 'refused', why });
    process.exitCode = 1;
  }
  process.disconnect();
  await once(process, 'disconnect').catch(() => undefined);
}
