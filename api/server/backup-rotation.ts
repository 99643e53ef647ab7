/** Which backups of a folder stay. Beside each lies a note, and nothing without a note of this very office is ever removed. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayInShanghai } from '../measures/office-day.ts';

/** How many backups stay. */
export interface Keep {
  /** Of so many days the newest. */
  readonly days: number;
  /** Of so many weeks the newest. */
  readonly weeks: number;
}

const noteShape = z.object({
  /** The database that it is a copy of: its path. */
  of: z.string(),
  madeAt: z.iso.datetime(),
  bytes: z.number().int(),
  sha256: z.string(),
  rows: z.number().int(),
  seals: z.number().int(),
  /** How many things in it were not as they were sealed. */
  differing: z.number().int(),
});

/** What is kept of a backup beside it. */
export type BackupNote = z.infer<typeof noteShape>;

const noteOf = (file: string): string => `${file}.json`;

/** Writes the note of a backup that was proved. */
export function writeNote(file: string, note: BackupNote): void {
  writeFileSync(noteOf(file), `${JSON.stringify(note, null, 2)}\n`);
}

/** The note of a backup; null where there is none that can be read. */
export function readNote(file: string): BackupNote | null {
  try {
    return noteShape.parse(JSON.parse(readFileSync(noteOf(file), 'utf8')));
  } catch {
    return null;
  }
}

/** A backup as far as the choice of those that stay needs it. */
export interface Kept {
  readonly name: string;
  readonly madeAt: string;
  readonly isGood: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Weeks begin on Monday; the first day of all counting, 1 January 1970, was a Thursday. */
const weekOf = (day: string): number => Math.floor((Date.parse(day) / dayMs + 3) / 7);

/**
 * The names of the backups that stay: all of the newest day, the newest of each of so many days and of each of so many
 * weeks. Good ones and others are counted apart, so that copies of altered data never push out the last good one.
 */
export function keptOf(backups: readonly Kept[], keep: Keep): ReadonlySet<string> {
  return new Set(
    [true, false].flatMap((isGood) =>
      newestOf(
        backups.filter((one) => one.isGood === isGood),
        keep,
      ),
    ),
  );
}

function newestOf(backups: readonly Kept[], { days, weeks }: Keep): readonly string[] {
  const newestFirst = backups.toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : -1));
  const byDay = Map.groupBy(newestFirst, ({ madeAt }) => dayInShanghai(new Date(madeAt)));
  const byWeek = Map.groupBy(newestFirst, ({ madeAt }) => weekOf(dayInShanghai(new Date(madeAt))));
  const first = (groups: Iterable<readonly Kept[]>, count: number) =>
    [...groups].slice(0, count).flatMap(([one]) => one ?? []);
  const [newestDay = []] = byDay.values();
  return [...newestDay, ...first(byDay.values(), days), ...first(byWeek.values(), weeks)].map(({ name }) => name);
}

/** Removes the backups of this database that need not stay, with their notes and attached files; says which. */
export function clearOldBackups(folder: string, of: string, keep: Keep): readonly string[] {
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .flatMap((name) => {
      const note = readNote(join(folder, name));
      return note === null || note.of !== of ? [] : [{ name, madeAt: note.madeAt, isGood: note.differing === 0 }];
    });
  const kept = keptOf(own, keep);
  const removed = own.map(({ name }) => name).filter((name) => !kept.has(name));
  for (const name of removed) {
    for (const file of [join(folder, name), noteOf(join(folder, name))]) rmSync(file, { force: true });
    rmSync(`${join(folder, name)}-files`, { recursive: true, force: true });
  }
  return removed;
}
