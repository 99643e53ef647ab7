import { describe, expect, it } from 'vitest';
import { asOfText, tenseOf } from '#web/parts/tense.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';

const on = (today: string) => (year: number, month: number) => tenseOf({ year, month }, today);

describe('the tense of a month', () => {
  it('is running up to the day before its last, and the latest then', () => {
    const nineteenth = on('2020-10-19');
    expect([nineteenth(2020, 10), nineteenth(2020, 9), nineteenth(2020, 8)]).toEqual(['running', 'latest', 'past']);
    expect([on('2020-10-30')(2020, 10), on('2020-10-31')(2020, 10)]).toEqual(['running', 'latest']);
    expect(on('2020-11-02')(2020, 10)).toBe('latest');
  });

  it('is past in a year that has ended, and over in its December', () => {
    expect([on('2020-10-19')(2019, 9), on('2020-10-19')(2019, 12)]).toEqual(['past', 'over']);
    expect([on('2021-01-04')(2020, 12), on('2020-12-31')(2020, 12)]).toEqual(['over', 'latest']);
  });
});

describe('up to when figures are', () => {
  it('is today in a running month, and else the month’s end', async () => {
    await startText('zh');
    const words = { t: textNow, language: 'zh' } as const;
    expect(asOfText({ year: 2020, month: 10 }, '2020-10-19', words)).toBe('截至2020年10月19日');
    expect(asOfText({ year: 2020, month: 9 }, '2020-10-19', words)).toBe('2020年9月末');
  });
});
