/**
 * Looks through a PDF for what runs by itself: scripts, programs to start, embedded files. Most of a PDF may be packed, and
 * packed lists of objects are unpacked too; what is encrypted cannot be seen. So this keeps out what is plainly there; that
 * nothing runs in our pages is the work of the headers that every file is served with.
 */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { Verdict } from './office-document.ts';

const unpack = promisify(inflate);

/** Of all packed lists together. */
const maxUnpackedBytes = 64 * 2 ** 20;
const maxLists = 20_000;

const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![0-9A-Za-z])/;

/** Looks through a file that begins like a PDF. */
export async function inspectPdf(path: string): Promise<Verdict> {
  const bytes = await readFile(path);
  if (!bytes.subarray(-2048).includes('%%EOF')) return { kind: 'other' };
  let left = maxUnpackedBytes;
  let lists = 0;
  for (const { plain, packed } of partsOf(bytes)) {
    const text = namesOf(plain);
    const found = active.exec(text)?.[1];
    if (found !== undefined) return { kind: 'active', what: found };
    if (packed === null || !/\/ObjStm(?![0-9A-Za-z])/.test(text)) continue;
    lists += 1;
    const list = await unpack(packed, { maxOutputLength: Math.max(left, 1) }).catch(() => null);
    // Whoever packs more than this into lists of objects hides something.
    if (lists > maxLists || (list !== null && (left -= list.length) <= 0)) return { kind: 'active', what: 'ObjStm' };
    const inside = list === null ? undefined : active.exec(namesOf(list))?.[1];
    if (inside !== undefined) return { kind: 'active', what: inside };
  }
  return { kind: 'fit' };
}

interface Part {
  readonly plain: Buffer;
  /** The content that follows; null at the end. */
  readonly packed: Buffer | null;
}

/** What stands outside of streams, each with the stream that follows it: chance letters in a picture are no script. */
function* partsOf(bytes: Buffer): Generator<Part> {
  let at = 0;
  let begin = bytes.indexOf('stream', 0, 'latin1');
  while (begin !== -1) {
    const after = begin + 'stream'.length;
    // The word alone begins nothing: a comment that has it would hide all that follows.
    const end = isStream(bytes, begin) ? bytes.indexOf('endstream', after, 'latin1') : -1;
    if (end !== -1) {
      yield { plain: bytes.subarray(at, begin), packed: bytes.subarray(after + (bytes[after] === 0x0d ? 2 : 1), end) };
      at = end + 'endstream'.length;
    }
    begin = bytes.indexOf('stream', Math.max(at, after), 'latin1');
  }
  yield { plain: bytes.subarray(at), packed: null };
}

/** A stream follows the dictionary that describes it. */
const isStream = (bytes: Buffer, begin: number): boolean =>
  /^[^%]*>>\s*$/.test(bytes.toString('latin1', Math.max(0, begin - 32), begin));

/** As text, with the names that are written by numbers (`/J#53`) as what they say. */
const namesOf = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replaceAll(/#([0-9a-fA-F]{2})/g, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
