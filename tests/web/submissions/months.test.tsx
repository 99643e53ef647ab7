import { beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionLine } from '#api/submissions/contract.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { StatusMatrix } from '#web/features/submissions/submission-matrix.tsx';
import { submissionLine as line } from '../replies.ts';
import { bureauSentence, officialSentence } from '#web/features/submissions/home-sentence.ts';
import { MonthList } from '#web/features/submissions/month-list.tsx';
import { coverageOf } from '#web/parts/submissions/coverage.ts';
import { markupOf, textOf } from '#tests/support/drawn.tsx';

beforeAll(() => startText('zh'));

const words = { t: textNow, language: 'zh' } as const;

const rowsText = (lines: readonly SubmissionLine[]) =>
  textOf(<MonthList year={2020} lines={lines} />).replace(/^.*?操作 /, '');

describe('the list of months', () => {
  it('says what to do in each state', () => {
    expect(rowsText([line(10, { status: 'missing' })])).toBe('10月 未报 -- 2020-11-05 填报 2020年10月 模板 2020年10月');
    expect(rowsText([line(10, { status: 'draft' })])).toContain('草稿 -- 2020-11-05 继续填报');
    expect(rowsText([line(10, { status: 'submitted' })])).toContain('已报送 -- 2020-11-05 查看');
    expect(rowsText([line(10, { status: 'resubmitted' })])).toContain('复报待审 -- 2020-11-05 查看');
    expect(rowsText([line(10, { asOf: '2020-10-31' })])).toBe('10月 已通过 2020-10-31 2020-11-05 查看 2020年10月');
  });

  it('says why it came back for as long as it is with the bureau, and that it is late', () => {
    expect(rowsText([line(10, { status: 'returned', returnReason: '请核对' })])).toContain(
      '已退回 请核对 -- 2020-11-05 修改后复报',
    );
    expect(rowsText([line(10, { status: 'resubmitted', returnReason: '请核对' })])).not.toContain('请核对');
    expect(rowsText([line(10, { status: 'missing', overdue: true })])).toContain('2020-11-05 已逾期 填报');
    expect(rowsText([line(10, { status: 'missing' })])).not.toContain('已逾期');
  });

  it('says when it closes, that it has, and how late it was sent', () => {
    const closes = { closesOn: '2020-11-20' };
    expect(rowsText([line(10, { status: 'missing', ...closes })])).toContain('2020-11-05 2020-11-20 截止报送 填报');
    // Late and closed: what cannot be done any more is not offered.
    const closed = { ...closes, overdue: true, closed: true };
    expect(rowsText([line(10, { status: 'missing', ...closed })])).toContain(
      '2020-11-05 已截止 2020-11-20 截止报送 查看',
    );
    expect(rowsText([line(10, { status: 'draft', ...closed })])).toContain('已截止 2020-11-20 截止报送 查看');
    expect(
      rowsText([line(10, { status: 'draft', closed: true, acceptedAsOf: '2020-10-31', done: true })]),
    ).not.toContain('已截止');
    expect(rowsText([line(10, { status: 'accepted', closed: true })])).not.toContain('已截止');
    expect(rowsText([line(10, { status: 'submitted', daysLate: 3 })])).toContain('2020-11-05 迟报 3 天 查看');
    expect(rowsText([line(10, { status: 'submitted', daysLate: 0 })])).not.toContain('迟报');
    // Returned and past its day again: that it is with the bureau matters more.
    expect(rowsText([line(10, { status: 'returned', daysLate: 3, overdue: true })])).toContain('已逾期');
  });

  it('has headings, and leads to the month of its year and city', () => {
    const markup = markupOf(<MonthList year={2019} lines={[line(3, { year: 2019 })]} />);
    expect(textOf(<MonthList year={2019} lines={[]} />)).toBe('2019年各月报送 月份 状态 截止日 报送期限 操作');
    expect(markup).toContain('href="/submissions/2019/3/331100"');
  });
});

const closed = (count: number) => Array.from({ length: count }, () => '尚未到报送月份').join(' ');

