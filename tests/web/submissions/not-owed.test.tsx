/** Months that nobody owes: said so where they stand, and counted nowhere. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { bureauSentence, officialSentence } from '#web/features/submissions/home-sentence.ts';
import { MonthList } from '#web/features/submissions/month-list.tsx';
import { coverageOf } from '#web/parts/submissions/coverage.ts';
import { statusText } from '#web/parts/submissions/status-text.ts';
import { textOf } from '#tests/support/drawn.tsx';
import { submissionLine as line } from '../replies.ts';

beforeAll(() => startText('zh'));

const words = { t: textNow, language: 'zh' } as const;
const before = { status: 'missing', notOwed: 'before-start' } as const;

describe('a month that nobody owes', () => {
  it('says so in place of its state and its day, and can still be reported', () => {
    const text = textOf(<MonthList year={2020} lines={[line(9, before)]} />);
    expect(text).toContain('9月 无需报送 -- 起报月份之前 填报');
    expect(textOf(<MonthList year={2020} lines={[line(1, { ...before, notOwed: 'with-february' })]} />)).toContain(
      '1月 无需报送 -- 与 2 月合并报送 填报',
    );
    expect(statusText({ ...before, status: 'submitted' }, words)).toBe('已报送');
  });

  it('is no month that a bureau is asked for', () => {
    expect(bureauSentence(words, [line(10, { status: 'missing' }), line(9, before)])).toContain('2020年10月数据待报送');
    expect(bureauSentence(words, [line(10), line(9, before)])).toContain('均已报送并通过审核');
    expect(bureauSentence(words, [line(9, before), line(8, before)])).toBe('2020年还没有需要报送的月份。');
  });

  it('is passed over by the official’s sentence, and covered by who reported it all the same', () => {
    const lines = [line(10), line(9, before)];
    expect(officialSentence(words, lines, '2020-11-02', new Map())).toBe('2020年10月：1/1 已通过。');
    expect(officialSentence(words, [line(9, before)], '2020-11-02', new Map())).toBe('2020年还没有需要报送的月份。');
    const entered = line(9, { notOwed: 'before-start', region: '330100' });
    expect(coverageOf([line(9, before), entered], 9, '2020-11-02')).toMatchObject({
      accepted: 1,
      expected: 1,
      owing: [],
      notOwed: 'before-start',
    });
  });
});
