import { pointerTo } from './pointer.ts';
import { Problem } from './problem.ts';

const maxDepth = 32;
/** Far more than any form has: naming each of a hundred thousand faults would hold everybody else up. */
const maxKeys = 1000;

/**
 * Reads a request's JSON body; nothing at all is `undefined`.
 * Stricter than JSON.parse, which keeps the last of two equal keys: which figure was meant would be a guess. A text that
 * one engine refuses and the other would keep changed (NUL, half of a surrogate pair) is refused for both.
 * @throws Problem `malformed-json`, `text-not-allowed`
 */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  const value = parse(text);
  checkKeys(text);
  // Neither can come into a text but by an escape: JSON forbids a bare NUL, and UTF-8 has no surrogates.
  if (text.includes('\\u')) checkTexts(value, []);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed-json');
  }
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

const isKeepable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

function notKeepable(path: readonly string[]): Problem {
  const values = { field: path.at(-1) ?? 'body' };
  const pointer = { pointer: pointerTo(path), code: 'text-not-allowed', values } as const;
  return new Problem('text-not-allowed', values, { pointers: [pointer] });
}
