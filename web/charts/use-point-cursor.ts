import { useState, type KeyboardEvent } from 'react';
import { movedCursor } from './point-cursor.ts';

/** A reading cursor over a chart's points for the arrow keys, Home and End; null while the chart is not being read. */
export function usePointCursor(count: number) {
  const [index, setIndex] = useState<number | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = count === 0 ? null : movedCursor(index ?? count - 1, event.key, count);
    if (next === null) return;
    // Also at either end, where the page would scroll or turn instead.
    event.preventDefault();
    setIndex(next);
  };
  return { index, onKeyDown, onFocus: () => setIndex(count === 0 ? null : count - 1), onBlur: () => setIndex(null) };
}
