import { useCallback, useState, useSyncExternalStore } from 'react';

const printing = (): MediaQueryList | null =>
  typeof window === 'undefined' || typeof window.matchMedia !== 'function' ? null : window.matchMedia('print');

/** Between the events around printing: the browser counts its pages before it tells that the media have changed. */
let isBeingPrinted = false;

const isOnPaper = (): boolean => isBeingPrinted || printing()?.matches === true;

function subscribeToPrinting(changed: () => void): () => void {
  const query = printing();
  const tell = (isBegun: boolean) => (): void => {
    isBeingPrinted = isBegun;
    changed();
  };
  const [begin, end] = [tell(true), tell(false)];
  query?.addEventListener('change', changed);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    query?.removeEventListener('change', changed);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/**
 * How wide a picture is drawn, in pixels: as wide as the place that it stands in, and on paper a width of its own, because
 * nothing is measured there. A picture laid out at its true width keeps its words at their true size.
 */
export function usePictureWidth(before: number, onPaper: number) {
  const [width, setWidth] = useState(before);
  const isPaper = useSyncExternalStore(subscribeToPrinting, isOnPaper, () => false);
  const place = useCallback((node: HTMLElement | null) => {
    if (node === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0 && !isOnPaper()) setWidth(measured);
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return { place, width: isPaper ? onPaper : width };
}
