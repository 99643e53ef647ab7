/** Keeps what was typed on this device until the server has it, so that neither a reload nor a dead network loses it. */
import { readStored, removeStored, writeStored } from '../../../text/stored.ts';
import { isRecord } from '../../../ui/is-record.ts';
import { isTypedSheet } from './typed.ts';
import type { TypedSheet } from './typed.ts';

/** Whose typing, of which month, and whether it is a submission or a correction. */
export interface DraftOwner {
  readonly person: string;
  readonly region: string;
  readonly year: number;
  readonly month: number;
  readonly purpose: 'report' | 'correction';
}

export interface KeptDraft {
  readonly typed: TypedSheet;
  /** The server's version that the typing began from. */
  readonly basedOn: number;
  /** The device's clock, ISO 8601. */
  readonly keptAt: string;
}

/** One name for each person, region, month and purpose. */
export function draftKey({ person, region, year, month, purpose }: DraftOwner): string {
  return `xushi.${[purpose, person, region, year, month].map(encodeURIComponent).join('/')}`;
}

/** What is kept, or null where there is nothing that can be read. */
export function readKept(owner: DraftOwner): KeptDraft | null {
  const text = readStored(draftKey(owner));
  if (text === null) return null;
  try {
    const kept: unknown = withWords(JSON.parse(text));
    return isKept(kept) ? kept : null;
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

/** Forms that were kept before there were words on figures have none. */
function withWords(kept: unknown): unknown {
  if (!isRecord(kept) || !isRecord(kept['typed'])) return kept;
  return { ...kept, typed: { words: {}, ...kept['typed'] } };
}

function isKept(value: unknown): value is KeptDraft {
  if (!isRecord(value)) return false;
  const { typed, basedOn, keptAt } = value;
  return (
    isTypedSheet(typed) &&
    typeof basedOn === 'number' &&
    typeof keptAt === 'string' &&
    !Number.isNaN(Date.parse(keptAt))
  );
}
