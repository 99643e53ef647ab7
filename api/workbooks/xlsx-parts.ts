/** The parts of an xlsx file: a zip whose size is bounded before anything of it is unpacked, and XML without any DTD. */
import { SaxesParser } from 'saxes';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { Unread } from './grid.ts';

const maxEntries = 2000;
/** Unpacked, all of it and one part; the reader of zips refuses an entry that is longer than it says. */
const maxUnpackedBytes = 96 * 2 ** 20;
const maxPartBytes = 48 * 2 ** 20;
const maxDepth = 64;

/** An opened workbook. */
export interface Parts {
  readonly has: (name: string) => boolean;
  /** Hands a part's elements and texts to the listener as they come; it may stop by throwing. */
  readonly read: (name: string, listener: PartListener) => Promise<void>;
}

/** Names come without their prefix. */
export interface PartListener {
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Opens a workbook, hands its parts to `use`, and closes it. @throws Unread */
export async function withParts<Result>(path: string, use: (parts: Parts) => Promise<Result>): Promise<Result> {
  // Names with `..` or a drive are refused by the reader itself.
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
  try {
    const entries = await entriesOf(zip);
    return await use({
      has: (name) => entries.has(name),
      read: async (name, listener) => {
        const entry = entries.get(name);
        if (entry === undefined) throw new Unread({ why: 'unreadable' });
        await readPart(zip, entry, listener);
      },
    });
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > maxEntries) throw new Unread({ why: 'too-large' });
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    const isTooLarge = unpacked > maxUnpackedBytes || entry.uncompressedSize > maxPartBytes;
    if (isTooLarge || entries.size >= maxEntries) throw new Unread({ why: 'too-large' });
    // Two parts of one name: one program would read the first, another the last.
    if (entry.isEncrypted() || entries.has(entry.fileName)) throw new Unread({ why: 'unreadable' });
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function readPart(zip: ZipFile, entry: Entry, { open, text, close }: PartListener): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', refuse);
  // Entities are declared there, which would grow without bound or reach for other files.
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) refuse();
    const own = Object.entries(attributes).map(([key, value]): [string, string] => [localName(key), String(value)]);
    open?.(localName(name), new Map(own));
  });
  parser.on('text', (part) => text?.(part));
  parser.on('cdata', (part) => text?.(part));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(localName(name));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function refuse(): never {
  throw new Unread({ why: 'unreadable' });
}
