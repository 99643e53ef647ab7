import { useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { useKeptEdit } from '../../../ui/kept-edit.ts';
import { emptyDraft, readDraft, type TypedDraft } from './draft.ts';

/** A draft belongs to nothing that is saved, so it has no version to begin from. */
const noVersion = 0;

/** A year's draft as it is typed, kept for the tab until it is issued. */
export interface Draft {
  readonly typed: TypedDraft;
  readonly write: (field: keyof TypedDraft, key: string, text: string) => void;
  /** Gives these cells back to the growth. */
  readonly release: (cells: readonly string[]) => void;
  /** Once it is issued, a reload begins anew. */
  readonly forget: () => void;
}

export function useDraft(year: number): Draft {
  const { person } = useSession();
  const kept = useKeptEdit(`xushi.target-draft.${person.name}.${year}`, noVersion, readDraft);
  const [typed, setTyped] = useState<TypedDraft>(kept.typed ?? emptyDraft);
  const change = (next: TypedDraft): void => {
    setTyped(next);
    kept.write(next);
  };
  return {
    typed,
    write: (field, key, text) => change({ ...typed, [field]: { ...typed[field], [key]: text } }),
    release: (cells) => {
      const others = Object.entries(typed.cells).filter(([key]) => !cells.includes(key));
      change({ ...typed, cells: Object.fromEntries(others) });
    },
    forget: kept.forget,
  };
}
