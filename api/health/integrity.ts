/** What the last check of the seals said, kept as a setting so that every process and every start knows it. */
import { z } from 'zod';
import type { Reader, Writer } from '#db/dialect';
import { findSetting, putSetting, settingKeys } from '#db/settings.ts';
import type { Verification } from '#db/verification.ts';
import type { Bilingual } from '../http/shapes.ts';
import { integrity } from './contract.ts';

export type Integrity = z.infer<typeof integrity>;

/** So many findings are kept to be shown; the command names all it tells of. */
const findingsShown = 50;

const never: Integrity = { checkedAt: null, isWhole: false, rows: 0, seals: 0, total: 0, findings: [] };

/** The last check; one that cannot be read counts as a finding, because nobody but an intruder writes such a one. */
export async function readIntegrity(reader: Reader): Promise<Integrity> {
  const text = await findSetting(reader, settingKeys.sealCheck);
  if (text === undefined) return never;
  try {
    return integrity.parse(JSON.parse(text));
  } catch {
    return { ...never, total: 1 };
  }
}

/** Keeps what a check said. `isWhole`: all rows were looked at, and not only the newest. */
export async function writeIntegrity(
  tx: Writer,
  { rows, seals, total }: Verification,
  seen: { readonly words: readonly Bilingual[]; readonly checkedAt: string; readonly isWhole: boolean },
): Promise<void> {
  const { words, ...rest } = seen;
  const kept: Integrity = { ...rest, rows, seals, total, findings: words.slice(0, findingsShown) };
  await putSetting(tx, settingKeys.sealCheck, JSON.stringify(kept));
}
