/**
 * A bulletin as a document for word processors in the layout of GB/T 9704-2012: A4, text of 156 × 225 mm, 22 lines of 28
 * characters of 三号. The same bulletin gives the same bytes whenever it is made.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { chartParagraph } from './chart.ts';
import type { BulletinPart, BulletinTable } from './contract.ts';
import { dayText } from './fields.ts';
import { linesOf } from './numbering.ts';
import type { BulletinLanguage } from './numbers.ts';
import type { Picture } from './pictures.ts';
import { wordsOf } from './words.ts';
import { withoutClock } from './without-clock.ts';

/** What is printed: words with their numbers filled in. */
export interface PrintedBulletin {
  readonly language: BulletinLanguage;
  readonly office: string;
  readonly issueNumber: string;
  readonly documentNumber: string;
  /** Null for a draft. */
  readonly issuedOn: string | null;
  readonly parts: readonly BulletinPart[];
  /** In the order of the paper, before the tables. */
  readonly pictures: readonly Picture[];
  readonly tables: readonly BulletinTable[];
}

const millimetres = (value: number): number => Math.round((value * 1440) / 25.4);

/** In twentieths of a point: the upper margin 37 mm, the left one 28 mm; the page number stands 7 mm under the text. */
const margin = {
  top: millimetres(37),
  left: millimetres(28),
  right: millimetres(210 - 28 - 156),
  bottom: millimetres(297 - 37 - 225),
  footer: millimetres(297 - 37 - 225 - 7) - 280,
};
const page = { size: { width: 11_906, height: 16_838 }, margin };
const textWidth = page.size.width - margin.left - margin.right;

/** 22 lines of 28.95 pt fill 225 mm. */
const linePitch = 579;
/** 28 characters of 16 pt are wider than 156 mm: each stands a quarter of a point nearer to the next. */
const tighter = -5;
const characterWidth = 320 + tighter;

/** In half points: 二号, 三号, 四号, 五号; the office's mark is as large as it fits. */
const sizes = { title: 44, text: 32, page: 28, table: 21 };

const red = 'FF0000';
const latin = 'Times New Roman';
const fontOf = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia });
/** Names that Windows and WPS know; 小标宋 is a font of offices, in whose place 宋体 stands. */
const fonts = {
  mark: fontOf('方正小标宋简体'),
  text: fontOf('仿宋'),
  heading: fontOf('黑体'),
  item: fontOf('楷体'),
  page: fontOf('宋体'),
};

const exact = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

const run = (text: string, font: (typeof fonts)[keyof typeof fonts] = fonts.text): TextRun =>
  new TextRun({ text, font, size: sizes.text, characterSpacing: tighter });

/** How many full characters wide a text is, Latin letters and figures counting for a half and a little. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.55), 0);

const empty = (): Paragraph => new Paragraph({ spacing: exact, children: [run('')] });

/** The bytes of the document. */
export async function documentOf(bulletin: PrintedBulletin): Promise<Buffer> {
  const { office, parts, pictures, tables } = bulletin;
  const title = parts.find(({ kind }) => kind === 'title')?.text ?? '';
  const document = new Document({
    title,
    creator: office,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: fonts.text,
            size: sizes.text,
            // Figures are Latin text: by the rules of Chinese LibreOffice would break a number over two lines.
            language: { value: 'en-GB', eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: [
      {
        properties: { page },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          ...headOf(bulletin),
          ...parts.flatMap((part) => paragraphsOf(part)),
          ...signatureOf(bulletin),
          ...pictures.flatMap((picture, at) => [captionOf(picture.caption, at === 0), chartParagraph(picture, at + 1)]),
          ...tables.flatMap((table, at) => tableOf(table, at === 0)),
        ],
      },
    ],
  });
  return withoutClock((overrides) => Packer.toBuffer(document, undefined, overrides), { title, creator: office });
}

/** Red head: the office's mark 35 mm under the upper edge of the text, the numbers, and the line as wide as the text. */
function headOf({ language, office, issueNumber, documentNumber }: PrintedBulletin): Paragraph[] {
  const word = wordsOf(language);
  const mark = word('document', { office });
  const size = Math.min(72, Math.floor(textWidth / 10 / widthOf(mark)));
  const above = millimetres(35);
  const centred = { alignment: AlignmentType.CENTER, spacing: exact };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...exact, before: above, line: 6 * linePitch - above },
      children: [new TextRun({ text: mark, font: fonts.mark, size, color: red })],
    }),
    new Paragraph({
      ...centred,
      children: [run(issueNumber === '' ? '' : word('issueNumber', { number: issueNumber }))],
    }),
    empty(),
    new Paragraph({
      ...centred,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } },
      children: [run(documentNumber)],
    }),
    empty(),
    empty(),
  ];
}

