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
  // A numerator that follows another figure says the one that is kept, whichever that is.
  for (const { indicator, follows } of changes) {
    const [ratio, source] = [figures.get(indicator), figures.get(follows ?? '')];
    if (ratio !== undefined && 'numerator' in ratio && source !== undefined && 'cumulative' in source) {
      figures.set(indicator, { ...ratio, numerator: source.cumulative });
    }
  }
  return { ...kept, figures: Object.fromEntries(figures) };
}

/** The changes that would be saved. */
export function takenChanges(changes: FilePreview['changes'], taken: ReadonlySet<string>): FilePreview['changes'] {
  return changes.filter(({ indicator, conflict }) => conflict === null || taken.has(indicator));
}
