/**
 * What was acknowledged, kept beside the database, so that a start after an unclean end can tell whether the file still
 * has all of it. Every unit of work that changes rows raises the number in the file's header (`user_version`) within its
 * transaction; before it is acknowledged, number, instant and label go into this file. A log that was deleted, cut or
 * damaged after a crash makes SQLite fall back silently to an older state, and so to a lower number than the newest here.
 *
 * The file is a ring of lines of equal length, readable by a person. A write costs no wait for the disk of its own (the
 * unit's own sync is the one that counts): it survives a killed process at once, and a power cut from the next flush on.
 */
import { closeSync, existsSync, fdatasync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { DatabaseRefusal } from './refusal.ts';

/** One acknowledged unit of work. */
export interface Acknowledged {
  readonly number: number;
  /** By the machine's clock, ISO 8601. */
  readonly at: string;
  /** What it did, as the command named it. */
  readonly what: string;
}

const lineBytes = 256;
const lines = 64;
/** Milliseconds until written lines are pushed to the disk. */
const flushAfterMs = 1000;
const emptyRing = `${' '.repeat(lineBytes - 1)}\n`.repeat(lines);

export const acknowledgedFile = (path: string): string => `${path}-acknowledged`;

/** The number of the newest unit of work that changed rows, as this connection sees it. */
function unitNumber(connection: Sqlite.Database): number {
  return Number(connection.prepare('PRAGMA user_version').pluck().get());
}

/** Raises that number within the open transaction, and gives it. */
export function raiseUnitNumber(connection: Sqlite.Database): number {
  const number = unitNumber(connection) + 1;
  connection.pragma(`user_version = ${number}`);
  return number;
}

/** The lines that can be read; one that a power cut tore is left out. */
function readLines(path: string): readonly Acknowledged[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  return Array.from({ length: lines }, (_, slot) => bytes.toString('utf8', slot * lineBytes, (slot + 1) * lineBytes))
    .map(parsed)
    .filter((unit) => unit !== null);
}

function parsed(line: string): Acknowledged | null {
  try {
    const { number, at, what }: Acknowledged = JSON.parse(line);
    return Number.isSafeInteger(number) ? { number, at, what } : null;
  } catch {
    return null;
  }
}

/**
 * Refuses a database that lacks what was acknowledged, and names it.
 * @throws DatabaseRefusal
 */
export function refuseLoss(path: string, connection: Sqlite.Database): void {
  const file = acknowledgedFile(path);
  const present = unitNumber(connection);
  const missing = readLines(file)
    .filter(({ number }) => number > present)
    .toSorted((one, other) => one.number - other.number);
  const newest = missing.at(-1);
  if (newest === undefined) return;
  const named = missing.map(({ number, at, what }) => `  ${number}  ${at}  ${what}`);
  const older = newest.number - present - missing.length;
  throw new DatabaseRefusal(
    [
      `${path} lacks ${newest.number - present} acknowledged change(s), the newest of ${newest.at}: ` +
        'its log was deleted or damaged, or an older copy was put in its place. Missing 缺失:',
      ...(older > 0 ? [`  ${older} older ones, no longer named`] : []),
      ...named,
      `Put the log ${path}-wal back, or restore a newer backup. To go on without these changes, move ${file} away; ` +
        'tell the people named above to enter them again.',
    ].join('\n'),
  );
}

export interface AcknowledgedUnits {
  /** Notes a unit of work whose transaction has been committed. @throws DatabaseRefusal where the disk does not take it */
  add(number: number, what: string): void;
  close(): void;
}

/** Opens the ring beside a database for writing. */
export function acknowledgedUnits(path: string): AcknowledgedUnits {
  const name = acknowledgedFile(path);
  // Whole from the start, so that a full disk can still take a line.
  if (!existsSync(name)) writeFileSync(name, emptyRing, { mode: 0o600 });
  const file = openSync(name, 'r+');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOpen = true;
  const flush = (): void => {
    timer = undefined;
    // A failed flush loses nothing that was promised; the database's own sync has gone before.
    fdatasync(file, () => undefined);
  };
  return {
    add(number, what) {
      try {
        // The machine's own time, which whoever looks for what is missing has too.
        const line = lineOf({ number, at: new Date().toISOString(), what });
        writeSync(file, line, 0, lineBytes, (number % lines) * lineBytes);
      } catch (error) {
        throw new DatabaseRefusal(`${name} cannot be written (${String(error)}). Check the disk and restart.`, {
          cause: error,
        });
      }
      timer ??= setTimeout(flush, flushAfterMs).unref();
    },
    close() {
      clearTimeout(timer);
      // A database may be closed again.
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

function lineOf({ number, at, what }: Acknowledged): Buffer {
  const line = Buffer.alloc(lineBytes, ' ');
  // Room for the rest of the line: labels are codes and account names, but a name may be long.
  line.write(JSON.stringify({ number, at, what: shortened(what) }));
  line.write('\n', lineBytes - 1);
  return line;
}

/** As many characters as surely fit, whatever their escaped length. */
function shortened(what: string): string {
  let text = what;
  while (Buffer.byteLength(JSON.stringify(text)) > 160) text = text.slice(0, -1);
  return text;
}
