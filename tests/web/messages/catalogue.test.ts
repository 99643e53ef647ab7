import { describe, expect, it } from 'vitest';
import { resources } from '#web/text/messages/catalogue.ts';
import type { MessageTree } from '#web/text/messages/messages.ts';

/** Every text with its dotted key. */
function flatten(tree: MessageTree, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): (readonly [string, string])[] =>
      typeof value === 'string' ? [[path + key, value]] : [...flatten(value, `${path}${key}.`)],
    ),
  );
}

const placeholders = (words: string): readonly string[] =>
  [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

/** Each key with the names of the values that its text needs. */
const namesOf = (texts: ReadonlyMap<string, string>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...texts].map(([key, words]) => [key, [...new Set(placeholders(words))]]));

const zh = flatten(resources.zh);
const en = flatten(resources.en);

describe('the catalogue', () => {
  it('has the same keys in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
  });

  it('names the same values in both languages', () => {
    expect(namesOf(en)).toEqual(namesOf(zh));
  });

  it('has no text without words', () => {
    expect([...zh, ...en].filter(([, words]) => words.trim() === '')).toEqual([]);
  });

  it('has no brace outside of a placeholder', () => {
    const stray = [...zh, ...en].filter(([, words]) => /[{}]/.test(words.replaceAll(/\{\{\w+\}\}/g, '')));
    expect(stray).toEqual([]);
  });

  it('has no Chinese in an English text but the name of the language', () => {
    const chinese = [...en].filter(([key, words]) => key !== 'shell.language' && /\p{Script=Han}/u.test(words));
    expect(chinese).toEqual([]);
  });
});
