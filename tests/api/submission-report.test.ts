import { describe, expect, it } from 'vitest';
import { Problem } from '#api/http/problem.ts';
import { problemOf, readFigures } from '#api/figures/read-figures.ts';
import { checkComplete, checkExplained, readReport } from '#api/submissions/report.ts';
import type { FiguredVersion, NewFigure } from '#db/submissions.ts';
import { accepted, record, figure, indicators, version } from '#tests/support/small-record.ts';
import { area, figuresOf, indicatorRow, north } from '#tests/support/small-office.ts';

/** What a function refuses with; fails where it lets through. */
function refusal(attempt: () => unknown): Problem {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A version's figures, with what is said beside them. */
const saying = (figures: readonly NewFigure[], more: Partial<Pick<FiguredVersion, 'absences' | 'words'>> = {}) => ({
  figures,
  absences: null,
  words: null,
  ...more,
});

describe('a report that is read', () => {
  const draft = { figures: { area: { cumulative: 540 } } };
  const standing = version([], { state: 'accepted', asOf: '2021-06-20' });

  it('is as of the day it names, else of the usual one, a correction of the day that stands', () => {
    expect(readReport('submission', { ...draft, asOf: '2021-06-10' }, record()).asOf).toBe('2021-06-10');
    expect(readReport('submission', draft, record()).asOf).toBe('2021-06-30');
    expect(readReport('submission', draft, record({ versions: [standing] })).asOf).toBe('2021-06-30');
    expect(readReport('correction', draft, record({ versions: [standing] })).asOf).toBe('2021-06-20');
    const named = readReport('correction', { ...draft, asOf: '2021-06-25' }, record({ versions: [standing] }));
    expect(named.asOf).toBe('2021-06-25');
    expect(readReport('submission', draft, record()).figures).toEqual([
      { indicator: 'area', cumulative: 5_400_000, denominator: null, origin: 'reported', source: null },
    ]);
  });

  it('is refused for its day and its figures at once, each with its place', () => {
    const both = { figures: { area: { cumulative: -1 } }, asOf: '2021-07-01' };
    const problem = refusal(() => readReport('submission', both, record()));
    expect(problem.code).toBe('invalid-input');
    expect(problem.pointers.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/asOf', 'as-of-outside-month'],
      ['/figures/area/cumulative', 'figure-negative'],
    ]);
  });

  it('compares a correction’s parts with the accepted figures of the very month, a report’s with its own alone', () => {
    const beside = { versions: [standing], accepted: [...accepted, ...figuresOf(north, area, { 6: 550 })] };
    const parts = { figures: { civil: { cumulative: 550.01 } } };
    const problem = refusal(() => readReport('correction', parts, record(beside)));
    expect(problem.code).toBe('part-exceeds-whole');
    // 545 is more than May’s 450 and last June’s 540, which are no measure for this June.
    const fits = { figures: { civil: { cumulative: 545 } } };
    expect(readReport('correction', fits, record(beside)).figures).toHaveLength(1);
    expect(readReport('submission', parts, record({ accepted: beside.accepted })).figures).toHaveLength(1);
  });
});

