/** A table of the office on its way out: the same rows as a workbook and as CSV. */
import { createHash } from 'node:crypto';
import { tableTypes, type TableFormat } from '../http/content-types.ts';
import { byteOrderMark, csvLine } from '../http/csv.ts';
import type { Language } from '../http/problem.ts';
import type { FileReply } from '../http/serve-file.ts';
import { workbookBytes, type CellOut } from '../workbooks/workbook.ts';

/** A column: how it is headed, how wide in characters, and the cell of a row; null where there is no value, which is not 0. */
export interface TableColumn<Row> {
  readonly head: Readonly<Record<Language, string>>;
  readonly width?: number;
  readonly value: (row: Row) => string | number | null;
  /** Decimals of its numbers in a workbook; as they are where nothing is said. */
  readonly decimals?: (row: Row) => number;
}

export interface Table<Row> {
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
}

export interface Written {
  readonly language: Language;
  readonly format: TableFormat;
  /** The day whose knowledge the table holds; left out where it is the present. */
  readonly known?: string | undefined;
}

/** The file of a table. It is called by the table's name, and by the day whose knowledge it holds. */
export function tableFile<Row>(table: Table<Row>, { language, format, known }: Written): FileReply {
  const content = format === 'csv' ? Buffer.from(csvText(table, language)) : workbookOf(table, language);
  return {
    name: `${table.name}${known === undefined ? '' : knownOn[language](known)}.${format}`,
    contentType: tableTypes[format],
    tag: createHash('sha256').update(content).digest('hex').slice(0, 32),
    content,
  };
}

const knownOn: Readonly<Record<Language, (day: string) => string>> = {
  zh: (day) => `（${day} 所知）`,
  en: (day) => ` (as known on ${day})`,
};

function csvText<Row>({ columns, rows }: Table<Row>, language: Language): string {
  const lines = rows.map((row) => csvLine(columns.map(({ value }) => value(row) ?? '')));
  return byteOrderMark + csvLine(columns.map(({ head }) => head[language])) + lines.join('');
}

function workbookOf<Row>({ name, columns, rows }: Table<Row>, language: Language): Buffer {
  const head = columns.map((column): CellOut => {
    return { value: column.head[language], look: { fill: 'head', font: 'bold', wraps: true } };
  });
  const body = rows.map((row) =>
    columns.map(({ value, decimals }): CellOut => ({ value: value(row), look: { decimals: decimals?.(row) ?? null } })),
  );
  const widths = columns.map(({ width = 14 }) => width);
  return workbookBytes({ sheet: name, widths, frozenRows: 1, isProtected: false, rows: [head, ...body] });
}
