/** Whether every file that a row refers to is on the disk as it came in. */
import { listKeptFiles } from '#db/attachments.ts';
import type { Reader } from '#db/dialect';
import type { FileStore } from '../http/file-store.ts';
import type { Bilingual } from '../http/shapes.ts';

/** What a check of the files saw. */
export interface FileCheck {
  readonly files: number;
  /** One sentence for each that is missing or has another content. */
  readonly findings: readonly Bilingual[];
}

const sentences = {
  missing: { zh: '缺失', en: 'is missing' },
  altered: { zh: '内容被改动', en: 'has another content' },
} as const satisfies Record<string, Bilingual>;

/**
 * Compares the files with their rows. `presence` only looks whether they are there, for a start that should not wait;
 * `content` reads each of them.
 */
export async function verifyFiles(
  reader: Reader,
  store: FileStore,
  extent: 'presence' | 'content',
  signal?: AbortSignal,
): Promise<FileCheck> {
  const kept = await listKeptFiles(reader);
  const there = new Set((await store.list()).map(({ id }) => id));
  const findings: Bilingual[] = [];
  for (const file of kept) {
    signal?.throwIfAborted();
    const fault = !there.has(file.id) ? 'missing' : extent === 'presence' ? null : await store.fault(file);
    if (fault === null) continue;
    const { zh, en } = sentences[fault];
    findings.push({
      zh: `附件“${file.name}”的文件${zh}（${file.id}）`,
      en: `The file of “${file.name}” ${en} (${file.id})`,
    });
  }
  return { files: kept.length, findings };
}
