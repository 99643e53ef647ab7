import { beforeAll, describe, expect, it } from 'vitest';
import type { ProblemDocument } from '#api/http/problem.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { levelToExplain, levelPreviews } from '#web/features/submissions/form/level-preview.tsx';
import {
  explanationProblems,
  cellId,
  formProblems,
  mainField,
  refusalProblems,
  textId,
} from '#web/features/submissions/form/problem-words.ts';
import { sheetOf, typeInto } from '#web/features/submissions/form/sheet.ts';
import type { FigureField, TypedSheet } from '#web/features/submissions/form/typed.ts';
import { area, share, steel, subject, submission, version } from './month.ts';

const words = { t: textNow, language: 'zh' } as const;
beforeAll(() => startText('zh'));

const month = subject();
const empty = sheetOf(month, null);
const type = (sheet: TypedSheet, code: string, field: FigureField, text: string): TypedSheet =>
  typeInto(month, sheet, { code, field }, text);
/** 466 of 600 is on pace at the end of October, and half of it are housing and public buildings: nothing to mend. */
const complete = type(type(empty, 'area', 'cumulative', '466'), 'civil', 'cumulative', '233');

const problemsOf = (sheet: TypedSheet, of = month, kind: 'submission' | 'correction' = 'submission') => {
  const previews = levelPreviews(of, sheet);
  return formProblems(words, of, sheet, { previews, explain: levelToExplain(of, previews), kind });
};

describe('what must be mended', () => {
  it('is nothing in a complete form, whose other indicators may stay empty', () => {
    expect(problemsOf(complete)).toEqual([]);
  });

  it('is every core indicator without a figure, at its cumulative', () => {
    expect(problemsOf(empty)).toEqual([
      { field: 'figure-area-cumulative', sentence: '“area”尚未填写；确为零时请填 0。' },
      { field: 'figure-civil-cumulative', sentence: '“civil”尚未填写；确为零时请填 0。' },
    ]);
  });

  it('is the day first, then the rows from top to bottom, then of a correction the explanation', () => {
    // 348 of 600 at the end of October is behind.
    const sheet = { ...type(type(complete, 'area', 'cumulative', '348'), 'projects', 'cumulative', '2.5'), asOf: '' };
    const rows = ['submission-asOf', 'figure-projects-cumulative'];
    // A submission is explained at the last look.
    expect(problemsOf(sheet).map(({ field }) => field)).toEqual(rows);
    expect(problemsOf(sheet, month, 'correction').map(({ field }) => field)).toEqual([
      ...rows,
      'submission-cause',
      'submission-remedies',
    ]);
    expect(problemsOf({ ...sheet, asOf: '2020-11-01' })[0]).toEqual({
      field: 'submission-asOf',
      sentence: '截止日期应在 2020-10-01 至 2020-10-31 之间。',
    });
  });

  it('asks for the cause and the measures that say something, naming the level', () => {
    const sheet = { ...type(complete, 'area', 'cumulative', '348'), cause: ' \n', remedies: '专班推进' };
    expect(explanationProblems(words, sheet, 'behind')).toEqual([
      { field: 'submission-cause', sentence: '请填写“原因”：按这些数据，核心指标将为“滞后”。' },
    ]);
    expect(explanationProblems(words, { ...sheet, cause: '供地推迟' }, 'behind')).toEqual([]);
    expect(explanationProblems(words, sheet, null)).toEqual([]);
  });

  it('is no required indicator that is answered without a figure', () => {
    for (const text of ['不适用', '尚未掌握'])
      expect(problemsOf(type(complete, 'civil', 'cumulative', text))).toEqual([]);
    const both = type(complete, 'civil', 'cumulative', '不适用 1');
    expect(problemsOf(both).map(({ field }) => field)).toEqual(['figure-civil-cumulative']);
  });

  it('lets a correction keep the accepted day, which a report must pass', () => {
    const running = subject(submission({ versions: [version({ state: 'accepted', asOf: '2020-10-16' })] }));
    const sheet = { ...complete, asOf: '2020-10-16' };
    expect(problemsOf(sheet, running)).toMatchObject([{ field: 'submission-asOf' }]);
    expect(problemsOf(sheet, running, 'correction')).toEqual([]);
  });
});