describe('an answer in the place of a figure', () => {
  const answered = { area: { cumulative: 540 }, civil: { absence: 'not-applicable' } } as const;

  it('is read beside the figures and is none of them; words are trimmed, and empty ones are none', () => {
    const read = readReport('submission', { figures: answered, words: { civil: ' 无此类项目 ', area: ' ' } }, record());
    expect(read.figures.map(({ indicator }) => indicator)).toEqual(['area']);
    expect(read.absences).toEqual({ civil: 'not-applicable' });
    expect(read.words).toEqual({ civil: '无此类项目' });
    const plain = readReport('submission', { figures: { area: { cumulative: 540 } } }, record());
    expect([plain.absences, plain.words]).toEqual([null, null]);
  });

  it('corrects no accepted figure', () => {
    const problem = refusal(() => readReport('correction', { figures: answered }, record()));
    expect(problem.code).toBe('absence-in-correction');
    expect(problem.pointers).toMatchObject([{ pointer: '/figures/civil' }]);
  });

  it('is of an indicator that there is, and so is a word', () => {
    const figures = { other: { absence: 'not-applicable' } } as const;
    expect(refusal(() => readReport('submission', { figures }, record())).code).toBe('unknown-indicator');
    const words = { figures: {}, words: { other: '无' } };
    expect(refusal(() => readReport('submission', words, record())).pointers).toMatchObject([
      { pointer: '/words/other', code: 'unknown-indicator' },
    ]);
  });

  it('stands for a required figure: not yet known as it is, not applicable with a word on why', () => {
    const figures = [figure('area', 1)];
    expect(() => checkComplete(saying(figures, { absences: { civil: 'not-yet-known' } }), record())).not.toThrow();
    const absences = { civil: 'not-applicable' } as const;
    const silent = refusal(() => checkComplete(saying(figures, { absences }), record()));
    expect(silent.code).toBe('word-required');
    expect(silent.pointers).toMatchObject([{ pointer: '/words/civil', code: 'word-required' }]);
    const words = { civil: '无此类项目' };
    expect(() => checkComplete(saying(figures, { absences, words }), record())).not.toThrow();
    // What is not required needs no word.
    const both = saying([...figures, figure('civil', 1)], { absences: { share: 'not-applicable' } });
    expect(() => checkComplete(both, record())).not.toThrow();
  });
});

const codes = (sent: Parameters<typeof readFigures>[0]) =>
  readFigures(sent, indicators, []).problems.map(({ pointer, code }) => `${pointer} ${code}`);

describe('figures that come in', () => {
  it('are refused under an unknown name and in the wrong shape', () => {
    expect(codes({ trees: { cumulative: 1 } })).toEqual(['/figures/trees unknown-indicator']);
    expect(codes({ share: { cumulative: 1 } })).toEqual(['/figures/share figure-shape']);
    expect(codes({ area: { numerator: 1, denominator: 2 } })).toEqual(['/figures/area figure-shape']);
    expect(codes({ share: { numerator: null, denominator: 'x' } })).toEqual([
      '/figures/share/numerator figure-null',
      '/figures/share/denominator figure-not-a-number',
    ]);
  });

  it('keep a numerator within its denominator and a part within its whole, equal ones included', () => {
    expect(codes({ share: { numerator: 5, denominator: 5 } })).toEqual([]);
    expect(codes({ share: { numerator: 5.01, denominator: 5 } })).toEqual([
      '/figures/share/numerator part-exceeds-whole',
    ]);
    expect(codes({ area: { cumulative: 5 }, civil: { cumulative: 5 } })).toEqual([]);
    expect(codes({ area: { cumulative: 5 }, civil: { cumulative: 5.01 } })).toEqual([
      '/figures/civil/cumulative part-exceeds-whole',
    ]);
    expect(codes({ civil: { cumulative: 5 } })).toEqual([]);
  });

  it('are compared in one unit and named with thousands apart', () => {
    // A whole in pieces of a hundredth: 1234.5 is 123,450 of them; the part counts in ten-thousandths.
    const whole = indicatorRow('whole', { scale: 100 });
    const piece = { ...indicatorRow('piece'), partOf: 'whole' };
    const of = (cumulative: number) =>
      readFigures({ whole: { cumulative: 1234.5 }, piece: { cumulative } }, [whole, piece], []).problems;
    expect(of(1234.5)).toEqual([]);
    expect(of(1_234_567.89)[0]?.values).toEqual({
      part: { zh: 'piece简称', en: 'piece in short' },
      partValue: '1,234,567.89',
      whole: { zh: 'whole简称', en: 'whole in short' },
      wholeValue: '1,234.50',
    });
    const [ratio] = readFigures({ share: { numerator: 999.5, denominator: 1 } }, indicators, []).problems;
    expect(ratio?.values).toEqual({
      part: { zh: 'share简称分子', en: 'share in short, numerator' },
      partValue: '999.50',
      whole: { zh: 'share简称分母', en: 'share in short, denominator' },
      wholeValue: '1.00',
    });
  });

  it('are told by their own problem where all have the same, and else as several', () => {
    const unknown = { pointer: '/a', code: 'unknown-indicator', values: { indicator: 'a' } } as const;
    expect(problemOf([])).toBeNull();
    expect(problemOf([unknown])?.code).toBe('unknown-indicator');
    expect(problemOf([unknown, { ...unknown, pointer: '/b' }])).toMatchObject({
      code: 'unknown-indicator',
      values: { indicator: 'a' },
      pointers: [{ pointer: '/a' }, { pointer: '/b' }],
    });
    expect(problemOf([unknown, { pointer: '/b', code: 'figure-null', values: {} }])?.code).toBe('invalid-input');
  });
});

