/** The sentences of problems: said in both languages, naming the same values, Chinese in Chinese and English in English. */
import { describe, expect, it } from 'vitest';
import { problemSentence, problemTexts } from '#api/http/problem.ts';

const texts = Object.entries(problemTexts);
const namesIn = (words: string): readonly string[] => [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

describe('every problem', () => {
  it.each(texts)('%s says something in both languages, as a sentence, about the same values', (_code, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}.*[。}]$/u);
    expect(en).toMatch(/^[A-Z“{].*[.}]$/);
    // 万 stands there as an example of what cannot be read.
    expect(en.replaceAll(/\d+ ?万/g, '')).not.toMatch(/\p{Script=Han}/u);
    expect(new Set(namesIn(en))).toEqual(new Set(namesIn(zh)));
  });
});

describe('problemSentence', () => {
  it('fills in values, each in its language, and leaves a place without one as it is', () => {
    const why = { zh: '磁盘已满。', en: 'the disk is full.' };
    expect(problemSentence('unavailable', { why }, 'zh')).toBe('系统暂时无法服务：磁盘已满。');
    expect(problemSentence('unavailable', { why }, 'en')).toBe(
      'The system cannot serve at the moment: the disk is full.',
    );
    expect(problemSentence('unavailable', {}, 'en')).toBe('The system cannot serve at the moment: {why}');
    expect(problemSentence('account-locked', { minutes: 15 }, 'en')).toContain('Try again in 15 minutes');
  });
});
