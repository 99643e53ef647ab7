/** The last look before a month is sent, as it is read: its figures, and what is to be explained. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '#api/submissions/contract.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { CheckAnswers } from '#web/features/submissions/form/check-answers.tsx';
import { missingWords, wantedWords, withWord } from '#web/features/submissions/form/explanations.ts';
import { levelPreviews, levelToExplain } from '#web/features/submissions/form/level-preview.tsx';
import { sheetOf, typeInto } from '#web/features/submissions/form/sheet.ts';
import type { FigureField, TypedSheet } from '#web/features/submissions/form/typed.ts';
import type { Subject } from '#web/parts/submissions/subject.ts';
import { markupOf, textOf } from '#tests/support/drawn.tsx';
import { figureOf, subject, submission, version } from './month.ts';

beforeAll(() => startText('zh'));

const ignore = () => undefined;
const month = subject();
const empty = sheetOf(month, null);
const type = (sheet: TypedSheet, code: string, field: FigureField, text: string): TypedSheet =>
  typeInto(month, sheet, { code, field }, text);

/** A month whose report of 380 came back, mended to 400. */
const returned = version({ number: 1, state: 'returned', figures: [figureOf('area', 380), figureOf('civil', 190)] });
const check = (of: Subject, checked: TypedSheet) => (
  <CheckAnswers
    subject={of}
    sheet={checked}
    previews={levelPreviews(of, checked)}
    explain={levelToExplain(of, levelPreviews(of, checked))}
    onChange={ignore}
    saved={async () => 1}
    onBack={ignore}
    onSubmitted={ignore}
    onFailed={ignore}
  />
);
const answers = (of: Submission, sheet: TypedSheet): string => textOf(check(subject(of), sheet));
const checkText = (checked: TypedSheet): string => textOf(check(month, checked));

const wanted = '下列数据有提示，请各写一句说明；不写也能报送，审核时会看到。';

describe('the last look before sending', () => {
  const sheet = type(
    type(type(empty, 'area', 'cumulative', '400'), 'share', 'denominator', '1600'),
    'civil',
    'cumulative',
    '190',
  );

  it('has every figure with its increment and level, and no column of a return where nothing came back', () => {
    const text = answers(submission(), sheet);
    expect(text).toContain('指标 累计 本月新增 上月累计 若通过，将为 area');
    // 400 − 348, and 400 of 600 against 81.72 % by the end of October.
    expect(text).toContain('area (万㎡) 400.00 +52.00 -- 滞后 −15.05 个百分点 civil (万㎡) 190.00 +16.00 -- 未定目标');
    expect(text).toMatch(/share \(%\) 25\.00% 400\.00 \/ 1,600\.00 -- --/);
    expect(text).toContain('steel (万㎡) -- -- -- --');
  });

  it('has what came back beside it, and marks what is not the same', () => {
    const of = submission({ versions: [returned] });
    expect(answers(of, sheet)).toContain('上月累计 退回时 若通过，将为');
    expect(answers(of, sheet)).toContain('area (万㎡) 400.00 +52.00 -- 380.00 滞后');
    const markup = markupOf(check(subject(of), sheet));
    const cells = [...markup.matchAll(/<\/th><td( class="[^"]*changed[^"]*")?>/g)].map(([, mark]) => mark);
    // The area is mended, civil is as it was returned, the others were not reported then.
    expect(cells.map((mark) => mark !== undefined)).toEqual([true, false, false, false, false]);
  });

  it('ends with the day, the words, the hints and what it means to send', () => {
    const text = checkText({ ...sheet, cause: '供地推迟', asOf: '2020-10-19' });
    expect(text).toMatch(/^报送前请核对/);
    expect(text).toMatch(
      /截止日 2020-10-19 原因和措施 按这些数据，核心指标将为“预警”，请说明原因和措施。 原因 供地推迟 措施 /,
    );
    expect(text).toMatch(/说明（projects） 报送后不能修改，直到省厅退回。 确认报送 返回修改 打印签字盖章页$/);
    const falling = checkText(type(sheet, 'area', 'cumulative', '340'));
    expect(falling).toContain(`${wanted} area：累计 340.00 小于此前已通过的 348.00 万㎡ 说明（area）`);
    expect(checkText(type(sheet, 'projects', 'cumulative', '6'))).not.toContain(wanted);
    // What is left out is not passed over in silence where earlier months had it; steel never had.
    const little = checkText(type(empty, 'area', 'cumulative', '418.5'));
    expect(little).toContain(
      'share：本月无数，而此前月份有数 说明（share） projects：本月无数，而此前月份有数 说明（projects）',
    );
    expect(little).not.toContain('steel：未填');
  });

  it('asks why a required indicator is not applicable, and says what was answered in the place of a figure', () => {
    const absent = { ...type(sheet, 'civil', 'cumulative', '不适用'), words: { projects: '无' } };
    const text = checkText(absent);
    expect(text).toContain('civil (万㎡) 不适用 -- -- --');
    expect(text).toContain('为什么不适用（civil，必填）');
    const previews = levelPreviews(month, absent);
    const missing = (words: TypedSheet['words']) =>
      missingWords({ t: textNow, language: 'zh' }, wantedWords(month, previews), { words }).map(({ field }) => field);
    expect(missing({})).toEqual(['word-civil']);
    expect(missing({ civil: ' ' })).toEqual(['word-civil']);
    expect(missing({ civil: '无此类项目' })).toEqual([]);
    expect(withWord(absent, 'projects', '').words).toEqual({});
    expect(withWord(absent, 'civil', '无').words).toEqual({ projects: '无', civil: '无' });
  });
});
