/** The draft that comes of a file: what is saved where its changes are confirmed. Pure. */
import type { FilePreview } from '#api/month-files/contract.ts';
import type { Draft } from '#api/submissions/contract.ts';

/**
 * The draft as it stands with the file's changes in it. Where both changed a figure, the file's counts only if its indicator is
 * among those taken.
 */
export function draftOf(
  { kept, changes }: Pick<FilePreview, 'kept' | 'changes'>,
  taken: ReadonlySet<string> = new Set(),
): Draft {
  const figures = new Map(Object.entries(kept.figures));
  for (const { indicator, after } of takenChanges(changes, taken)) {
    if (after === null) figures.delete(indicator);
    else if ('absence' in after) figures.set(indicator, after);
    else if (after.denominator === null) figures.set(indicator, { cumulative: after.cumulative });
    else figures.set(indicator, { numerator: after.cumulative, denominator: after.denominator });
  }
  return { ...kept, figures: Object.fromEntries(figures) };
}

/** The changes that would be saved. */
export function takenChanges(changes: FilePreview['changes'], taken: ReadonlySet<string>): FilePreview['changes'] {
  return changes.filter(({ indicator, conflict }) => conflict === null || taken.has(indicator));
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

/** What a file is by its name: systems differ in what they call a CSV. Null where such files are not taken. */
export function tableType(name: string): (typeof types)[keyof typeof types] | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return extension === 'xlsx' || extension === 'csv' ? types[extension] : null;
}
