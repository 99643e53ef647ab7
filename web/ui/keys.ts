import { useEffect, useEffectEvent } from 'react';

/**
 * Listens to single keys on the whole page; keys typed into a field, with a modifier but Shift, or already used are left
 * alone, and so is the space bar on what it presses.
 */
export function useKeys(onKey: (key: string, isShifted: boolean) => boolean): void {
  const handle = useEffectEvent((event: KeyboardEvent): void => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (modified || event.defaultPrevented || isField(event.target)) return;
    if (event.key === ' ' && isWithin(event.target, 'button, summary')) return;
    if (onKey(event.key, event.shiftKey)) event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
}

const isField = (target: EventTarget | null): boolean =>
  isWithin(target, 'input, select, textarea, [contenteditable="true"]');

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;
