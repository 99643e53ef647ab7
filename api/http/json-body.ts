import { Problem } from './problem.ts';

const deepest = 32;

/**
 * Reads a request's JSON body; nothing at all is `undefined`.
 * Stricter than JSON.parse, which keeps the last of two equal keys: which figure was meant would be a guess.
 * @throws Problem `malformed-json`
 */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  const value = parse(text);
  checkKeys(text);
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
  let before = '';
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      open.push(found === '{' ? new Set() : null);
      if (open.length > deepest) throw new Problem('malformed-json');
    } else if (found === '}' || found === ']') open.pop();
    else if (found.startsWith('"') && before !== ':') noteKey(open.at(-1) ?? null, found);
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
