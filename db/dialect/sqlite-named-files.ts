import { existsSync, statSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { DatabaseRefusal } from './refusal.ts';
import { copyInto } from './sqlite-copy.ts';
import { busyTimeout } from './sqlite-file.ts';

/** Which file lies under a name: device and inode, or null where there is none. @throws DatabaseRefusal where the disk fails */
function fileUnder(name: string): string | null {
  try {
    const found = statSync(name, { throwIfNoEntry: false });
    return found === undefined ? null : `${found.dev}:${found.ino}`;
  } catch (error) {
    throw new DatabaseRefusal(`The disk of ${name} fails (${String(error)}). Check it and restart.`, { cause: error });
  }
}

/**
 * Watches that the files that are written are still those that a next start would open: the database and its log. A file
 * that was deleted or replaced goes on working for this process and is gone with it.
 */
export function namedFiles(path: string, reader: Sqlite.Database, writer: Sqlite.Database) {
  const log = `${path}-wal`;
  const opened = { path: fileUnder(path), log: fileUnder(log) };
  return {
    /** @throws DatabaseRefusal after saving what this process still holds, where nobody else can have written meanwhile */
    refuseOthers(): void {
      if (fileUnder(path) !== opened.path) {
        throw new DatabaseRefusal(
          `${path} was moved, deleted or replaced while in use. ${rescueCopy(reader, path)} Put it back and restart.`,
        );
      }
      if (fileUnder(log) !== opened.log) {
        throw new DatabaseRefusal(
          `${log} was moved, deleted or replaced while in use. ${rescueLog(writer, log)} Restart the program.`,
        );
      }
    },
  };
}

/** The deleted log is still open here: its content can be brought into the database as long as no other log took its place. */
function rescueLog(writer: Sqlite.Database, log: string): string {
  if (existsSync(log)) return 'Another log lies there now; restore a backup if anything is missing after the restart.';
  writer.pragma(`busy_timeout = ${busyTimeout}`);
  const [outcome] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]; // the documented row of this pragma
  return outcome?.busy === 0
    ? 'What it held was saved into the database.'
    : 'What it held could not be saved while others read.';
}

function rescueCopy(reader: Sqlite.Database, path: string): string {
  const to = `${path}.rescued`;
  if (existsSync(to)) return `What it held until then lies in ${to}.`;
  copyInto(reader, to);
  return `What it held was saved to ${to}.`;
}
