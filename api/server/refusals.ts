/** What a program of this folder says when it fails: a sentence where the person who runs it can mend it. */
import { classify } from '#db/dialect';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import type { Trouble } from '#db/dialect/trouble.ts';
import { AdministratorRefusal } from '../accounts/first-administrator.ts';
import type { Bilingual } from '../http/shapes.ts';
import { ConfigRefusal } from './config.ts';

const readOnly: Bilingual = {
  zh: '数据库文件或其文件夹只读：请让运行本程序的账户可以写入，然后重新启动。',
  en: 'The database or its folder is read-only: let the account that runs this program write there, and start again.',
};
const busy: Bilingual = {
  zh: '数据库被另一程序占用：请停止该程序，然后重新启动。',
  en: 'Another program holds the database: stop it, and start again.',
};

/** What to do about a trouble of the database that nobody turned into a refusal of its own. */
const troubles: Partial<Record<Trouble, Bilingual>> = {
  busy,
  serialization: busy,
  'read-only': readOnly,
  full: { zh: '磁盘已满：请释放空间，然后重新启动。', en: 'The disk is full: free space, and start again.' },
  damaged: {
    zh: '存储设备或数据库文件损坏：请检查磁盘，必要时恢复备份。',
    en: 'The storage or the database is damaged: check the disk; restore a backup if needed.',
  },
  unreachable: {
    zh: '无法打开或连接数据库：请检查 DATABASE_URL、文件夹与服务器。',
    en: 'The database cannot be opened or reached: check DATABASE_URL, its folder and its server.',
  },
};

/** The same of files and ports, by the code of the operating system. */
const codes: Readonly<Record<string, Bilingual>> = {
  EACCES: {
    zh: '无权访问：请检查文件夹权限或端口。',
    en: 'Not permitted: check the rights of the folder, or the port.',
  },
  EPERM: { zh: '无权访问：请检查文件夹权限。', en: 'Not permitted: check the rights of the folder.' },
  EROFS: readOnly,
  ENOSPC: { zh: '磁盘已满：请释放空间。', en: 'The disk is full: free space.' },
  ENOENT: { zh: '文件夹或文件不存在。', en: 'The folder or file does not exist.' },
  EADDRINUSE: {
    zh: '端口已被占用：请停止占用的程序，或在 PORT 中另选端口。',
    en: 'The port is taken: stop the program that has it, or choose another in PORT.',
  },
  EADDRNOTAVAIL: { zh: '本机没有 HOST 中的地址。', en: 'This machine does not have the address in HOST.' },
};

/** What a person can do about a failure, in a sentence; null where the program itself is at fault. */
export function sentenceOf(error: unknown): string | null {
  const isPlain = [AdministratorRefusal, ConfigRefusal, DatabaseRefusal].some((refusal) => error instanceof refusal);
  if (!(error instanceof Error)) return null;
  if (isPlain) return error.message;
  const way = troubles[classify(error)] ?? codes[codeOf(error)];
  return way === undefined ? null : `${way.zh}\n${way.en}\n(${error.message})`;
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** Says what failed, with the place in the code only where the code is at fault, and has the process end with 1. */
export function reportFailure(error: unknown): void {
  console.error(sentenceOf(error) ?? error);
  process.exitCode = 1;
}
