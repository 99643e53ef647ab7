import { classify } from '#db/dialect';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import type { Trouble } from '#db/dialect/trouble.ts';
import { Problem } from './problem.ts';
import type { Bilingual } from './shapes.ts';

const busy: Bilingual = { zh: '数据库正忙，请稍后重试。', en: 'the database is busy; try again in a moment.' };
const unreliable: Bilingual = {
  zh: '数据库目前不可靠，请管理员查看日志。',
  en: 'the database cannot be relied on; see the log.',
};

const reasons: Partial<Record<Trouble, Bilingual>> = {
  busy,
  serialization: busy,
  'read-only': { zh: '数据库目前只读，您的更改未保存。', en: 'the database is read-only; your change was not saved.' },
  full: { zh: '磁盘空间已满，您的更改未保存。', en: 'the disk is full; your change was not saved.' },
  damaged: { zh: '存储设备出现故障，已停止写入。', en: 'the storage has failed, and nothing more is written.' },
  unreachable: { zh: '无法连接数据库。', en: 'the database cannot be reached.' },
};

const unsavable: ReadonlySet<Trouble> = new Set(['full', 'read-only', 'damaged']);

/** Whether it failed because the disk takes nothing just now; what can be read is still right. */
export const cannotBeSaved = (error: unknown): boolean => unsavable.has(classify(error));

/** The problem of an error in which the database itself is in trouble; null for every other error. */
export function databaseTrouble(error: unknown): Problem | null {
  const why = reasons[classify(error)] ?? (error instanceof DatabaseRefusal ? unreliable : undefined);
  return why === undefined ? null : new Problem('unavailable', { why });
}

/** The problem of a database that failed its check, whatever the reason. */
export function notReady(error: unknown): Problem {
  return databaseTrouble(error) ?? new Problem('unavailable', { why: unreliable });
}
