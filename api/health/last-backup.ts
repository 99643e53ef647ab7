/** What the scheduled backups came to, kept as a setting so that every process and every start knows it. */
import { z } from 'zod';
import type { Reader, Writer } from '#db/dialect';
import { findSetting, putSetting, settingKeys } from '#db/settings.ts';
import { instant } from '../http/shapes.ts';

const shape = z.object({
  /** When the last one was made; null before the first. */
  at: instant.nullable(),
  /** When the last one was made whose data were as they were sealed. */
  goodAt: instant.nullable(),
});
export type LastBackup = z.infer<typeof shape>;

const never: LastBackup = { at: null, goodAt: null };

/** The last scheduled backup. */
export async function readLastBackup(reader: Reader): Promise<LastBackup> {
  const text = await findSetting(reader, settingKeys.lastBackup);
  return text === undefined ? never : shape.parse(JSON.parse(text));
}

/** Keeps that a backup was made, and whether it can be relied on. */
export async function writeLastBackup(tx: Writer, at: string, isGood: boolean): Promise<void> {
  const { goodAt } = await readLastBackup(tx);
  const last: LastBackup = { at, goodAt: isGood ? at : goodAt };
  await putSetting(tx, settingKeys.lastBackup, JSON.stringify(last));
}

/** Whether the last good backup is older than it may be, in milliseconds; never before the first, whose failure its job tells. */
export function isBackupLate({ at, goodAt }: LastBackup, now: Date, limitMs: number | null): boolean {
  if (limitMs === null || at === null) return false;
  return goodAt === null || now.getTime() - Date.parse(goodAt) > limitMs;
}
