/** Reads the sheets of an xlsx file as they are shown. Runs in a worker. */
import { readFormats, type NumberForm } from './number-forms.ts';
import { Unread, type Grid, type Sheet } from './grid.ts';
import { sheetListener } from './sheet-listener.ts';
import { gridLimits } from './grid.ts';
import { withParts, type Parts } from './xlsx-parts.ts';

/** What the cells of a workbook refer to. */
export interface Shared {
  readonly texts: readonly string[];
  /** By the number that a cell names its style by. */
  readonly forms: readonly NumberForm[];
  /** The serial number of 1 January 1970. */
  readonly epoch: number;
}

/** @throws Unread, and the errors of the readers of zip and XML, which are all about the file */
export async function readXlsx(path: string): Promise<Grid> {
  return withParts(path, async (parts) => {
    const workbook = await readWorkbook(parts);
    const texts = await readTexts(parts, workbook.texts);
    const forms = workbook.styles === null ? [] : await readFormats(parts, workbook.styles);
    const shared: Shared = { texts, forms, epoch: workbook.epoch };
    const left = { cells: gridLimits.cells };
    const sheets: Sheet[] = [];
    for (const { name, part } of workbook.sheets) {
      const { listener, rows } = sheetListener(shared, left);
      await parts.read(part, listener);
      sheets.push({ name, rows });
    }
    return { sheets, encoding: null };
  });
}

async function readWorkbook(parts: Parts) {
  const targets = new Map<string, string>();
  let texts: string | null = null;
  let styles: string | null = null;
  await parts.read('xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const part = partOf(attributes.get('Target') ?? '');
      const type = attributes.get('Type') ?? '';
      targets.set(attributes.get('Id') ?? '', part);
      if (type.endsWith('/sharedStrings')) texts = part;
      if (type.endsWith('/styles')) styles = part;
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let is1904 = false;
  await parts.read('xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const part = targets.get(attributes.get('id') ?? '');
      // Sheets of charts have no cells.
      if (part !== undefined && /worksheets\//.test(part)) sheets.push({ name: attributes.get('name') ?? '', part });
      if (sheets.length > gridLimits.sheets) throw new Unread({ why: 'too-large' });
    },
  });
  if (sheets.length === 0) throw new Unread({ why: 'unreadable' });
  return { sheets, texts: texts as string | null, styles: styles as string | null, epoch: is1904 ? 24_107 : 25_569 }; // assigned in a callback, which the compiler does not follow
}

/** The name of a part from what the workbook calls it: beside itself, or from the top. */
const partOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

async function readTexts(parts: Parts, part: string | null): Promise<readonly string[]> {
  const texts: string[] = [];
  if (part === null || !parts.has(part)) return texts;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await parts.read(part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (more) => {
      if (isText) text += more;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      if (texts.length >= gridLimits.cells) throw new Unread({ why: 'too-large' });
      texts.push(text);
    },
  });
  return texts;
}
