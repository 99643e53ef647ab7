/** What the commands for backups do: read the settings, do it, say what came of it in two languages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openDatabase } from '#db/database.ts';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { pathOf } from '#db/dialect/sqlite-file.ts';
import { systemClock } from './clock.ts';
import { copyTo, drillRestore, makeBackup, restoreBackup, type Backup } from './backups.ts';
import { ConfigRefusal, readConfig } from './config.ts';

const usage = {
  backup: 'Usage: npm run backup [-- FILE]',
  restore: 'Usage: npm run restore -- FILE, or npm run restore -- --drill FILE',
};

/** `npm run backup [-- FILE]`. A refusal is said in a sentence and ends the process with 1. */
export async function runBackup(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> {
  await sayingRefusals(async () => {
    const [file, ...more] = words;
    if (more.length > 0 || file?.startsWith('-')) throw new ConfigRefusal(usage.backup);
    const { databaseAddress, backupsKept } = readConfig(environment);
    const database = await openDatabase({ address: databaseAddress });
    try {
      const made =
        file === undefined
          ? await makeBackup(database, systemClock.now(), backupsKept)
          : await copyTo(database, resolve(file));
      console.log(`Backup made and read through 备份完成并已通读:\n${told(made)}`);
    } finally {
      await database.close();
    }
  });
}

/** `npm run restore -- [--drill] FILE`. A refusal is said in a sentence and ends the process with 1. */
export async function runRestore(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> {
  await sayingRefusals(async () => {
    const isDrill = words[0] === '--drill';
    const [file, ...more] = isDrill ? words.slice(1) : words;
    if (file === undefined || file.startsWith('-') || more.length > 0) throw new ConfigRefusal(usage.restore);
    const { databaseAddress } = readConfig(environment);
    if (isDrill) return drill(databaseAddress, resolve(file));
    const restored = await restoreBackup(databaseAddress, resolve(file), systemClock.now());
    const aside = restored.aside === null ? '' : `\n  before 原数据库   ${restored.aside}`;
    console.log(`Restored 已恢复:\n${told(restored)}${aside}`);
  });
}

async function drill(address: string, file: string): Promise<void> {
  // On the office's own disk, so that the time is the one that a real restore would take.
  const folder = mkdtempSync(join(dirname(pathOf(address)), 'restore-drill-'));
  try {
    const restored = await drillRestore(file, folder, systemClock.now());
    console.log(
      `Restore drill: the backup is complete; nothing was changed 恢复演练：备份完整，未作改动:\n${told(restored)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function told({ file, bytes, rows, newest, files, missing, milliseconds }: Backup): string {
  // Kept all the same, but nobody may take it for whole.
  if (missing > 0) process.exitCode = 1;
  return [
    `  file 文件         ${file}`,
    `  size 大小         ${(bytes / 2 ** 20).toFixed(1)} MiB, ${rows} rows 行`,
    `  newest 最新变更   ${newest ?? '--'}`,
    `  files 附件        ${files}`,
    ...(missing === 0 ? [] : [`  MISSING 缺失附件  ${missing}. Run 请运行: npm run verify`]),
    `  time 用时         ${(milliseconds / 1000).toFixed(2)} s`,
  ].join('\n');
}

async function sayingRefusals(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isPlain = error instanceof ConfigRefusal || error instanceof DatabaseRefusal;
    console.error(isPlain ? error.message : error);
    process.exitCode = 1;
  }
}
