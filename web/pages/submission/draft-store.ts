/** Keeps what was typed on this device until the server has it, so that neither a reload nor a dead network loses it. */
import { z } from 'zod';
import { readStored, removeStored, writeStored } from '../../stored.ts';
import { typedSheet } from './typed.ts';

/** Whose typing, of which month, and whether it is a report or a correction. */
export interface DraftOwner {
  readonly person: string;
  readonly region: string;
  readonly year: number;
  readonly month: number;
  readonly purpose: 'report' | 'correction';
}

const keptDraft = z.object({
  typed: typedSheet,
  /** The server's version that the typing began from. */
  basedOn: z.number().int(),
  /** The device's clock, ISO 8601. */
  keptAt: z.string(),
});
export type KeptDraft = z.infer<typeof keptDraft>;

/** One person's name for one month of one region. */
export function draftKey({ person, region, year, month, purpose }: DraftOwner): string {
  return ['xushi', 'draft', purpose, person, region, year, month].map(String).map(encodeURIComponent).join('/');
}

/** What is kept, or null where there is nothing that can be read. */
export function readKept(owner: DraftOwner): KeptDraft | null {
  const text = readStored(draftKey(owner));
  if (text === null) return null;
  try {
    return keptDraft.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false where the device has no room or does not allow it. */
export function keep(owner: DraftOwner, draft: KeptDraft): boolean {
  return writeStored(draftKey(owner), JSON.stringify(draft));
}

/** Forgets a draft: the server has it, or the person let it go. */
export function forget(owner: DraftOwner): void {
  removeStored(draftKey(owner));
}
