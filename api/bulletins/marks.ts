/** Words with marks in the place of what is bound to the facts: `完成率[330100/prefab-area/completion]`. Pure; safe in a browser. */

const mark = /\[([^[\]]+)\]/g;

/** The keys that a text is bound to, in its order. */
export const keysIn = (text: string): readonly string[] => [...text.matchAll(mark)].map(([, key = '']) => key);

/** The text with every mark replaced by what is printed in its place. */
export const filled = (text: string, fields: ReadonlyMap<string, string>): string =>
  text.replaceAll(mark, (whole, key: string) => fields.get(key) ?? whole);

/** The words of a text without its marks. */
export const wordsIn = (text: string): string => text.replaceAll(mark, '');

/** A part of a text: words, or the key of a field. */
export type Piece = { readonly words: string } | { readonly key: string };

/** A text taken apart at its marks. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/(\[[^[\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('[') ? { key: piece.slice(1, -1) } : { words: piece }));
}
