/** Commands of the machine on an office's file, and files that are attached to it by hand. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileStore } from '#api/http/file-store.ts';
import { insertAttachment } from '#db/attachments.ts';
import { opened } from './database.ts';
import { run } from './program.ts';

export const pdf = Buffer.from('%PDF-1.7 a file of the office');

/** Attaches a file by hand, as a row and a file of the office that lies at `path`. */
export async function attach(path: string, name: string): Promise<string> {
  const database = await opened(`file:${path}`);
  const source = join(dirname(path), name);
  writeFileSync(source, pdf);
  const id = await fileStore(`${path}-files`).keep(source);
  await database.write((tx) =>
    insertAttachment(tx, {
      id,
      interview: '2020-10-15',
      region: '331100',
      item: '1.1',
      project: null,
      name,
      contentType: 'application/pdf',
      bytes: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      attachedAt: '2020-10-19T01:00:00.000Z',
      attachedBy: null,
      attachedAs: { name: 'lishui', title: { zh: '丽水', en: 'Lishui' } },
      attachedFor: 'bureau',
      removedAt: null,
      removedBy: null,
      removedAs: null,
      removalReason: null,
    }),
  );
  await database.close();
  return id;
}

export const contentIn = (place: string, id: string): string => readFileSync(join(`${place}-files`, id), 'utf8');

/** Runs a command with the office of this file: the code that it ended with, and what it printed. */
export async function saidBy(file: string, command: string, ...words: readonly string[]) {
  const program = run(`api/server/${command}.ts`, { DATABASE_URL: `file:${file}` }, ...words);
  return { code: await program.ended(), text: program.printed() };
}
