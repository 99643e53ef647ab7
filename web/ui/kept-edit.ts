import { useState } from 'react';
import { isRecord } from './is-record.ts';
import { useKeptText } from './kept-text.ts';

/** What was typed into a form and is not saved yet: kept for this tab, with the version that the typing began from. */
export interface KeptEdit<Typed> {
  /** What the form begins with; null where nothing was kept. */
  readonly typed: Typed | null;
  /** Whether the form shows what was kept rather than what is saved. */
  readonly isRestored: boolean;
  /** What a save must name; null once its person was told that somebody else was faster: then the newest. */
  readonly basedOn: number | null;
  readonly write: (typed: Typed) => void;
  readonly forget: () => void;
  /** From now on it is based on this version; null: on the newest, for a person who was told of another's save. */
  readonly rebase: (version: number | null) => void;
}

/**
 * A form's typing under a key, begun from a version. `read` takes what was kept, perhaps by an older program, and gives null
 * where it is no such thing. Give the component that uses it the same React key: it reads once.
 */
export function useKeptEdit<Typed>(
  key: string,
  version: number,
  read: (kept: unknown) => Typed | null,
): KeptEdit<Typed> {
  const text = useKeptText(key);
  const [begun] = useState(() => keptIn(text.value, read));
  const [basedOn, setBasedOn] = useState<number | null>(begun?.version ?? version);
  return {
    typed: begun?.typed ?? null,
    isRestored: begun !== null && text.value !== '',
    basedOn,
    write: (typed) => text.write(JSON.stringify({ version: basedOn ?? version, typed })),
    forget: text.forget,
    rebase: setBasedOn,
  };
}

function keptIn<Typed>(
  text: string,
  read: (kept: unknown) => Typed | null,
): { readonly typed: Typed; readonly version: number } | null {
  const kept = parsed(text);
  if (!isRecord(kept) || typeof kept['version'] !== 'number') return null;
  const typed = read(kept['typed']);
  return typed === null ? null : { typed, version: kept['version'] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
