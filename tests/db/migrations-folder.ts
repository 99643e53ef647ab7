import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine } from '#db/dialect';
import { migrationsFolder } from '#db/migrate.ts';
import { temporaryFolder } from '#tests/support/database.ts';

interface Entry {
  idx: number;
  version: string;
  when: number;
  tag: string;
  breakpoints: boolean;
}

/** The journal of a folder of migrations. */
export function journalOf(folder: string): { entries: Entry[] } {
  return JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
}

/** A copy of the program's migrations, for a test to change. */
export function copiedMigrations(): string {
  const folder = temporaryFolder();
  cpSync(migrationsFolder(engine), folder, { recursive: true });
  return folder;
}

/** Changes the entries of a folder's journal. */
export function editJournal(folder: string, edit: (entries: Entry[]) => Entry[]): void {
  const journal = journalOf(folder);
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries: edit(journal.entries) }));
}

/** Adds a migration to a folder: last unless `at` says where; `when` is an hour after its forerunner unless given. */
export function addMigration(
  folder: string,
  tag: string,
  statements: readonly string[],
  more: { when?: number; at?: number } = {},
): void {
  writeFileSync(join(folder, `${tag}.sql`), statements.join('--> statement-breakpoint\n'));
  editJournal(folder, (entries) => {
    const at = more.at ?? entries.length;
    const when = more.when ?? (entries[at - 1]?.when ?? 0) + 3_600_000;
    return entries.toSpliced(at, 0, { idx: at, version: '6', when, tag, breakpoints: true });
  });
}
