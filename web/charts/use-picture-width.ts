import { useCallback, useState, useSyncExternalStore } from 'react';

interface PictureSize {
  readonly width: number;
  readonly height: number | null;
}

const printing = (): MediaQueryList | null =>
  typeof window === 'undefined' || typeof window.matchMedia !== 'function' ? null : window.matchMedia('print');

function subscribeToPrinting(changed: () => void): () => void {
  const query = printing();
  query?.addEventListener('change', changed);
  return () => query?.removeEventListener('change', changed);
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
  const isPaper = useSyncExternalStore(
    subscribeToPrinting,
    () => printing()?.matches ?? false,
    () => false,
  );
  const place = useCallback((node: Element | null) => {
    if (node === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const scale = typeScale(node);
      const width = Math.round((entry?.contentRect.width ?? 0) / scale);
      const height = Math.round((entry?.contentRect.height ?? 0) / scale);
      if (width === 0 || printing()?.matches === true) return;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return { place, ...(isPaper ? { width: onPaper, height: null } : size) };
}
