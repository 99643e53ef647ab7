/** The month that a slider was moved to, shown before the address says it: a page is drawn at once, and the router follows. */
import { useSyncExternalStore } from 'react';
import type { YearMonth } from '#api/measures/calendar.ts';

interface Ahead extends YearMonth {
  /** The page whose month it is. */
  readonly from: string;
}

let ahead: Ahead | null = null;
const readers = new Set<() => void>();

function tell(next: Ahead | null): void {
  ahead = next;
  for (const changed of readers) changed();
}

function subscribe(changed: () => void): () => void {
  readers.add(changed);
  return () => void readers.delete(changed);
}

const now = (): Ahead | null => ahead;

/** Shows another month of a page at once. */
export const goAhead = (from: string, period: YearMonth): void => tell({ from, ...period });

/** From here on the address alone says which month is shown. */
export const followAddress = (): void => tell(null);

/** The month of a page that its slider was moved to, until the address says it; `null` where it was not. */
export function useMonthAhead(from: string): YearMonth | null {
  const moved = useSyncExternalStore(subscribe, now, now);
  return moved?.from === from ? moved : null;
}
