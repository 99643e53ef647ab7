import { useCallback, useState, useSyncExternalStore } from 'react';

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
 * How wide a picture is drawn, in pixels of the usual type: as wide as the place that it stands in, and on paper a width of its own, because
 * nothing is measured there. A picture laid out at its true width keeps its words at their true size.
 */
export function usePictureWidth(before: number, onPaper: number) {
  const [width, setWidth] = useState(before);
  const isPaper = useSyncExternalStore(
    subscribeToPrinting,
    () => printing()?.matches ?? false,
    () => false,
  );
  const place = useCallback((node: HTMLElement | null) => {
    if (node === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round((entry?.contentRect.width ?? 0) / typeScale(node));
      if (measured > 0 && printing()?.matches !== true) setWidth(measured);
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return { place, width: isPaper ? onPaper : width };
}
