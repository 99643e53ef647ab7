/** The pages of the meeting mode: the province first, then the cities in the page's order. Pure. */

/** Which page an address names; the first one where it names none. */
export function pageIndex(pages: readonly string[], present: string): number {
  return Math.max(0, pages.indexOf(present));
}

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index, last) => Math.min(last, index + 1),
  ArrowDown: (index, last) => Math.min(last, index + 1),
  PageDown: (index, last) => Math.min(last, index + 1),
  ' ': (index, last) => Math.min(last, index + 1),
  ArrowLeft: (index) => Math.max(0, index - 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  PageUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_index, last) => last,
};

/** The page that a key turns to, the same one at either end; null for a key that turns no page. */
export function turnedPage(pages: readonly string[], present: string, key: string): string | null {
  const step = steps[key];
  if (step === undefined) return null;
  return pages[step(pageIndex(pages, present), pages.length - 1)] ?? null;
}
