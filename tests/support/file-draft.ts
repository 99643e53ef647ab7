import type { FilePreview } from '#api/month-files/contract.ts';
import type { Draft } from '#api/submissions/contract.ts';

/** The draft with all changes of a file in it, as a page sends it. */
export function draftWith({ kept, changes }: FilePreview): Draft {
  const figures = new Map(Object.entries(kept.figures));
  for (const { indicator, after } of changes) {
    if (after === null) figures.delete(indicator);
    else
      figures.set(
        indicator,
        after.denominator === null
          ? { cumulative: after.cumulative }
          : { numerator: after.cumulative, denominator: after.denominator },
      );
  }
  return { ...kept, figures: Object.fromEntries(figures) };
}
