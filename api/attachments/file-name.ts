/** The name of a file as its sender calls it: data to be shown, never a path. */
import { Problem } from '../http/problem.ts';

/** The longest name, in characters: 200 of Chinese are 600 bytes, and so what a browser can still save in full. */
const longest = 200;

/** Control characters, both separators of paths, and every mark that turns or isolates the direction of writing. */
const refused = /\p{Cc}|[/\\]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * The name as it is kept: in the composed form of Unicode, without spaces around it. What could mislead is refused and not
 * cleaned, so that nobody reads a name that its sender did not give.
 * @throws Problem `file-name`
 */
export function keptName(name: string): string {
  const kept = name.normalize('NFC').trim();
  const isFit = kept !== '' && [...kept].length <= longest && !refused.test(kept) && kept.isWellFormed();
  if (!isFit || /^\.+$/.test(kept)) throw new Problem('file-name');
  return kept;
}
