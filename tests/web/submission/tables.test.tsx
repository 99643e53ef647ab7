/** The form's rows, a correction's comparison, and the choice between two versions, as they are read. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '#api/submissions/contract.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { ChooseValues } from '#web/features/submissions/form/choose-values.tsx';
import { correctionSheet, correctionsIn, CorrectionTable } from '#web/features/submissions/form/correction-table.tsx';
import { FigureTable } from '#web/features/submissions/form/figure-table.tsx';
import { FormContext } from '#web/features/submissions/form/form-context.ts';
import type { FormValue } from '#web/features/submissions/form/form-context.ts';
import { OthersSave } from '#web/features/submissions/form/others-save.tsx';
import { ReturnedNotice } from '#web/features/submissions/form/returned-notice.tsx';
import { sheetOf, typeInto } from '#web/features/submissions/form/sheet.ts';
import type { FigureField, TypedSheet } from '#web/features/submissions/form/typed.ts';
import type { Subject } from '#web/parts/submissions/subject.ts';
import { markupOf, textOf } from '#tests/support/drawn.tsx';
import { figureOf, subject, submission, version } from './month.ts';
import { formValue } from './form-value.ts';
import { startOn } from './session-bench.ts';

beforeAll(() => startText('zh'));

const ignore = () => undefined;
const month = subject();
const empty = sheetOf(month, null);
const type = (sheet: TypedSheet, code: string, field: FigureField, text: string): TypedSheet =>
  typeInto(month, sheet, { code, field }, text);

const formTable = (sheet: TypedSheet, more: Partial<FormValue> = {}, of: Subject = month): string =>
  markupOf(
    <FormContext value={{ ...formValue(of, sheet), ...more }}>
      <FigureTable />
    </FormContext>,
  );

/** The row of one indicator, out of the table's markup. */
const rowIn = (markup: string, code: string): string =>
  markup.split('<fieldset').find((row) => row.includes(`id="name-${code}"`)) ?? '';

/** One input of the table, out of its markup. */
const inputIn = (markup: string, id: string): string =>
  new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(markup)?.[0] ?? '';

