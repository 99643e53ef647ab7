/** Files with tables as tests send them: workbooks and CSV in any encoding, and a month's template read back. */
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import type { FileAnswer, FilePreview } from '#api/month-files/contract.ts';
import type { Grid } from '#api/workbooks/grid.ts';
import { readGrid } from '#api/workbooks/read-grid.ts';
import { workbookBytes } from '#api/workbooks/workbook.ts';
import type { Caller } from './app.ts';
import { zipOf } from './zip.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Cells = readonly (readonly (string | number | null)[])[];

/** A workbook with these cells. */
export const workbookOf = (rows: Cells): Buffer =>
  workbookBytes({
    sheet: 'Sheet1',
    widths: [],
    frozenRows: 0,
    isProtected: false,
    rows: rows.map((cells) => cells.map((value) => ({ value }))),
  });

/** A workbook whose one sheet has this XML between its tags, and whatever parts are planted beside it. */
export const workbookWith = (sheetData: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  });

/** A CSV file's text. */
export const csvOf = (rows: Cells): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : (cell ?? '')))
        .join(','),
    )
    .join('\r\n');

/** Reads bytes as the product does: from a file, in a worker. */
export async function gridOf(content: string | Buffer, kind: 'xlsx' | 'csv'): Promise<Grid> {
  const folder = mkdtempSync(join(tmpdir(), 'xushi-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'table');
  writeFileSync(path, content);
  return readGrid(path, kind);
}

/** The cells of a grid's first sheet by their names, such as `E7`. */
export async function cellsOf(content: Buffer): Promise<Map<string, string | number>> {
  const { sheets } = await gridOf(content, 'xlsx');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return new Map(
    (sheets[0]?.rows ?? []).flatMap(({ number, cells }) =>
      cells.map(({ column, value }): [string, string | number] => [`${letters[column - 1]}${number}`, value]),
    ),
  );
}

/** A template's cells as rows from the first on, to be altered and sent back. */
export async function rowsOf(content: Buffer): Promise<(string | number | null)[][]> {
  const { sheets } = await gridOf(content, 'xlsx');
  const rows: (string | number | null)[][] = [];
  for (const { number, cells } of sheets[0]?.rows ?? []) {
    while (rows.length < number) rows.push(Array.from({ length: 13 }, () => null));
    for (const { column, value } of cells) rows[number - 1]![column - 1] = value;
  }
  return rows;
}

/** Sends a file to a month and gives the answer. */
export const sendFile = (
  caller: Caller,
  month: string,
  content: string | Buffer,
  type = xlsxType,
): Promise<LightMyRequestResponse> => caller.upload('POST', `${month}/preview?language=zh`, type, content);

export const previewIn = (response: LightMyRequestResponse): FilePreview => response.json<FilePreview>();

/** The number of a file's answer; undefined where it is none. */
export const cumulativeIn = (answer: FileAnswer | null | undefined): number | undefined =>
  answer != null && 'cumulative' in answer ? answer.cumulative : undefined;
