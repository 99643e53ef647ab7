import { beforeAll, describe, expect, it } from 'vitest';
import { stripRuns, stripText } from '#web/parts/strip-text.ts';
import type { StripMonth } from '#api/measures/strip.ts';
import type { StripWords } from '#web/parts/strip-text.ts';
import { formatShortMonth } from '#web/text/format.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';

const at = (month: number, level: StripMonth['level'], more: Partial<StripMonth> = {}): StripMonth => ({
  month,
  level,
  reported: true,
  recoveredIn: null,
  ...more,
});

/** The words as the page's hook builds them. */
const words = (language: 'zh' | 'en'): StripWords => ({
  month: (month) => formatShortMonth(month, language),
  months: (from, to) => textNow('levels.strip.months', { from, to }),
  run: (months, level) => textNow('levels.strip.run', { months, level: textNow(`levels.word.${level}`) }),
  recovered: (months, level, recovered) =>
    textNow('levels.strip.recovered', { months, level: textNow(`levels.word.${level}`), recovered }),
  stale: (run) => textNow('levels.strip.stale', { run }),
  join: textNow('levels.strip.join'),
  nothing: textNow('levels.strip.nothing'),
});

describe('stripRuns', () => {
  it('joins months in a row that say the same, in any order of input', () => {
    expect(stripRuns([at(3, 'behind'), at(1, 'on-pace'), at(2, 'on-pace')])).toEqual([
      { from: 1, to: 2, level: 'on-pace', reported: true, recoveredIn: null },
      { from: 3, to: 3, level: 'behind', reported: true, recoveredIn: null },
    ]);
  });

  it('leaves out months that are not judged and does not join over them', () => {
    expect(stripRuns([at(1, 'watch'), at(2, null), at(3, 'watch')])).toHaveLength(2);
  });

  it('keeps a month that was made good apart from one that was not', () => {
    expect(stripRuns([at(1, 'behind', { recoveredIn: 5 }), at(2, 'behind')])).toHaveLength(2);
  });
});

describe('stripText in Chinese', () => {
  beforeAll(() => startText('zh'));

  it('remembers that a missed month was made good', () => {
    const months = [at(1, 'on-pace'), at(2, 'on-pace'), at(3, 'behind', { recoveredIn: 9 }), at(4, null)];
    expect(stripText(months, words('zh'))).toBe('1月至2月正常，3月滞后→已补齐（9月）');
  });

  it('says that there is nothing to judge yet', () => {
    expect(stripText([at(1, null)], words('zh'))).toBe('尚无月份可判定');
  });

  it('says of a month without a figure of its own that an older one speaks', () => {
    expect(stripText([at(2, 'watch', { reported: false })], words('zh'))).toBe('2月预警（当月无已通过数据，沿用此前）');
  });
});

describe('stripText in English', () => {
  beforeAll(() => startText('en'));

  it('names months and levels', () => {
    const months = [at(1, 'watch', { recoveredIn: 4 }), at(2, 'on-pace'), at(3, 'on-pace')];
    expect(stripText(months, words('en'))).toBe('Jan Watch → made good (Apr); Feb to Mar On pace');
  });
});
