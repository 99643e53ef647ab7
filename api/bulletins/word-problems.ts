/** What an official may not write into a bulletin: its numbers are bound to what is frozen. Pure. */
import { pointerTo } from '../http/pointer.ts';
import type { ProblemPointer } from '../http/problem.ts';
import type { BulletinPart } from './contract.ts';
import { keysIn, wordsIn } from './marks.ts';

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
    const words = wordsIn(text);
    if (before.join('\n') !== after.join('\n') || /[[\]]/.test(words)) {
      return [{ pointer, code: 'bulletin-number-changed', values: {} }];
    }
    const typed = typedNumber.exec(words)?.[0];
    return typed === undefined ? [] : [{ pointer, code: 'bulletin-number-typed', values: { text: typed } }];
  });
}
