import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { keptQuery } from './dialect/kept-query.ts';
import { settings } from './schema.ts';

/** The settings there are; their values are text. */
export const settingKeys = {
  /** Which demonstration was loaded; `off` in an office of its own, where none ever will be. */
  demonstration: 'demonstration',
  /** The milliseconds from the machine's time to the demonstration's, may be negative; absent in a real office. */
  demoClock: 'demo-clock',
  /** The newest seal's position with a code that only the key gives: what was cut off at the end is missing. */
  sealHead: 'seal.head',
  /** Which key the seals were begun with, without giving it away. */
  sealKey: 'seal.key',
  /** What came of the last check of all seals, as JSON. */
  sealCheck: 'seal.check',
  /** The last scheduled backup, as JSON. */
  lastBackup: 'backup.last',
} as const;
type SettingKey = (typeof settingKeys)[keyof typeof settingKeys];

/** The value of a setting; undefined where it was never set. */
export async function findSetting(reader: Reader, key: SettingKey): Promise<string | undefined> {
  const [row] = await valueOf(reader, { key });
  return row?.value;
}

/** Sets a setting. */
export async function putSetting(tx: Writer, key: SettingKey, value: string): Promise<void> {
  await put(tx, { key, value });
}

const valueOf = keptQuery((reader: Reader, { key }: { readonly key: SettingKey }) =>
  reader.select({ value: settings.value }).from(settings).where(eq(settings.key, key)),
);

const put = keptQuery((tx: Writer, { key, value }: { readonly key: SettingKey; readonly value: string }) =>
  tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } }),
);
