import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseRefusal } from './refusal.ts';

/**
 * Writes a consistent copy of the whole database to a new file and reads it through.
 * The file appears under its name only when it is whole.
 * @throws DatabaseRefusal when the name is taken or the copy is not sound
 */
export function copyInto(source: Sqlite.Database, to: string): void {
  const target = resolve(to);
  if (existsSync(target))
    throw new DatabaseRefusal(`${target} exists; a backup never overwrites. Choose another name.`);
  const unfinished = `${target}.part-${process.pid}`;
  rmSync(unfinished, { force: true });
  try {
    source.prepare('VACUUM INTO ?').run(unfinished);
    verify(unfinished, target);
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function verify(path: string, target: string): void {
  const copy = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    const verdict = copy.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') throw new DatabaseRefusal(`The backup ${target} was not kept: ${String(verdict)}.`);
  } finally {
    copy.close();
  }
}
