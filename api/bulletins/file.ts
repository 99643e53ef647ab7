/** A bulletin as the file that is downloaded and mailed. */
import { createHash } from 'node:crypto';
import type { Reader } from '#db/dialect';
import type { Actor } from '../http/context.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import { openBulletin, titleOf } from './bulletin-record.ts';
import { filled } from './marks.ts';
import { picturesOf } from './pictures.ts';
import { officeOf } from './present.ts';

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The document with its name, as far as somebody may have it. @throws Problem `not-found` */
export async function bulletinFile(reader: Reader, actor: Pick<Actor, 'role'>, id: string) {
  const { row, newest, content } = await openBulletin(reader, actor, id);
  const parts = content.parts.map((part) => ({ ...part, text: filled(part.text, content.fields) }));
  const { issueNumber, documentNumber, state, at } = newest;
  // Its library is loaded by the first document: a program at rest does without it.
  const { documentOf } = await import('./document.ts');
  const document = await documentOf({
    language: row.language,
    office: officeOf(row),
    issueNumber,
    documentNumber,
    issuedOn: state === 'issued' ? dayInShanghai(new Date(at)) : null,
    parts,
    // A correction lists what changed; it draws nothing anew.
    pictures: row.corrects === null ? picturesOf(row.facts, row.language) : [],
    tables: content.tables,
  });
  return {
    title: titleOf(content),
    documentNumber,
    name: `${titleOf(content).replaceAll(/[:：/\s]+/g, '-')}.docx`,
    contentType,
    tag: createHash('sha256').update(document).digest('hex').slice(0, 32),
    content: document,
  } as const;
}
