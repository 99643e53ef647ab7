import { useCallback, useState, useSyncExternalStore } from 'react';

interface PictureSize {
  readonly width: number;
  readonly height: number | null;
}

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

/** How much larger than usual the type is where the picture stands: its words and marks grow with it. */
const typeScale = (node: Element): number =>
  Number.parseFloat(getComputedStyle(node).getPropertyValue('--type-scale')) || 1;

/**
 * How wide a picture is drawn, in pixels: as wide as the place that it stands in, measured in its own larger type where that
 * is larger, and on paper a width of its own, because nothing is measured there. A picture laid out at its true width keeps
 * its words at their true size. `height` is that of the same place, for pictures that fill one; null on paper and before it is
 * measured.
 */
export function usePictureWidth(before: number, onPaper: number) {
  const [size, setSize] = useState<PictureSize>({ width: before, height: null });
  const isPaper = useSyncExternalStore(subscribeToPrinting, isOnPaper, () => false);
  const place = useCallback((node: Element | null) => {
    if (node === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const scale = typeScale(node);
      const width = Math.round((entry?.contentRect.width ?? 0) / scale);
      const height = Math.round((entry?.contentRect.height ?? 0) / scale);
      if (width === 0 || isOnPaper()) return;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return { place, ...(isPaper ? { width: onPaper, height: null } : size) };
}
