/**
 * The words of a table's header beside each of its cells, for a narrow screen, where a row is a card and has no header:
 * `<table ref={cardLabels}>` writes them as `data-label`, and `table.module.css` shows them there. They are read from the
 * header that is drawn, or its `abbr`, so that no table says them twice, and again whenever a row or a header changes.
 */
export function cardLabels(table: HTMLTableElement | null): (() => void) | undefined {
  if (table === null) return undefined;
  label(table);
  const observer = new MutationObserver(() => label(table));
  observer.observe(table, { subtree: true, childList: true, characterData: true });
  return () => observer.disconnect();
}

function label(table: HTMLTableElement): void {
  const columns = columnWords(
    [...(table.tHead?.rows ?? [])].map((row) =>
      [...row.cells].map((cell) => ({ text: cell.abbr || wordsOf(cell), across: cell.colSpan, down: cell.rowSpan })),
    ),
  );
  for (const row of [...table.tBodies].flatMap((body) => [...body.rows])) {
    let column = 0;
    for (const cell of row.cells) {
      const words = cell.colSpan === 1 && cell.tagName === 'TD' ? (columns[column] ?? '') : '';
      if (words === '') delete cell.dataset['label'];
      else if (cell.dataset['label'] !== words) cell.dataset['label'] = words;
      column += cell.colSpan;
    }
  }
}

/** What a cell says to the eye: not what is only read aloud, nor an arrow. */
function wordsOf(cell: Element): string {
  // A clone of an element is an element.
  const copy = cell.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"], .visually-hidden, svg')) hidden.remove();
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    words.push((node.textContent ?? '').trim().replaceAll(/\s+/g, ' '));
  return words.filter((word) => word !== '').join(' ');
}

export interface HeadCell {
  readonly text: string;
  readonly across: number;
  readonly down: number;
}

/**
 * The words of each column, those of a group first. Where one header stands over several columns, the last of them, which
 * is the number, has its words and the others none, except under a header of their own. Pure.
 */
export function columnWords(rows: readonly (readonly HeadCell[])[]): readonly string[] {
  const taken: boolean[][] = rows.map(() => []);
  const words: string[][] = [];
  for (const [at, row] of rows.entries()) {
    const isLast = at === rows.length - 1;
    let column = 0;
    for (const { text, across, down } of row) {
      while (taken[at]?.[column] === true) column += 1;
      const ends = isLast || at + down >= rows.length;
      for (let index = column; index < column + across; index += 1) {
        for (let below = at; below < at + down; below += 1) (taken[below] ??= [])[index] = true;
        const list = (words[index] ??= []);
        if (!ends || index === column + across - 1) list.push(text);
        else list.length = 0;
      }
      column += across;
    }
  }
  return words.map((list) => list.filter((word) => word !== '').join(' '));
}
