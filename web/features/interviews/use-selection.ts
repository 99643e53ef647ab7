import { useState } from 'react';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import { itemKey } from './checklist.ts';

/** Items that are chosen to be moved together. */
export interface Selection {
  readonly has: (item: ChecklistItem) => boolean;
  readonly toggle: (item: ChecklistItem) => void;
  /** Chooses these as well. */
  readonly add: (items: readonly ChecklistItem[]) => void;
  readonly clear: () => void;
  /** Those that are chosen, as they stand now. */
  readonly items: readonly ChecklistItem[];
}

/** A choice among these items; one that is gone is no longer chosen. */
export function useSelection(items: readonly ChecklistItem[]): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return {
    has: (item) => keys.has(itemKey(item)),
    toggle: (item) => setKeys((before) => toggled(before, itemKey(item))),
    add: (more) => setKeys((before) => new Set([...before, ...more.map(itemKey)])),
    clear: () => setKeys(new Set()),
    items: items.filter((item) => keys.has(itemKey(item))),
  };
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return keys.has(key) ? new Set([...keys].filter((other) => other !== key)) : new Set([...keys, key]);
}
