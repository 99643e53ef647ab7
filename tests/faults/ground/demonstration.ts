import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { inject } from 'vitest';
import { hashSessionToken, newSessionToken } from '#api/http/session-cookie.ts';
import { temporaryFolder } from '#tests/support/database.ts';
import { copyOffice } from '#tests/support/office-file.ts';
import { cities, type Cookies } from './writers.ts';

/** A file of SQLite that holds the demonstration, in this folder or in one that is removed with the test file. */
export function demonstrationFile(folder: string = temporaryFolder()): string {
  const file = join(folder, 'office.db');
  copyOffice(inject('templateDatabase'), file);
  return file;
}

/** Sessions of all who write, put into a file that no program has open: eight hashes of passwords a run are left out. */
export function sessionsIn(file: string): Cookies {
  const database = new Sqlite(file);
  const offset = Number(database.prepare("SELECT value FROM setting WHERE key = 'demo-clock'").pluck().get());
  const now = new Date(Date.now() + offset).toISOString();
  const insert = database.prepare(
    `INSERT INTO session (token_hash, account, created_at, last_seen_at, address)
     SELECT ?, id, ?, ?, '127.0.0.1' FROM account WHERE name = ?`,
  );
  const sessionOf = (name: string): string => {
    const token = newSessionToken();
    if (insert.run(hashSessionToken(token), now, now, name).changes !== 1) throw new Error(`nobody is called ${name}`);
    return `xushi=${token}`;
  };
  const cookies = {
    official: sessionOf('official'),
    bureaus: Object.entries(cities).map(([region, name]) => [region, sessionOf(name)] as const),
  };
  database.close();
  return cookies;
}
