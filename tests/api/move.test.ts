/** The command that moves an office, as it is run, between SQLite and the embedded PostgreSQL. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { opened, temporaryFolder } from '#tests/support/database.ts';
import { attach, contentIn, pdf, saidBy } from '#tests/support/office-commands.ts';
import { copyOffice } from '#tests/support/office-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'office.db');
  copyOffice(inject('templateDatabase'), file);
});

const said = (command: string, ...words: readonly string[]) => saidBy(file, command, ...words);

describe('npm run move', () => {
  it('takes an office to PostgreSQL and back, equal to the last row', { timeout: 120_000 }, async () => {
    const server = `pglite:${join(folder, 'postgres')}`;
    const back = join(folder, 'back.db');
    const id = await attach(file, 'minutes.pdf');
    const there = await said('move', `file:${file}`, server);
    expect([there.code, there.text]).toEqual([0, expect.stringContaining('the same checksum')]);
    const again = await said('move', server, `file:${back}`);
    expect([again.code, again.text]).toEqual([0, expect.stringContaining('the same checksum')]);
    expect([contentIn(join(folder, 'postgres'), id), contentIn(back, id)]).toEqual([String(pdf), String(pdf)]);
    // Compared by SQLite itself, column by column.
    const database = new Sqlite(file, { readonly: true });
    database.exec(`ATTACH '${back}' AS back`);
    const names = database
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
      )
      .pluck()
      .all()
      .filter((name) => !name.startsWith('sqlite_'));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      const differing = database
        .prepare(`SELECT count(*) FROM (SELECT * FROM main."${name}" EXCEPT SELECT * FROM back."${name}")`)
        .pluck()
        .get();
      const reverse = database
        .prepare(`SELECT count(*) FROM (SELECT * FROM back."${name}" EXCEPT SELECT * FROM main."${name}")`)
        .pluck()
        .get();
      expect([name, differing, reverse]).toEqual([name, 0, 0]);
    }
    database.close();
  });

  it('says which attached file did not arrive', async () => {
    const id = await attach(file, 'minutes.pdf');
    rmSync(join(`${file}-files`, id));
    const { code, text } = await said('move', `file:${file}`, `file:${join(folder, 'new.db')}`);
    expect([code, text]).toEqual([1, expect.stringContaining(`attachment ${id}: its file is missing`)]);
  });

  it('fills only a new database, and leaves one with an office alone', async () => {
    const other = join(folder, 'other.db');
    copyOffice(inject('templateDatabase'), other);
    const before = readFileSync(other);
    const { code, text } = await said('move', `file:${file}`, `file:${other}`);
    expect([code, text]).toEqual([1, expect.stringContaining('is not empty')]);
    expect(readFileSync(other).equals(before)).toBe(true);
  });

  it('refuses an office that is in use', async () => {
    const office = await opened(`file:${file}`);
    const { code, text } = await said('move', `file:${file}`, `file:${join(folder, 'new.db')}`);
    expect([code, text]).toEqual([1, expect.stringContaining('Stop it first')]);
    await office.check();
  });
});
