import { pointerTo } from './pointer.ts';
import { Problem } from './problem.ts';

const maxDepth = 32;
/** Far more than any form has: naming each of a hundred thousand faults would hold everybody else up. */
const maxKeys = 1000;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a body. Bytes of another encoding (GBK) would be stored as replacement characters.
 * @throws Problem `not-utf-8`
 */
export function textOf(body: Buffer | string): string {
  if (typeof body === 'string') return body;
  try {
    return utf8.decode(body);
  } catch {
    throw new Problem('not-utf-8');
  }
}

/**
 * Reads a request's JSON body; nothing at all is `undefined`.
 * Stricter than JSON.parse, which keeps the last of two equal keys: which figure was meant would be a guess. A text that
 * one engine refuses and the other would keep changed (NUL, half of a surrogate pair) is refused for both, and so is one
 * that shows otherwise than it reads (control characters, marks that turn the direction of writing). A number that would
 * be rounded, or is written with an exponent, is handed on as its text, to be judged like what a person typed.
 * @throws Problem `malformed-json`, `text-not-allowed`
 */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  const value = parse(text);
  checkKeys(text);
  if (/\\[ubf]/.test(text) || unkeepable.test(text)) checkTexts(value, []);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    throw new Problem('malformed-json');
  }
}

/** Puts a number's own text in the place of a value that says less or other than the text. */
function keepDigits(_key: string, value: unknown, ...context: readonly unknown[]): unknown {
  const [about] = context;
  if (typeof value !== 'number' || typeof about !== 'object' || about === null || !('source' in about)) return value;
  const source = String(about.source);
  const plain = /^-?\d+\.\d+$/.test(source) ? source.replace(/\.?0+$/, '') : source;
  return plain === String(value) || plain === '-0' ? value : source;
}

/** The keys seen so far of an open object; null for an open array. */
type Open = Set<string> | null;

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** Walks the punctuation of valid JSON. A string is a key where it follows `{` or `,` inside an object. */
function checkKeys(text: string): void {
  const open: Open[] = [];
  let keys = 0;
  let before = '';
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      open.push(found === '{' ? new Set() : null);
      if (open.length > maxDepth) throw new Problem('malformed-json');
    } else if (found === '}' || found === ']') open.pop();
    else if (found.startsWith('"') && before !== ':') {
      noteKey(open.at(-1) ?? null, found);
      keys += 1;
      if (keys > maxKeys) throw new Problem('malformed-json');
    }
    before = found;
  }
}

function noteKey(keys: Open, quoted: string): void {
  if (keys === null) return;
  const key = String(JSON.parse(quoted));
  if (key === '__proto__' || key === 'constructor') throw new Problem('malformed-json');
  if (keys.has(key)) throw twice(key);
  keys.add(key);
}

function twice(key: string): Problem {
  const values = { field: key };
  return new Problem('malformed-json', {}, { pointers: [{ pointer: '', code: 'field-twice', values }] });
}

/** Looks at every text and key; `path` leads to the value. */
function checkTexts(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string' && !isKeepable(value)) throw notKeepable(path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (!isKeepable(key)) throw notKeepable(path);
    checkTexts(part, [...path, key]);
  }
}

/** Control characters but for tab and line breaks, and the marks that embed, override or isolate a direction of writing. */
const unkeepable = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

/** Whether a text can be kept and shows as it reads. */
export const isKeepable = (text: string): boolean => !unkeepable.test(text) && text.isWellFormed();

function notKeepable(path: readonly string[]): Problem {
  const values = { field: path.at(-1) ?? 'body' };
  const pointer = { pointer: pointerTo(path), code: 'text-not-allowed', values } as const;
  return new Problem('text-not-allowed', values, { pointers: [pointer] });
}
