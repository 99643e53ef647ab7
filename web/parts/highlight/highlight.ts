/**
 * Which city the pointer or the focus is on, for all pictures of a page at once. A mark says whose it is by `data-region`,
 * and of which indicator by `data-indicator` where the page shows several; what it looks like when its city is lit is its
 * own rule, made of `--lit-ground` and `--lit-line`. So nothing is drawn anew while the pointer moves.
 */
import { createContext, use } from 'react';

export interface Mark {
  readonly region: string;
  readonly indicator: string | null;
}

export interface Highlight {
  readonly lit: () => Mark | null;
  readonly light: (mark: Mark | null) => void;
  /** The city that the address names stays lit. */
  readonly keep: (region: string | null) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

/** The highlight of one page; `show` writes the lit cities where the pictures' rules see them. */
export function createHighlight(show: (regions: readonly string[]) => void): Highlight {
  const listeners = new Set<() => void>();
  let lit: Mark | null = null;
  let kept: string | null = null;
  const write = (): void => show([...new Set([kept, lit?.region ?? null])].filter((one) => one !== null));
  return {
    lit: () => lit,
    light(mark) {
      if (mark?.region === lit?.region && mark?.indicator === lit?.indicator) return;
      lit = mark;
      write();
      for (const changed of listeners) changed();
    },
    keep(region) {
      kept = region;
      write();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** The one rule that lights these cities' marks up; empty for none. Codes stand in it quoted, whatever is in them. */
export function litRule(regions: readonly string[]): string {
  if (regions.length === 0) return '';
  const marks = regions.map((region) => `[data-region=${JSON.stringify(region)}]`).join(',');
  return `@media screen{${marks}{--lit-ground:var(--raised);--lit-line:var(--accent)}}`;
}

/** The mark that an element belongs to; null where it belongs to no city. */
export function markAt(target: EventTarget | null): Mark | null {
  const mark = target instanceof Element ? target.closest('[data-region]') : null;
  const region = mark?.getAttribute('data-region') ?? null;
  return region === null ? null : { region, indicator: mark?.getAttribute('data-indicator') ?? null };
}

const HighlightContext = createContext<Highlight>(createHighlight(() => undefined));

export const HighlightProvider = HighlightContext.Provider;

/** The page's highlight; outside of a page that has one it lights nothing. */
export const useHighlight = (): Highlight => use(HighlightContext);
