import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/dialect';
import { settings } from './schema.ts';

/** The value of a setting; undefined where it was never set. */
export async function findSetting(reader: Reader, key: string): Promise<string | undefined> {
  const [row] = await reader.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row?.value;
}

/** Sets a setting. */
export async function putSetting(tx: Writer, key: string, value: string): Promise<void> {
  await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
}
