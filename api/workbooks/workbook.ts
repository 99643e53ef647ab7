/** Writes a table as an xlsx file of one sheet: widths, a frozen head, cells that may be filled in, notes; at once or streamed. */
import { columnLetters } from './grid.ts';
import { streamedZip } from './streamed-zip.ts';
import { zipped } from './zip.ts';
import { xmlText } from './xml-text.ts';
import { commentsPart, drawingPart, type Note } from './notes.ts';
import { stylesOf, type CellLook } from './styles.ts';

/** A cell to be written; null leaves it empty, its look stays. */
export interface CellOut {
  readonly value: string | number | null;
  readonly look?: CellLook;
  /** Shown where a reader points at the cell. */
  readonly note?: string;
}

export interface Workbook {
  readonly sheet: string;
  /** In characters, from the first column on. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly CellOut[])[];
  /** How many rows stay in view: the head. */
  readonly frozenRows: number;
  /** Whether only the open cells can be filled in; there is no password, because it guards from slips alone. */
  readonly isProtected: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook without notes whose rows are made while it is written; `looks` are all that its cells have. */
export interface StreamedWorkbook extends Pick<Workbook, 'sheet' | 'widths' | 'frozenRows'> {
  readonly looks: readonly CellLook[];
  readonly rows: AsyncIterable<readonly (readonly CellOut[])[]>;
}

/** The file in pieces, as they are taken. It holds no more than one batch of rows at a time. */
export function workbookStream(workbook: StreamedWorkbook): AsyncGenerator<Buffer> {
  const { styles, indexOf } = stylesOf(workbook.looks);
  const parts = [...bookParts(workbook.sheet, false), ['xl/styles.xml', styles] as const];
  return streamedZip([
    ...parts.map(([part, content]) => [part, [head + content]] as const),
    ['xl/worksheets/sheet1.xml', sheetPieces(workbook, indexOf)],
  ]);
}

async function* sheetPieces(
  { rows, ...workbook }: StreamedWorkbook,
  styleOf: (look: CellLook) => number,
): AsyncGenerator<string> {
  yield head + sheetStart(workbook);
  let number = 0;
  for await (const batch of rows) yield batch.map((cells) => rowXml(cells, (number += 1), styleOf)).join('');
  yield sheetEnd({ isProtected: false, hasNotes: false });
}

/** The bytes of the file, the same for the same table. */
export function workbookBytes(workbook: Workbook): Buffer {
  const { styles, indexOf } = stylesOf(workbook.rows.flat().map(({ look = {} }) => look));
  const notes: Note[] = workbook.rows.flatMap((cells, row) =>
    cells.flatMap(({ note }, column) => (note === undefined ? [] : [{ row: row + 1, column: column + 1, text: note }])),
  );
  const hasNotes = notes.length > 0;
  const parts: (readonly [string, string])[] = [
    ...bookParts(workbook.sheet, hasNotes),
    ['xl/styles.xml', styles],
    ['xl/worksheets/sheet1.xml', sheetPart(workbook, indexOf, hasNotes)],
  ];
  if (hasNotes) {
    parts.push(
      [
        'xl/worksheets/_rels/sheet1.xml.rels',
        rels([
          ['comments', '../comments1.xml'],
          ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ]),
      ],
      ['xl/comments1.xml', commentsPart(notes)],
      ['xl/drawings/vmlDrawing1.vml', drawingPart(notes)],
    );
  }
  return zipped(parts.map(([part, content]) => [part, part.endsWith('.vml') ? content : head + content]));
}

/** The parts that say what the file is and what its one sheet is called. */
function bookParts(sheet: string, hasNotes: boolean): (readonly [string, string])[] {
  const name = sheet.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  return [
    ['[Content_Types].xml', contentTypes(hasNotes)],
    ['_rels/.rels', rels([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      rels([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
  ];
}

function sheetPart(workbook: Workbook, styleOf: (look: CellLook) => number, hasNotes: boolean): string {
  const { rows, isProtected } = workbook;
  const data = rows.map((cells, at) => rowXml(cells, at + 1, styleOf)).join('');
  return sheetStart(workbook) + data + sheetEnd({ isProtected, hasNotes });
}

function sheetStart({ widths, frozenRows }: Pick<Workbook, 'widths' | 'frozenRows'>): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return [
    `<worksheet xmlns="${main}" xmlns:r="${relations}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols><sheetData>`,
  ].join('');
}

function sheetEnd({ isProtected, hasNotes }: { readonly isProtected: boolean; readonly hasNotes: boolean }): string {
  return [
    '</sheetData>',
    isProtected ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>' : '',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    hasNotes ? '<legacyDrawing r:id="rId2"/>' : '',
    '</worksheet>',
  ].join('');
}

const plainLook: CellLook = {};

function rowXml(cells: readonly CellOut[], row: number, styleOf: (look: CellLook) => number): string {
  const written = cells.map(({ value, look = plainLook }, at) => {
    const reference = `r="${columnLetters(at + 1)}${row}" s="${styleOf(look)}"`;
    if (value === null || value === '') return `<c ${reference}/>`;
    if (typeof value === 'number') return `<c ${reference}><v>${value}</v></c>`;
    return `<c ${reference} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

function rels(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${lines.join('')}</Relationships>`;
}

function contentTypes(hasNotes: boolean): string {
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    hasNotes ? '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' : '',
    override('workbook.xml', 'sheet.main'),
    override('worksheets/sheet1.xml', 'worksheet'),
    override('styles.xml', 'styles'),
    hasNotes ? override('comments1.xml', 'comments') : '',
    '</Types>',
  ].join('');
}

const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}" ContentType="${types}.${type}+xml"/>`;