describe('the table of every city’s status', () => {
  const lines = [line(1), line(2, { status: 'missing' }), line(2, { region: '330900', status: 'returned' })];

  it('has the cities that have months, in the department’s order, and every month of the year', () => {
    const text = textOf(<StatusMatrix year={2020} lines={lines} />);
    expect(text).toBe(
      '2020年各市报送状态 设区市 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月 ' +
        `丽水 已通过 未报 ${closed(10)} 舟山 ${closed(1)} 已退回 ${closed(10)}`,
    );
    expect(textOf(<StatusMatrix year={2020} lines={[line(1)]} />)).not.toContain('舟山');
  });

  it('says in words what is overdue, closed or was late', () => {
    const late = [
      line(1, { daysLate: 2 }),
      line(2, { status: 'missing', overdue: true }),
      line(3, { status: 'missing', overdue: true, closed: true }),
      line(4, { daysLate: 0 }),
    ];
    const text = textOf(<StatusMatrix year={2020} lines={late} />);
    expect(text).toContain('丽水 已通过 迟报 2 天 未报 已逾期 未报 已截止 已通过 尚未');
    expect(markupOf(<StatusMatrix year={2020} lines={late} />)).toContain('aria-label="丽水 1月：已通过，迟报 2 天"');
  });

  it('opens a month by a link that says where it leads, and is reached by the keyboard', () => {
    const markup = markupOf(<StatusMatrix year={2020} lines={lines} />);
    expect(markup).toMatch(
      /href="\/submissions\/2020\/2\/330900"[^>]*aria-label="舟山 2月：已退回"|aria-label="舟山 2月：已退回"[^>]*href="\/submissions\/2020\/2\/330900"/,
    );
    expect(markup).toMatch(/<section[^>]*aria-label="2020年各市报送状态" tabindex="0"/i);
  });
});

const sentenceOfTwo = (more: Partial<SubmissionLine>) => bureauSentence(words, [line(10, more), line(9, more)]);

describe('a bureau’s first sentence', () => {
  it('names of two months of the same urgency the earlier one', () => {
    expect(sentenceOfTwo({ status: 'returned', returnReason: '请核对' })).toContain('2020年9月数据被退回');
    expect(sentenceOfTwo({ status: 'missing' })).toBe('2020年9月数据待报送，期限 2020-10-05。');
    expect(sentenceOfTwo({ status: 'draft' })).toContain('2020年9月草稿已保存');
    expect(sentenceOfTwo({ status: 'submitted' })).toBe('2020年9月数据已报送，等待省厅审核。');
  });

  it('has a return before what is late, and what is late before what waits', () => {
    const returned = line(10, { status: 'returned' });
    const late = line(8, { status: 'draft', overdue: true });
    const waiting = line(7, { status: 'submitted' });
    expect(bureauSentence(words, [returned, late, waiting])).toBe('2020年10月数据被退回：“”。请修改后复报。');
    expect(bureauSentence(words, [waiting, late])).toBe('2020年8月数据已逾期，期限为 2020-09-05，请尽快报送。');
    expect(bureauSentence(words, [waiting, line(9, { status: 'missing' })])).toContain('2020年9月数据待报送');
  });
});

describe('an official’s first sentence', () => {
  const regions = new Map();
  const sentence = (lines: readonly SubmissionLine[], today: string) => officialSentence(words, lines, today, regions);

  it('is of the latest month that is over and not all in, else of the latest that is over', () => {
    const august = line(8, { status: 'missing' });
    const september = line(9);
    const october = line(10, { status: 'missing' });
    expect(sentence([august, september, october], '2020-10-19')).toBe('2020年8月：0/1 已通过；尚未报齐：331100。');
    expect(sentence([line(8), september, october], '2020-10-19')).toBe('2020年9月：1/1 已通过。');
    // On the first day of November October is over.
    expect(sentence([august, september, october], '2020-11-01')).toContain('2020年10月：0/1');
    expect(sentence([august, september, october], '2020-10-31')).toContain('2020年8月：0/1');
  });

  it('is the page’s name where no month is over', () => {
    expect(sentence([line(1, { status: 'missing' })], '2020-01-15')).toBe('月度报送');
  });

  it('says that nobody is missing where all have sent but not all are accepted', () => {
    expect(sentence([line(9, { status: 'submitted' })], '2020-10-19')).toBe('2020年9月：0/1 已通过。');
  });
});

const missingWhen = (status: SubmissionLine['status'], isDone = false) =>
  coverageOf([line(10, { status, ...(isDone && { acceptedAsOf: '2020-10-31' }) })], 10, '2020-11-02')?.owing.map(
    ({ region }) => region,
  );

describe('the coverage of a month', () => {
  it('names who has sent nothing to review, except who was accepted before', () => {
    expect([missingWhen('missing'), missingWhen('draft'), missingWhen('returned')]).toEqual([
      ['331100'],
      ['331100'],
      ['331100'],
    ]);
    expect([missingWhen('submitted'), missingWhen('resubmitted'), missingWhen('accepted')]).toEqual([[], [], []]);
    // A later day or a correction that came back takes nothing from what is accepted.
    expect([missingWhen('draft', true), missingWhen('returned', true)]).toEqual([[], []]);
  });
});
