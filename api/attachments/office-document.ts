/** Looks into docx and xlsx: a zip with the right parts, and nothing in it that runs. Little of it is unpacked. */
import { buffer } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** What was found: fit to be kept, no document of its kind at all, or one with something that runs. */
export type Verdict =
  | { readonly kind: 'fit' }
  | { readonly kind: 'other' }
  | { readonly kind: 'active'; readonly what: string };

/** The part that makes a zip a document, and what its list of parts calls that part. */
const mainParts = {
  docx: {
    part: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  },
  xlsx: {
    part: 'xl/workbook.xml',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  },
} as const;

const maxEntries = 5000;
/** Of a list that is read: a document's own has some kilobytes. */
const maxListBytes = 2 ** 20;
/** Unpacked, as the zip itself says: a document that says more would fill the machine of whoever opens it. */
const maxUnpackedBytes = 500 * 2 ** 20;

/** Parts that run: macros, controls, and the sheets of Excel 4 that hold macros. */
const activePart = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml|activex\/|macrosheets\/|customui\/)/i;

const other: Verdict = { kind: 'other' };

/** Looks into a file that begins like a zip. Whatever cannot be read as the document it is named is `other`. */
export async function inspectOfficeDocument(path: string, kind: keyof typeof mainParts): Promise<Verdict> {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
    return await verdictOf(zip, mainParts[kind]);
  } catch {
    // Every error of the reader is about the file: it was written to our own disk a moment ago.
    return other;
  } finally {
    zip?.close();
  }
}

async function verdictOf(zip: ZipFile, main: { readonly part: string; readonly type: string }): Promise<Verdict> {
  if (zip.entryCount > maxEntries) return other;
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    // Two parts of one name: one program would read the first, another the last.
    if (entry.isEncrypted() || entries.has(entry.fileName) || unpacked > maxUnpackedBytes) return other;
    if (activePart.test(entry.fileName)) return { kind: 'active', what: entry.fileName };
    entries.set(entry.fileName, entry);
  }
  if (!entries.has(main.part)) return other;
  const types = await textOf(zip, entries.get('[Content_Types].xml'));
  if (types === null) return other;
  if (/macroEnabled|vbaProject|activeX/i.test(types)) return { kind: 'active', what: 'macroEnabled' };
  if (!types.includes(main.type)) return other;
  const settings = await textOf(zip, entries.get('word/_rels/settings.xml.rels'));
  // A template from elsewhere brings its macros along when the document is opened.
  const hasTemplate =
    settings !== null && /attachedTemplate/.test(settings) && /TargetMode\s*=\s*["']External/.test(settings);
  return hasTemplate ? { kind: 'active', what: 'attachedTemplate' } : { kind: 'fit' };
}

async function textOf(zip: ZipFile, entry: Entry | undefined): Promise<string | null> {
  if (entry === undefined || entry.uncompressedSize > maxListBytes) return null;
  const bytes = await buffer(await zip.openReadStreamPromise(entry));
  // UTF-16 is allowed in XML, and would hide every word from what looks for them.
  return bytes.includes(0) ? null : bytes.toString('utf8');
}
