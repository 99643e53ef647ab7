/** The dataset as a file, in pieces as its rows come. */
import { byteOrderMark, csvLine } from '../http/csv.ts';
import { workbookStream, type CellOut } from '../workbooks/workbook.ts';
import type { DatasetFormat, DatasetRow } from './contract.ts';
import { columns, heads, inWords } from './words.ts';

type Batches = AsyncIterable<readonly DatasetRow[]>;
/** In whose words; undefined for programs. */
type Language = 'zh' | 'en' | undefined;

/** How many rows a workbook holds: a sheet has 1,048,576, and one is its head. */
const sheetLimit = 1_000_000;

const restIsLeftOut = {
  zh: `本表只含前 ${sheetLimit} 行，其余未列出：请按年份或地区缩小范围，或使用 CSV、JSON（不限行数）。`,
  en: `This sheet holds the first ${sheetLimit} rows; the rest is left out: narrow it to a year or a region, or take CSV or JSON, which hold all.`,
} as const;

/** The pieces of a file of each format. */
export const filesOf: Readonly<
  Record<DatasetFormat, (rows: Batches, language: Language) => AsyncGenerator<string | Buffer>>
> = { csv: csvOf, json: jsonOf, xlsx: workbookOf };

async function* csvOf(batches: Batches, language: Language): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headsIn(language));
  for await (const rows of batches) {
    yield rows.map((row) => csvLine(valuesOf(row, language).map((value) => value ?? ''))).join('');
  }
}

/** An array with a row on each line, so that it can be read as it comes. */
async function* jsonOf(batches: Batches): AsyncGenerator<string> {
  let isFirst = true;
  yield '[\n';
  for await (const rows of batches) {
    yield `${isFirst ? '' : ',\n'}${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
    isFirst = false;
  }
  yield '\n]\n';
}

const headLook = { fill: 'head', font: 'bold', wraps: true } as const;

function workbookOf(batches: Batches, language: Language): AsyncGenerator<Buffer> {
  const widths = columns.map((column) => (/^(indicator|accepted)/.test(column) ? 24 : 14));
  const sheet = language === 'zh' ? '数据集' : 'dataset';
  return workbookStream({ sheet, widths, frozenRows: 1, looks: [headLook], rows: sheetRows(batches, language) });
}

async function* sheetRows(batches: Batches, language: Language): AsyncGenerator<readonly (readonly CellOut[])[]> {
  yield [headsIn(language).map((value) => ({ value, look: headLook }))];
  let left = sheetLimit;
  for await (const rows of batches) {
    yield rows.slice(0, left).map((row) => valuesOf(row, language).map((value) => ({ value })));
    if (rows.length > left) {
      yield [[{ value: restIsLeftOut[language ?? 'en'] }]];
      return;
    }
    left -= rows.length;
  }
}

const headsIn = (language: Language): readonly string[] =>
  language === undefined ? columns : columns.map((column) => heads[column][language]);

function valuesOf(row: DatasetRow, language: Language): readonly (string | number | null)[] {
  const said = language === undefined ? row : inWords(row, language);
  return columns.map((column) => said[column]);
}