const sentences = (sheet: TypedSheet) => problemsOf(sheet).map(({ field, sentence }) => [field, sentence]);

describe('what is wrong in a cell', () => {
  it('names the text, the decimals and the unit', () => {
    expect(sentences(type(complete, 'projects', 'cumulative', '2.5'))).toEqual([
      ['figure-projects-cumulative', '“projects”最多 0 位小数，收到“2.5”。请四舍五入后再填，系统不会代为取舍。'],
    ]);
    expect(sentences(type(complete, 'area', 'cumulative', '9999999999999999'))).toEqual([
      ['figure-area-cumulative', '“area”的“9999999999999999”超出可存储的范围，请检查单位（万㎡）。'],
    ]);
    expect(sentences(type(complete, 'area', 'increment', '很多'))).toEqual([
      ['figure-area-increment', '“area”的“很多”不是数字。'],
    ]);
  });

  it('names a part and its whole with their values', () => {
    expect(sentences(type(complete, 'civil', 'cumulative', '1,466.5'))).toEqual([
      ['figure-civil-cumulative', '“civil”（1,466.50）大于其所属的“area”（466.00）。请核对两项数据。'],
    ]);
  });

  it('names a ratio’s two parts', () => {
    expect(sentences(type(complete, 'share', 'denominator', '465'))).toEqual([
      ['figure-share-denominator', '“share分子”（466.00）大于其所属的“share分母”（465.00）。请核对两项数据。'],
    ]);
    expect(sentences(type(complete, 'share', 'numerator', '3'))).toEqual([
      ['figure-share-denominator', '“share”请同时填写分子和分母。'],
    ]);
  });

  it('says that a pasted pair does not agree', () => {
    const pair = { increment: '1', cumulative: '466', by: 'both' } as const;
    expect(sentences({ ...complete, figures: { ...complete.figures, area: pair } })).toEqual([
      ['figure-area-cumulative', '“area”的本月新增与累计不一致：上月累计加本月新增应等于累计。'],
    ]);
  });
});

const refusal = (pointers: readonly string[]): ProblemDocument => ({
  type: '',
  title: '',
  status: 422,
  detail: '不能保存。',
  instance: '',
  code: 'invalid-request',
  errors: pointers.map((pointer) => ({ pointer, code: 'invalid-field', detail: `关于 ${pointer}` })),
});

const fieldsOf = (pointers: readonly string[]) => refusalProblems(month, refusal(pointers)).map(({ field }) => field);

describe('a refusal of the server', () => {
  it('is one sentence about no field where it names none', () => {
    expect(refusalProblems(month, refusal([]))).toEqual([{ field: null, sentence: '不能保存。' }]);
  });

  it('leads to the fields that it names', () => {
    expect(refusalProblems(month, refusal(['/figures/area']))).toEqual([
      { field: 'figure-area-cumulative', sentence: '关于 /figures/area' },
    ]);
    expect(
      fieldsOf([
        '/figures/area/cumulative',
        '/figures/share',
        '/figures/share/numerator',
        '/figures/share/denominator',
      ]),
    ).toEqual([
      'figure-area-cumulative',
      'figure-share-denominator',
      'figure-share-numerator',
      'figure-share-denominator',
    ]);
    expect(fieldsOf(['/asOf', '/cause', '/remedies', '/note', '/reason'])).toEqual([
      'submission-asOf',
      'submission-cause',
      'submission-remedies',
      'submission-note',
      'submission-reason',
    ]);
  });

  it('leads nowhere where the form has no such field', () => {
    expect(fieldsOf(['', '/figures', '/figures/unknown', '/other/area'])).toEqual([null, null, null, null]);
  });
});

describe('the ids of the fields', () => {
  it('are one a cell and one a text', () => {
    expect(cellId('area', 'increment')).toBe('figure-area-increment');
    expect(textId('reason')).toBe('submission-reason');
    expect([area, steel, share].map(mainField)).toEqual(['cumulative', 'cumulative', 'denominator']);
  });
});
