/** How wide a text is at most, without a browser: label placement must be the same on screen, on paper and in a test. Pure. */

/**
 * Upper bounds in ems, of the widest of the fonts that we ask for. Where a letter is not listed, its class decides; a test
 * in a real browser holds that no label is wider than this says.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\u2E80-\u9FFF\uF900-\uFFEF\u3000-\u303F]/, 1],
  [/[\d]/, 0.64],
  [/[.,:;'’‘|!ijl·]/, 0.34],
  [/[\s]/, 0.32],
  [/[mwMW%㎡—∞]/, 1],
  [/[A-Z@&]/, 0.76],
  [/[a-z]/, 0.62],
];

/** By how much bold letters are wider, in the font where they differ most. */
const boldness = 1.15;

/** The width of a text in the unit of its size, never less than what a browser draws. */
export function textWidth(text: string, size: number, isBold = false): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * size * (isBold ? boldness : 1);
}

const known = new Map<string, number>();

function emsOf(letter: string): number {
  const found = known.get(letter) ?? widths.find(([kind]) => kind.test(letter))?.[1] ?? 1;
  known.set(letter, found);
  return found;
}
