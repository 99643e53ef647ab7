/** What the commands for backups do: read the settings, do it, say what came of it in two languages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openDatabase } from '#db/database.ts';
import { engineOf } from '#db/dialect/address.ts';
import { DatabaseRefusal } from '#db/dialect/refusal.ts';
import { pathOf } from '#db/dialect/sqlite-file.ts';
import { knownSealKey } from '#db/seal-key.ts';
import { systemClock } from './clock.ts';
import type { SealProof } from './backup-proof.ts';
import { copyTo, drillRestore, makeBackup, restoreBackup, type Backup, type Restored } from './backups.ts';
import { ConfigRefusal, readConfig } from './config.ts';
import { reportFailure } from './refusals.ts';

const usage = {
  backup: 'Usage: npm run backup [-- FILE]',
  restore: 'Usage: npm run restore -- [--drill] [--even-altered] FILE',
};

/** What a backup tells the process that asked for it, where one did: the job of the running program. */
export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly seals: number;
  readonly differing: number;
  readonly removed: readonly string[];
}

/**
 * `npm run backup [-- FILE]`. A refusal is said in a sentence and ends the process with 1; so does a copy of data that are
 * not as they were sealed, which is made all the same.
 */
export async function runBackup(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> {
  await sayingRefusals(async () => {
    const [file, ...more] = words;
    if (more.length > 0 || file?.startsWith('-')) throw new ConfigRefusal(usage.backup);
    const { databaseAddress: address, backups, sealKey: given } = readConfig(environment);
    refuseServer(address);
    const sealKey = await knownSealKey(address, given);
    const database = await openDatabase({ address, sealKey: given });
    try {
      const made =
        file === undefined
          ? await makeBackup(database, systemClock.now(), { ...backups, sealKey })
          : { ...(await copyTo(database, resolve(file), { sealKey })), removed: [] };
      console.log(`Backup made and read through 备份完成并已通读:\n${told(made)}`);
      tellAlteration(made.seals);
      const { seals, differing } = made.seals;
      process.send?.({ ...made, seals, differing } satisfies BackupReport);
    } finally {
      await database.close();
    }
  });
}

/** `npm run restore -- [--drill] [--even-altered] FILE`. A refusal is said in a sentence and ends the process with 1. */
export async function runRestore(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<void> {
  await sayingRefusals(async () => {
    const flags = words.filter((word) => word.startsWith('-'));
    const [file, ...more] = words.filter((word) => !word.startsWith('-'));
    const isKnown = flags.every((flag) => flag === '--drill' || flag === '--even-altered');
    if (file === undefined || more.length > 0 || !isKnown) throw new ConfigRefusal(usage.restore);
    const { databaseAddress: address, sealKey: given } = readConfig(environment);
    refuseServer(address);
    const sealKey = await knownSealKey(address, given);
    const plan = { now: systemClock.now(), sealKey, evenAltered: flags.includes('--even-altered') };
    const isDrill = flags.includes('--drill');
    const restored = await (isDrill
      ? drill(address, resolve(file), plan)
      : restoreBackup(address, resolve(file), plan));
    const head = isDrill
      ? 'Restore drill: the backup is complete; nothing was changed 恢复演练：备份完整，未作改动'
      : 'Restored 已恢复';
    const aside = restored.aside === null ? '' : `\n  before 原数据库   ${restored.aside}`;
    console.log(`${head}:\n${told(restored)}${aside}`);
    tellAlteration(restored.seals);
    if (!restored.seals.isKeyKnown && restored.seals.seals > 0) console.log(keyMissing);
  });
}

/** A server's database is copied by the server's own tools, while people work, into one file. */
function refuseServer(address: string): void {
  if (engineOf(address) === 'sqlite') return;
  throw new DatabaseRefusal(
    'PostgreSQL 用自带工具备份与恢复：\n' +
      'PostgreSQL is copied and restored with its own tools:\n' +
      '  pg_dump --format=custom --file=office.dump "$DATABASE_URL"\n' +
      '  pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" office.dump',
  );
}

async function drill(address: string, file: string, plan: Parameters<typeof drillRestore>[2]): Promise<Restored> {
  // On the office's own disk, so that the time is the one that a real restore would take.
  const folder = mkdtempSync(join(dirname(pathOf(address)), 'restore-drill-'));
  try {
    return await drillRestore(file, folder, plan);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const keyMissing =
  '封印密钥不在数据库旁：内容已与封印核对，但须在首次启动前放回原密钥（-key 文件或 XUSHI_SEAL_KEY）。\n' +
  'The key of the seals is not beside the database: contents were compared with the seals, but put the key back ' +
  '(the -key file, or XUSHI_SEAL_KEY) before the first start.';

function tellAlteration({ differing, words }: SealProof): void {
  if (differing === 0) return;
  process.exitCode = 1;
  console.error(`数据与封印不符（${differing} 处）：请运行 npm run verify。`);
  console.error(`The data are not as they were sealed (${differing}): run npm run verify.`);
  for (const { zh, en } of words) console.error(`- ${zh}\n  ${en}`);
}

function told({ file, bytes, rows, newest, seals, files, missing, milliseconds }: Backup): string {
  // Kept all the same, but nobody may take it for whole.
  if (missing > 0) process.exitCode = 1;
  return [
    `  file 文件         ${file}`,
    `  size 大小         ${(bytes / 2 ** 20).toFixed(1)} MiB, ${rows} rows 行`,
    `  newest 最新变更   ${newest ?? '--'}`,
    `  seals 封印        ${seals.seals}, differing 不符 ${seals.differing}`,
    `  files 附件        ${files}`,
    ...(missing === 0 ? [] : [`  MISSING 缺失附件  ${missing}. Run 请运行: npm run verify`]),
    `  time 用时         ${(milliseconds / 1000).toFixed(2)} s`,
  ].join('\n');
}

async function sayingRefusals(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    reportFailure(error);
  }
}