const indented = { firstLine: 2 * characterWidth };

function paragraphsOf({ kind, number, text }: BulletinPart): Paragraph[] {
  if (kind === 'title') {
    const child = new TextRun({ text, font: fonts.mark, size: sizes.title });
    return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: exact, children: [child] }), empty()];
  }
  if (kind === 'addressee') return [new Paragraph({ spacing: exact, children: [run(text)] })];
  if (kind === 'heading') {
    return [
      new Paragraph({
        spacing: exact,
        indent: indented,
        keepNext: true,
        children: [run(number + text, fonts.heading)],
      }),
    ];
  }
  return linesOf(text).map(
    (line, at) =>
      new Paragraph({
        spacing: exact,
        indent: indented,
        alignment: AlignmentType.BOTH,
        children: at === 0 && kind === 'item' ? itemRuns(number, line) : [run(line)],
      }),
  );
}

/** An item's number and its first words are its heading. */
function itemRuns(number: string, line: string): TextRun[] {
  const end = line.search(/[。（(.]/);
  const head = end < 0 || end > 20 ? 0 : end + (line[end] === '。' || line[end] === '.' ? 1 : 0);
  return [run(number + line.slice(0, head), fonts.item), run(line.slice(head))];
}

/** Who signs and when, with room for the seal over both: the day four characters from the edge, the office centred on it. */
function signatureOf({ language, office, issuedOn }: PrintedBulletin): Paragraph[] {
  const day = issuedOn === null ? wordsOf(language)('issuedLater') : dayText(issuedOn, language);
  const middle = 4 + widthOf(day) / 2;
  return [
    signed('', { fromRight: 0, keepNext: true }),
    signed(office, { fromRight: Math.max(0, middle - widthOf(office) / 2), keepNext: true }),
    signed(day, { fromRight: 4, keepNext: false }),
  ];
}

/** A line so many characters from the right edge. */
const signed = (text: string, { fromRight, keepNext }: { readonly fromRight: number; readonly keepNext: boolean }) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: exact,
    indent: { right: Math.round(fromRight * characterWidth) },
    keepNext,
    children: [run(text)],
  });

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const child = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.page, size: sizes.page });
  const aside = alignment === AlignmentType.LEFT ? { left: 280 } : { right: 280 };
  const spacing = { line: 280, lineRule: LineRuleType.EXACT };
  return new Footer({ children: [new Paragraph({ alignment, indent: aside, spacing, children: [child] })] });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/** Over a picture or a table; the first of them begins a page. */
const captionOf = (caption: string, isFirst: boolean): Paragraph =>
  new Paragraph({
    spacing: exact,
    pageBreakBefore: isFirst,
    keepNext: true,
    children: [run(caption, fonts.heading)],
  });

/** A native table with its caption; the first one begins a page. */
function tableOf({ caption, head, rows }: BulletinTable, isFirst: boolean): (Paragraph | Table)[] {
  const widths = widthsOf(head, rows);
  return [
    captionOf(caption, isFirst),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      borders,
      rows: [rowOf(head, widths, true), ...rows.map((cells) => rowOf(cells, widths, false))],
    }),
    empty(),
  ];
}

/** Columns share the width by their longest text; a head may take two lines. */
function widthsOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const lengths = head.map((text, at) =>
    Math.min(20, 1 + Math.max(widthOf(text) / 2, ...rows.map((cells) => widthOf(cells[at] ?? '')))),
  );
  const sum = lengths.reduce((all, one) => all + one, 0);
  return lengths.map((length) => Math.floor((textWidth * length) / sum));
}

function rowOf(cells: readonly string[], widths: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 60, right: 60 },
          verticalAlign: VerticalAlign.CENTER,
          children: [
            new Paragraph({
              alignment: isHead
                ? AlignmentType.CENTER
                : /^[−+]?[\d,.]+%?$/.test(text)
                  ? AlignmentType.END
                  : AlignmentType.START,
              children: [
                new TextRun({ text, size: sizes.table, font: isHead || at === 0 ? fonts.heading : fonts.text }),
              ],
            }),
          ],
        }),
    ),
  });
}
