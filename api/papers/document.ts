/** A paper as a document for word processors: native headings and tables, so that people go on writing in it. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper, PaperBlock } from './contract.ts';

/** A4 in twentieths of a point, with margins of 18 mm. */
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 907, bottom: 907, left: 1020, right: 1020 } };
const textWidth = page.size.width - page.margin.left - page.margin.right;

/** In half points: a brief of eight indicators is one page. */
const sizes = { title: 32, heading: 21, text: 18, table: 16, small: 15 };

/** Names that Windows, WPS and Linux know; each falls back to a font of its own. */
const font = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Noto Sans CJK SC', cs: 'Arial' };

/** The bytes of the document. */
export function documentOf(paper: Paper, language: 'zh' | 'en'): Promise<Buffer> {
  const body = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      children: [run(paper.title, sizes.title, true)],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 80 },
      children: [run(paper.subtitle, sizes.small)],
    }),
    ...paper.sections.flatMap(({ heading, blocks }) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        keepNext: true,
        spacing: { before: 140, after: 60 },
        children: [run(heading, sizes.heading, true)],
      }),
      ...blocks.flatMap((block, at) => [...(isTable(block) && isTable(blocks[at - 1]) ? [gap()] : []), blockOf(block)]),
    ]),
  ];
  const footer = new Footer({ children: [new Paragraph({ children: [run(paper.footer, sizes.small)] })] });
  const document = new Document({
    title: paper.title,
    creator: '序时 Xushi',
    styles: {
      default: {
        document: { run: { font, language: { value: language === 'zh' ? 'zh-CN' : 'en-GB', eastAsia: 'zh-CN' } } },
      },
    },
    sections: [{ properties: { page }, footers: { default: footer }, children: body }],
  });
  return Packer.toBuffer(document);
}

const isTable = (block: PaperBlock | undefined): boolean => block?.kind === 'table';

/** Two tables without anything between would become one. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 100 }, children: [] });

const run = (text: string, size: number, bold = false): TextRun =>
  new TextRun({ text, size, bold, color: '000000', font });

function blockOf(block: PaperBlock): Paragraph | Table {
  if (block.kind === 'paragraph') {
    return new Paragraph({ spacing: { before: 30, after: 30 }, children: [run(block.text, sizes.text)] });
  }
  const widths = widthsOf(block.head.length, block.head.length > 8 ? 0.1 : block.head.length === 3 ? 0.5 : 0.3);
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    borders,
    rows: [rowOf(block.head, widths, true), ...block.rows.map((cells) => rowOf(cells, widths, false))],
  });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/** The first column names the row and is wider; the others share what is left. */
function widthsOf(columns: number, first: number): readonly number[] {
  const name = Math.round(textWidth * first);
  const other = Math.floor((textWidth - name) / Math.max(1, columns - 1));
  return Array.from({ length: columns }, (_column, at) => (at === 0 ? name : other));
}

function rowOf(cells: readonly string[], widths: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          margins: { top: 20, bottom: 20, left: 50, right: 50 },
          ...(isHead && { shading: { fill: 'EEEEEE' } }),
          children: [
            new Paragraph({
              alignment: at === 0 || cells.length === 3 ? AlignmentType.START : AlignmentType.END,
              children: [run(text, cells.length > 8 ? sizes.small - 2 : sizes.table, isHead)],
            }),
          ],
        }),
    ),
  });
}
