/** Where a sealed row belongs, told beside its seal. Pure. */
import type { SealedAbout } from './schema.ts';
import type { SealedContent } from './sealed-rows.ts';

/** The month of a row, as objects are named by it: `2020-10`. */
export const monthOf = (row: SealedContent): string => `${row['year']}-${String(row['month']).padStart(2, '0')}`;

/** When, by whom and to what, read of a row whose columns no type is claimed for. */
export function about(at: unknown, by: unknown, what: string, object: readonly unknown[]): SealedAbout {
  const isNamed = typeof by === 'object' && by !== null && 'name' in by && typeof by.name === 'string';
  return {
    at: typeof at === 'string' ? at : null,
    by: isNamed ? String(by.name) : null,
    what,
    object: object.join('/'),
  };
}

/** Columns of a version that came after the first seals: what is empty in them is left out of what is sealed. */
export const laterOfVersions = [
  'revokedBy',
  'revokedAs',
  'revokedAt',
  'revokeReason',
  'packageMonth',
  'packageNumber',
  'dueOn',
  'absences',
  'words',
  'load',
  'partial',
  'sourceFile',
];

/** A row without those of the later columns that are empty. */
export function withoutEmpty(row: SealedContent, later: readonly string[]): SealedContent {
  if (later.length === 0) return row;
  return Object.fromEntries(Object.entries(row).filter(([name, held]) => held !== null || !later.includes(name)));
}