const explain = (areaOf: number, civilOf: number, words: Partial<FiguredVersion>) => {
  const figures = [figure('area', areaOf * 10_000), figure('civil', civilOf * 10_000)];
  return () => checkExplained(version(figures, { cause: '', remedies: '', ...words }), record());
};

describe('what must be there to submit', () => {
  it('goes by what is required and not by what decides the level', () => {
    const [first, ...others] = record().indicators;
    if (first === undefined) throw new Error('the record has no indicators');
    const month = record({
      indicators: [
        { ...first, core: true, required: false },
        ...others.map((one) => ({ ...one, core: false, required: one.code === 'share' })),
      ],
    });
    expect(() => checkComplete(saying([figure('share', 1, 2)]), month)).not.toThrow();
    const missing = refusal(() => checkComplete(saying([figure('area', 1)]), month));
    expect(missing.pointers.map(({ pointer }) => pointer)).toEqual(['/figures/share']);
  });

  it('is every required indicator, and no other', () => {
    const figures = [figure('area', 1), figure('civil', 1)];
    expect(() => checkComplete(saying(figures), record())).not.toThrow();
    const one = refusal(() => checkComplete(saying([figure('civil', 1)]), record()));
    expect(one.pointers.map(({ pointer }) => pointer)).toEqual(['/figures/area']);
    const none = refusal(() => checkComplete(saying([]), record()));
    expect(none).toMatchObject({
      code: 'figures-missing',
      values: { indicators: { zh: 'area简称、civil简称', en: 'area in short, civil in short' } },
    });
    expect(none.pointers.map(({ values }) => values)).toMatchObject([
      { indicators: { zh: 'area简称' } },
      { indicators: { zh: 'civil简称' } },
    ]);
  });

  it('is cause and remedies where a core indicator would be on watch or behind', () => {
    // June expects 600 of 1200 and 300 of 600.
    expect(explain(600, 300, {})).not.toThrow();
    expect(explain(599.99, 300, { cause: 'c', remedies: 'm' })).not.toThrow();
    const watch = refusal(explain(599.99, 300, {}));
    expect(watch).toMatchObject({ code: 'explanation-required', values: { level: { zh: '预警', en: 'watch' } } });
    expect(watch.pointers.map(({ pointer }) => pointer)).toEqual(['/cause', '/remedies']);
    expect(refusal(explain(599.99, 300, { cause: 'c' })).pointers.map(({ pointer }) => pointer)).toEqual(['/remedies']);
    expect(refusal(explain(600, 299, { remedies: 'm' })).pointers.map(({ pointer }) => pointer)).toEqual(['/cause']);
    // The worst is named, wherever it stands.
    expect(refusal(explain(599.99, 200, {})).values).toEqual({ level: { zh: '滞后', en: 'behind' } });
    const beside = [figure('area', 6_000_000), figure('share', 1, 100_000)];
    expect(() => checkExplained(version(beside, { cause: '', remedies: '' }), record())).not.toThrow();
  });
});