describe('the form’s table', () => {
  it('has two cells a row: increment and cumulative, or the two parts of a ratio with their unit', () => {
    const markup = formTable(type(type(empty, 'area', 'cumulative', '400'), 'share', 'denominator', '1600'));
    expect([...markup.matchAll(/<input[^>]*id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'figure-area-increment',
      'figure-area-cumulative',
      'figure-civil-increment',
      'figure-civil-cumulative',
      'figure-share-numerator',
      'figure-share-denominator',
      'figure-steel-increment',
      'figure-steel-cumulative',
      'figure-projects-increment',
      'figure-projects-cumulative',
    ]);
    const labels = (code: string) =>
      [...rowIn(markup, code).matchAll(/<label[^>]*>([^<]*)/g)].map(([, label]) => label);
    expect(labels('area')).toEqual(['本月新增', '累计']);
    expect(labels('share')).toEqual(['分子 (万㎡)', '分母 (万㎡)']);
    expect(inputIn(markup, 'figure-area-increment')).toContain('value="52.00"');
    expect(inputIn(markup, 'figure-area-cumulative')).toContain('value="400"');
    expect(inputIn(markup, 'figure-share-numerator')).toContain('value="400"');
    expect(inputIn(markup, 'figure-share-denominator')).toContain('value="1600"');
    expect(inputIn(markup, 'figure-projects-cumulative')).toContain('value=""');
    expect(inputIn(markup, 'figure-area-cumulative')).toContain('inputMode="decimal"');
    expect(inputIn(markup, 'figure-area-cumulative')).toContain('autoComplete="off"');
    expect(inputIn(markup, 'figure-area-cumulative')).toContain('spellCheck="false"');
  });

  it('names the columns for the eye, and each row for everybody', () => {
    const markup = formTable(empty);
    expect(markup).toMatch(
      /aria-hidden="true"><span>指标<\/span><span>上月累计<\/span><span>去年同月<\/span><span>本月新增<\/span><span>累计<\/span><span>若通过，将为<\/span><span>保存<\/span>/,
    );
    expect(markup).toMatch(/<fieldset[^>]*aria-labelledby="name-area"/);
    expect(rowIn(markup, 'share')).toMatch(/<span id="name-share">share<\/span> <span[^>]*>\(%\) 选填<\/span>/);
    expect(rowIn(markup, 'area')).toContain('指标定义');
  });

  it('says from where a numerator comes, for as long as it follows', () => {
    const followed = formTable(type(empty, 'area', 'cumulative', '400'));
    expect(rowIn(followed, 'share')).toContain('取自“area”');
    expect(rowIn(followed, 'area')).not.toContain('取自');
    const own = formTable(type(empty, 'share', 'numerator', '390'));
    expect(rowIn(own, 'share')).not.toContain('取自');
  });

  it('takes no increment where last month is not known, and nothing where it is read only', () => {
    const markup = formTable(empty);
    // No month of this year is accepted for the stock.
    expect(inputIn(markup, 'figure-steel-increment')).toContain('readOnly=""');
    expect(rowIn(markup, 'steel')).toContain('上月未通过，无法换算本月新增');
    expect(inputIn(markup, 'figure-steel-cumulative')).not.toContain('readOnly=""');
    expect(inputIn(markup, 'figure-area-increment')).not.toContain('readOnly=""');
    expect(rowIn(markup, 'area')).not.toContain('无法换算');
    expect(inputIn(formTable(empty, { readOnly: true }), 'figure-area-cumulative')).toContain('readOnly=""');
  });

  it('says what is wrong under its row, tied to its cell', () => {
    const sheet = type(type(empty, 'area', 'cumulative', '12万'), 'civil', 'increment', '1');
    const problems = [
      { field: 'figure-civil-cumulative', sentence: '“civil”须核对。' },
      { field: null, sentence: '与表格无关。' },
    ];
    const markup = formTable(sheet, { problems });
    expect(inputIn(markup, 'figure-area-cumulative')).toContain('aria-describedby="figure-area-cumulative-error"');
    expect(rowIn(markup, 'area')).toMatch(/<p id="figure-area-cumulative-error"[^>]*>[^<]*“12万”/);
    expect(inputIn(markup, 'figure-area-increment')).not.toContain('-error');
    expect(rowIn(markup, 'civil')).toMatch(/<p id="figure-civil-cumulative-error"[^>]*>“civil”须核对。<\/p>/);
    expect(markup).not.toContain('与表格无关');
  });

  it('notes what a reviewer will be pointed to, and what another version says', () => {
    // 340 is less than the 348 that are accepted.
    const markup = formTable(type(empty, 'area', 'cumulative', '340'), {
      stateOf: (code) => (code === 'area' ? 'waiting' : null),
      markOf: (code) => (code === 'civil' ? '退回时 200.00' : null),
    });
    expect(rowIn(markup, 'area')).toContain('请再核对——area：累计 340.00 小于此前已通过的 348.00 万㎡');
    expect(rowIn(markup, 'civil')).not.toContain('请再核对');
    expect(rowIn(markup, 'civil')).toContain('退回时 200.00');
    expect(rowIn(markup, 'area')).not.toContain('退回时');
    expect(rowIn(markup, 'area')).toContain('待保存');
    expect(rowIn(markup, 'civil')).not.toContain('待保存');
  });

  it('shows last month and the same month last year beside the cells', () => {
    const [first, ...others] = submission().context;
    const context = [
      { ...first!, lastMonth: figureOf('area', 348), sameMonthLastYear: figureOf('area', 287.5) },
      ...others,
    ];
    const row = rowIn(formTable(empty, {}, subject(submission({ context }))), 'area');
    expect(row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
      '上月累计 348.00 去年同月 287.50 本月新增',
    );
  });
});

describe('a correction’s comparison', () => {
  it('has the old and the new value of what changes, and the level of each', () => {
    const report = version({ state: 'accepted', figures: [figureOf('area', 400), figureOf('civil', 200)] });
    const [first, ...others] = submission().context;
    const accepted = [...first!.accepted, { month: 10, asOf: '2020-10-31', cumulative: 400, denominator: null }];
    const about = subject(
      submission({ status: 'accepted', versions: [report], context: [{ ...first!, accepted }, ...others] }),
    );
    const sheet = typeInto(about, correctionSheet(about), { code: 'area', field: 'cumulative' }, '490.5');
    const text = textOf(
      <CorrectionTable subject={about} asOf="2020-10-31" corrections={correctionsIn(about, sheet)} />,
    );
    expect(text).toContain('指标 原值 更正为 现状 若通过');
    // 400 and 490.5 of 600 against 81.72 %: 66.67 − 81.72 and 81.75 − 81.72.
    expect(text).toContain('area (万㎡) 400.00 490.50 滞后 −15.05 个百分点 正常 +0.03 个百分点');
    expect(text).not.toContain('civil (');
  });
});

describe('a choice between two versions', () => {
  const theirs = sheetOf(month, version({ figures: [figureOf('area', 380)], cause: '他们的原因' }));
  const mine = type(theirs, 'area', 'cumulative', '385.5');

  it('has both values of each, none chosen beforehand, and cannot be kept before all are', () => {
    const markup = markupOf(
      <ChooseValues
        subject={month}
        mine={{ ...mine, cause: '' }}
        theirs={theirs}
        title="不同"
        hint="请选择"
        words={{ theirs: '对方的值', allMine: '全部用我的', allTheirs: '全部用对方的' }}
        onChosen={ignore}
      />,
    );
    expect([...markup.matchAll(/<legend>([^<]*)/g)].map(([, name]) => name)).toEqual(['area', '原因']);
    expect(markup).not.toContain('checked');
    expect(markup).toMatch(/<button[^>]*disabled[^>]*>.*?保存所选/);
    expect(markup).toContain('还有 2 项未选择。');
    expect(markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
      'area 我的值 385.5 对方的值 380.00 原因 我的值 （空） 对方的值 他们的原因',
    );
  });

  const conflict = (current: Submission): string =>
    textOf(
      <OthersSave
        subject={month}
        state={{
          ...startOn(submission()),
          phase: 'conflict',
          typed: mine,
          sending: null,
          kept: 'kept',
          problem: null,
          current,
        }}
        startOn={startOn}
        onReceive={ignore}
        onResolve={ignore}
        onGiveUp={ignore}
      />,
    );

  it('names who did last what: decided, sent or saved', () => {
    const saved = version({ savedBy: 'official', savedAt: '2020-10-19T01:12:00.000Z' });
    const sent = { ...saved, submittedBy: 'lishui', submittedAt: '2020-10-19T01:20:00.000Z' };
    const decided = { ...sent, decidedBy: 'official', decidedAt: '2020-10-19T01:30:00.000Z' };
    const titleOf = (newest: typeof saved) => conflict(submission({ versions: [newest] })).split(' 修改了')[0];
    expect(titleOf(saved)).toBe('建筑业管理处 在 2020-10-19 09:12');
    expect(titleOf(sent)).toBe('您（或同一账号的其他窗口） 在 2020-10-19 09:20');
    expect(titleOf(decided)).toBe('建筑业管理处 在 2020-10-19 09:30');
  });

  it('is none where the month can no longer be saved', () => {
    const can = {
      save: false,
      submit: false,
      withdraw: false,
      accept: false,
      return: false,
      correct: false,
      revoke: false,
    };
    const locked = conflict(submission({ can, versions: [version({ state: 'submitted' })] }));
    expect(locked).toContain('对方已报送或审核已完成，不能再保存。您填写的内容仍保留在本机。 查看对方的版本');
    expect(locked).not.toContain('全部用');
    expect(conflict(submission({ versions: [version()] }))).toContain('您的值和对方的值都已保留。');
  });
});

describe('why a month came back', () => {
  it('is the reviewer’s own words, with who and when', () => {
    const back = {
      ...version({ state: 'returned' }),
      returnReason: '请核对',
      decidedBy: 'official',
      decidedAt: '2020-10-16T03:30:00.000Z',
    };
    expect(textOf(<ReturnedNotice version={back} />)).toBe('退回理由 请核对 建筑业管理处 于 2020-10-16 11:30 退回');
  });
});
