/** A table as a person reads it: row by row, so that a test sees whether a number stands in its row and column. */
import type { Locator } from 'playwright-core';

/**
 * Every row from the top, headers included, its cells apart by “ | ”. Space is one blank; the words behind a dagger,
 * which only a screen reader hears, are left out; a picture stands as what it says of itself.
 */
export function rowsOf(table: Locator): Promise<readonly string[]> {
  return table.evaluate((node) =>
    [...node.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll<HTMLElement>(':scope > th, :scope > td')]
        .map((cell) => {
          const text = cell.innerText.replaceAll(/†\s*(演示数据（虚构）|Invented for the demonstration)/g, '†');
          const picture = cell.querySelector('[role="img"]')?.getAttribute('aria-label') ?? '';
          return text.replaceAll(/\s+/g, ' ').trim() || picture;
        })
        .join(' | '),
    ),
  );
}

/** The rows without the header's. */
export async function bodyOf(table: Locator): Promise<readonly string[]> {
  const all = await rowsOf(table);
  return all.slice(await table.locator(':scope > thead > tr').count());
}

/** One cell of a row, counted from 0. */
export function cellAt(row: string | undefined, column: number): string | undefined {
  return row?.split(' | ').at(column);
}
