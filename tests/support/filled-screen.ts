/** What is wrong with a page that must fill its screen, and how much of it the page uses: measured in the browser itself. */
import type { Page } from 'playwright-core';

export interface ScreenFindings {
  /** Words beyond the window or their picture, clipped words, words over others. */
  readonly troubles: readonly string[];
  /** The share of the window that lies within the contents' blocks, each as large as what is drawn and written in it. */
  readonly used: number;
  /** The size of the heading's words in pixels. */
  readonly headingSize: number;
}

/** Measures the page as it stands. `blocks` selects its contents: a picture, a list, a sentence each. */
export function screenFindings(page: Page, blocks: string): Promise<ScreenFindings> {
  return page.evaluate((selector) => {
    const [wide, high] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
    // All of this runs in the browser, which knows nothing of this file.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const isShown = (element: Element): boolean =>
      getComputedStyle(element).visibility === 'visible' && element.closest('.visually-hidden, title, dialog') === null;
    const written = (root: Element): { words: string; element: Element; box: DOMRect }[] => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: { words: string; element: Element; box: DOMRect }[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement;
        const words = node.textContent?.trim() ?? '';
        if (element === null || words === '' || !isShown(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 1) found.push({ words, element, box });
      }
      return found;
    };
    const troubles: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > wide || scrollHeight > high) troubles.push(`the page is ${scrollWidth} × ${scrollHeight}`);
    const all = written(document.body);
    for (const { words, element, box } of all) {
      const frame = element.closest('svg')?.getBoundingClientRect() ?? new DOMRect(0, 0, wide, high);
      const isOut =
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < -1 ||
        box.bottom > high + 1 ||
        box.right > wide + 1;
      if (isOut) troubles.push(`beyond the edge: ${words}`);
      // A font's own box is higher than a line of it; what is hidden is a line at least.
      const slack = Number.parseFloat(getComputedStyle(element).fontSize) * 0.5;
      const isClipped =
        getComputedStyle(element).overflowY === 'hidden' &&
        (element.scrollHeight > element.clientHeight + slack || element.scrollWidth > element.clientWidth + 1);
      if (isClipped) troubles.push(`clipped: ${words}`);
    }
    // A line's box is higher than its letters: a sixth of it above and below is free.
    const letters = all.map(({ words, box }) => ({
      words,
      left: box.left,
      right: box.right,
      top: box.top + box.height / 6,
      bottom: box.bottom - box.height / 6,
    }));
    for (const [index, a] of letters.entries()) {
      for (const b of letters.slice(0, index)) {
        const isOver = a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        if (isOver) troubles.push(`over each other: ${a.words} / ${b.words}`);
      }
    }
    const cell = Math.max(4, Math.round(wide / 480));
    const cells = new Set<number>();
    for (const block of document.querySelectorAll(selector)) {
      const shapes = [...block.querySelectorAll('svg path, svg rect, svg circle')].map((shape) =>
        shape.getBoundingClientRect(),
      );
      const boxes = [
        ...written(block).map(({ box }) => box),
        ...shapes.filter(({ width, height }) => width + height > 0),
      ];
      const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
      const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
      for (let x = Math.ceil(left / cell); (x + 1) * cell <= right; x += 1)
        for (let y = Math.ceil(top / cell); (y + 1) * cell <= bottom; y += 1) cells.add(x * 10_000 + y);
    }
    const heading = document.querySelector('h1');
    return {
      troubles,
      used: (cells.size * cell * cell) / (wide * high),
      headingSize: heading === null ? 0 : Number.parseFloat(getComputedStyle(heading).fontSize),
    };
  }, blocks);
}
