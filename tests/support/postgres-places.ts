/** Databases of PostgreSQL for tests: folders of the embedded one, or databases of a real server. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

export interface Place {
  readonly address: string;
  /** With all copies that were made of it: a worker, whose end nobody tells it of, leaves its own to this. */
  remove(): Promise<void>;
}

const isEmbedded = (address: string): boolean => address.startsWith('pglite:');

/** A new database without anything: `pglite:…` gives a folder, a server's address one beside the database it names. */
export async function newPlace(address: string): Promise<Place> {
  if (!isEmbedded(address)) return newBeside(address, 'template0');
  const place = newFolder(tmpdir());
  await (await PGlite.create(folderOf(place.address))).close();
  return place;
}

/** A new database with everything that this one holds, which nobody may have open. */
export async function copyOf(address: string): Promise<Place> {
  if (!isEmbedded(address)) return newBeside(address, nameIn(address));
  const copy = newFolder(dirname(folderOf(address)));
  cpSync(folderOf(address), folderOf(copy.address), { recursive: true });
  // The key of its seals lies beside it.
  const key = `${folderOf(address)}-key`;
  if (existsSync(key)) cpSync(key, `${folderOf(copy.address)}-key`);
  return copy;
}

const folderOf = (address: string): string => address.slice('pglite:'.length);

const nameIn = (address: string): string => new URL(address).pathname.slice(1);

function newFolder(within: string): Place {
  const above = mkdtempSync(join(within, 'xushi-postgres-'));
  return {
    address: `pglite:${join(above, 'data')}`,
    remove: async () => rmSync(above, { recursive: true, force: true }),
  };
}

let count = 0;

async function newBeside(address: string, template: string): Promise<Place> {
  count += 1;
  const above = template === 'template0' ? `xushi_test_${Date.now()}` : template;
  const name = `${above}_${process.pid}_${count}`;
  await administer(address, `create database ${name} template ${template} encoding 'UTF8'`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return { address: url.href, remove: () => dropWithCopies(address, name) };
}

async function dropWithCopies(address: string, name: string): Promise<void> {
  const server = drizzle(address);
  const { rows } = await server.execute<{ datname: string }>(
    sql`select datname from pg_database where datname = ${name} or starts_with(datname, ${`${name}_`})`,
  );
  for (const { datname } of rows) await server.execute(sql.raw(`drop database ${datname} with (force)`));
  await server.$client.end();
}

async function administer(address: string, statement: string): Promise<void> {
  const url = new URL(address);
  // A database cannot be copied from within.
  if (statement.includes(` template ${nameIn(address)} `)) url.pathname = '/postgres';
  const server = drizzle(url.href);
  await server.execute(sql.raw(statement));
  await server.$client.end();
}
