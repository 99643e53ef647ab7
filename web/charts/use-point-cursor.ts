import { useState, type KeyboardEvent } from 'react';
import { movedCursor } from './point-cursor.ts';

/**
 * A reading cursor over a picture's points for the arrow keys, Home, End and the pointer; null while the picture is not
 * being read.
 */
export function usePointCursor(count: number) {
  const [index, setIndex] = useState<number | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = count === 0 ? null : movedCursor(index ?? count - 1, event.key, count);
    if (next === null) return;
    // Also at either end, where the page would scroll or turn instead.
    event.preventDefault();
    setIndex(next);
  };
  return {
    index,
    pointTo: setIndex,
    onKeyDown,
    onFocus: () => setIndex(count === 0 ? null : count - 1),
    onBlur: () => setIndex(null),
  };
}
