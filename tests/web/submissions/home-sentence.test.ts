import { beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '#api/regions/contract.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { bureauSentence, officialSentence } from '#web/features/submissions/home-sentence.ts';
import { submissionLine as line } from '../replies.ts';
import { coverageOf, owingNames } from '#web/parts/submissions/coverage.ts';

const words = { t: textNow, language: 'zh' } as const;

const regionOf = (code: string, zh: string): [string, Region] => [
  code,
  { code, kind: 'city', name: { zh, en: zh }, short: { zh, en: zh }, parent: null, tile: null },
];
const regions = new Map([regionOf('331100', '丽水'), regionOf('330900', '舟山')]);

const nameOf = () => '丽水';

beforeAll(() => startText('zh'));

describe('a bureau’s first sentence', () => {
  it('says first what came back, and why', () => {
    const lines = [line(10, { status: 'missing' }), line(9, { status: 'returned', returnReason: '请核对' })];
    expect(bureauSentence(words, lines)).toBe('2020年9月数据被退回：“请核对”。请修改后复报。');
  });

  it('then what is late, the earliest month first', () => {
    const lines = [10, 9, 8].map((month) => line(month, { status: 'missing', overdue: month < 10 }));
    expect(bureauSentence(words, lines)).toContain('2020年8月数据已逾期');
  });

  it('then what is due next', () => {
    expect(bureauSentence(words, [line(10, { status: 'missing' }), line(9)])).toBe(
      '2020年10月数据待报送，期限 2020-11-05。',
    );
    expect(bureauSentence(words, [line(10, { status: 'draft' }), line(9)])).toContain('草稿已保存');
  });

  it('then what closed without a report, with the way out', () => {
    const closed = line(9, { status: 'missing', overdue: true, closed: true, closesOn: '2020-10-20' });
    expect(bureauSentence(words, [line(10, { status: 'missing' }), closed])).toContain('2020年10月数据待报送');
    expect(bureauSentence(words, [line(10, { status: 'submitted' }), closed])).toBe(
      '2020年9月报送已于 2020-10-20 截止，未报送；确需补报的，请联系省厅延期。',
    );
    expect(
      bureauSentence(words, [
        line(10),
        line(9, { ...closed, status: 'draft', acceptedAsOf: '2020-09-30', done: true }),
      ]),
    ).toContain('均已报送');
  });

  it('then what waits, and at last that all is done', () => {
    expect(bureauSentence(words, [line(10, { status: 'resubmitted' })])).toContain('等待省厅审核');
    expect(bureauSentence(words, [line(10)])).toContain('均已报送并通过审核');
  });
});

describe('a month that is accepted up to a day before its end', () => {
  const october = line(10, { acceptedAsOf: '2020-10-19' });

  it('is not done: its last figures are due, and overdue after their day', () => {
    expect(bureauSentence(words, [october])).toBe('2020年10月截至 10-19 的数据已通过，月末数待报，期限 2020-11-05。');
    expect(bureauSentence(words, [{ ...october, overdue: true }])).toBe(
      '2020年10月截至 10-19 的数据已通过，月末数已逾期，期限为 2020-11-05，请尽快报送。',
    );
    expect(bureauSentence(words, [{ ...october, status: 'draft' }])).toContain('月末数待报');
  });

  it('waits for nobody once its end was sent', () => {
    expect(bureauSentence(words, [{ ...october, status: 'submitted' }])).toContain('等待省厅审核');
  });

  it('is named to the official with its day', () => {
    expect(officialSentence(words, [october], '2020-11-08', regions)).toBe(
      '2020年10月：0/1 已通过；尚未报齐：丽水（10-19）。',
    );
  });
});

describe('coverageOf', () => {
  it('counts the accepted, and names who has sent nothing that could be reviewed', () => {
    const lines = [
      line(10),
      line(10, { region: '330900', status: 'returned' }),
      line(10, { region: '330800', status: 'submitted' }),
    ];
    expect(coverageOf(lines, 10, '2020-11-02')).toMatchObject({ year: 2020, month: 10, accepted: 1, expected: 3 });
    expect(coverageOf(lines, 10, '2020-11-02')?.owing.map(({ region }) => region)).toEqual(['330900']);
    expect(coverageOf(lines, 9, '2020-11-02')).toBeNull();
  });

  it('takes figures as of an earlier day for the running month, and no more for one that is over', () => {
    const middle = line(10, { acceptedAsOf: '2020-10-19' });
    const running = coverageOf([middle], 10, '2020-10-31');
    expect(running).toMatchObject({ accepted: 1, owing: [] });
    const over = coverageOf([middle], 10, '2020-11-01');
    expect(over).toMatchObject({ accepted: 0, expected: 1 });
    expect(over && owingNames(over, words, nameOf)).toBe('丽水（10-19）');
    expect(over && owingNames(over, { ...words, language: 'en' }, nameOf)).toBe('丽水（19 Oct）');
    // The month's end waits for review: the department has it.
    expect(coverageOf([{ ...middle, status: 'submitted' }], 10, '2020-11-01')).toMatchObject({
      accepted: 0,
      owing: [],
    });
  });
});

describe('an official’s first sentence', () => {
  const september = [line(9), line(9, { region: '330900', status: 'missing' })];

  it('names who is missing in the latest month whose reports are being collected', () => {
    expect(officialSentence(words, september, '2020-10-19', regions)).toBe('2020年9月：1/2 已通过；尚未报齐：舟山。');
  });

  it('goes by the month’s end, whatever its deadline', () => {
    const due = { status: 'missing', dueOn: '2020-12-10' } as const;
    expect(officialSentence(words, [line(10, due), ...september], '2020-11-01', regions)).toContain('2020年10月：0/1');
    const early = { status: 'missing', dueOn: '2020-10-31' } as const;
    expect(officialSentence(words, [line(10, early), ...september], '2020-10-31', regions)).toContain('2020年9月');
  });

  it('does not call a running month incomplete', () => {
    const lines = [line(10, { status: 'missing' }), line(9)];
    expect(officialSentence(words, lines, '2020-10-19', regions)).toBe('2020年9月：1/1 已通过。');
  });
});
