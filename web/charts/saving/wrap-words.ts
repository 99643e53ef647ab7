/** Breaks words into lines without a browser. Pure. */
import { textWidth } from '../text-width.ts';

/** What must not begin a line. */
const closing = /^[，。、；：！？）》」』”’…·,.;:!?)\]}%†㎡]/u;

/** What must not end one. */
const opening = /[（《「『“‘([{]\s*$/u;

/** What a line may be broken between: words with the blanks behind them, and single Chinese characters. */
const pieces = /[\u2E80-\u9FFF\uF900-\uFFEF\u3000-\u303F]|[^\s\u2E80-\u9FFF\uF900-\uFFEF\u3000-\u303F]+\s*|\s+/gu;

/** The lines of a text at a size, none wider than the width; a single word that is wider is broken too. */
export function wrapWords(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (words: string): boolean => textWidth(words.trimEnd(), size) <= width;
  for (const piece of unbroken(text).flatMap((one) => (fits(one) ? [one] : [...one]))) {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The pieces, each with the signs that belong before and behind it. */
function unbroken(text: string): readonly string[] {
  const joined: string[] = [];
  for (const [piece] of text.trim().matchAll(pieces)) {
    const before = joined.at(-1);
    if (before !== undefined && (closing.test(piece) || opening.test(before)))
      joined[joined.length - 1] = before + piece;
    else joined.push(piece);
  }
  return joined;
}
