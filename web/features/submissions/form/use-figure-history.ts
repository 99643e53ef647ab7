import { useState } from 'react';
import { historyOf, startedHistory } from './figure-history.ts';
import type { FigureHistory } from './figure-history.ts';
import type { TypedSheet } from './typed.ts';

/**
 * The history of what a form shows, and the way to its next state, which the form then shows and saves. It is kept by
 * whoever shows the form, so that looking at what will be sent and coming back loses no step.
 */
export function useFigureHistory(
  sheet: TypedSheet,
  change: (sheet: TypedSheet) => void,
): { readonly history: FigureHistory; readonly go: (next: FigureHistory) => void } {
  const [known, setKnown] = useState(() => startedHistory(sheet.figures));
  const go = (next: FigureHistory): void => {
    setKnown(next);
    if (next.present !== sheet.figures) change({ ...sheet, figures: next.present });
  };
  return { history: historyOf(sheet.figures, known), go };
}
