/** Words with marks in the place of what is bound to the facts: `完成率[330100/prefab-area/completion]`. Pure. */
import type { ProblemPointer } from '../http/problem.ts';
import { pointerTo } from '../http/pointer.ts';
import type { BulletinPart } from './contract.ts';
import type { Fields } from './fields.ts';

const mark = /\[([^[\]]+)\]/g;

/** The keys that a text is bound to, in its order. */
export const keysIn = (text: string): readonly string[] => [...text.matchAll(mark)].map(([, key = '']) => key);

/** The text with every mark replaced by what is printed in its place. */
export const filled = (text: string, fields: Fields): string =>
  text.replaceAll(mark, (whole, key: string) => fields.get(key) ?? whole);

/** A part of a text: words, or the key of a field. */
export type Piece = { readonly words: string } | { readonly key: string };

/** A text taken apart at its marks. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/(\[[^[\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('[') ? { key: piece.slice(1, -1) } : { words: piece }));
}

/** An amount in figures with a unit, or a share in Chinese words: what only a field may say. */
const typedNumber =
  /[0-9０-９][0-9０-９,，.．]*\s*(?:%|％|‰|万|亿|㎡|平方米|个?百分点|percent|points?\b|m²|10k)|百分之[一二三四五六七八九十百零点]+/i;

/** What is wrong with edited words: marks that are gone or new, a bracket that is no mark, an amount that was typed. */
export function wordProblems(
  drafted: readonly BulletinPart[],
  texts: Readonly<Record<string, string>>,
): readonly ProblemPointer[] {
  return Object.entries(texts).flatMap(([key, text]): ProblemPointer[] => {
    const pointer = pointerTo(['texts', key]);
    const part = drafted.find((one) => one.key === key);
    if (part === undefined) return [{ pointer, code: 'bulletin-part-unknown', values: { part: key } }];
    const [before, after] = [keysIn(part.text).toSorted(), keysIn(text).toSorted()];
    const words = text.replaceAll(mark, '');
    if (before.join('\n') !== after.join('\n') || /[[\]]/.test(words)) {
      return [{ pointer, code: 'bulletin-number-changed', values: {} }];
    }
    const typed = typedNumber.exec(words)?.[0];
    return typed === undefined ? [] : [{ pointer, code: 'bulletin-number-typed', values: { text: typed } }];
  });
}
