/** Reads a CSV file in the encodings and separators that spreadsheet programs write. Runs in a worker. */
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { gridLimits, Unread, type Cell, type Grid } from './grid.ts';

/** @throws Unread */
export async function readCsv(path: string): Promise<Grid> {
  const { text, encoding } = decoded(await readFile(path));
  const records = recordsOf(text);
  const rows = records.map((record, index) => ({ number: index + 1, cells: cellsOf(record) }));
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const cells = filled.reduce((sum, row) => sum + row.cells.length, 0);
  const isWide = filled.some((row) => (row.cells.at(-1)?.column ?? 0) > gridLimits.columns);
  const isLong = (filled.at(-1)?.number ?? 0) > gridLimits.rows;
  if (cells > gridLimits.cells || isWide || isLong) throw new Unread({ why: 'too-large' });
  return { sheets: [{ name: '', rows: filled }], encoding };
}

/**
 * A byte order mark decides; without one, zeros between the letters are UTF-16, what is valid UTF-8 is that, and the rest is
 * GB18030, which Chinese Excel writes. Guessing by frequency is wrong on short texts.
 */
function decoded(bytes: Buffer): { readonly text: string; readonly encoding: NonNullable<Grid['encoding']> } {
  const tries = [
    ...(startsWith(bytes, [0xff, 0xfe]) || zerosAt(bytes, 1) ? (['utf-16le'] as const) : []),
    ...(startsWith(bytes, [0xfe, 0xff]) || zerosAt(bytes, 0) ? (['utf-16be'] as const) : []),
    'utf-8',
    'gb18030',
  ] as const;
  for (const label of tries) {
    try {
      const text = new TextDecoder(label, { fatal: true }).decode(bytes);
      if (text.includes('\0')) continue;
      return { text, encoding: label === 'utf-16le' || label === 'utf-16be' ? 'utf-16' : label };
    } catch {
      // Not this one: `fatal` throws at the first byte that cannot be.
    }
  }
  throw new Unread({ why: 'encoding' });
}

const startsWith = (bytes: Buffer, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

/** Whether there are zeros, and most at the even or at the odd places; a Chinese letter has one at the other place now and then. */
function zerosAt(bytes: Buffer, parity: 0 | 1): boolean {
  const zeros = [...bytes.subarray(0, 2000).entries()].filter(([, byte]) => byte === 0);
  const here = zeros.filter(([at]) => at % 2 === parity).length;
  return here > 2 * (zeros.length - here);
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      max_record_size: 100_000,
      to: gridLimits.rows + 1,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Unread({ why: 'quotes', row: Number(error['records'] ?? 0) + 1 });
    throw error;
  }
}

/** What parts the cells of the first line: tabs, as in Excel's text of Unicode, semicolons, or commas. */
function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  if (line.includes('\t')) return '\t';
  return line.split(';').length > line.split(',').length ? ';' : ',';
}

const cellsOf = (record: readonly string[]): readonly Cell[] =>
  record.flatMap((value, index) =>
    value.trim() === '' ? [] : [{ column: index + 1, kind: 'text', value, formula: 'none' } as const],
  );
