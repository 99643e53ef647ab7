/** The parts of the form as they are read: whether it is saved, what is wrong, what is asked. */
import { beforeAll, describe, expect, it } from 'vitest';
import { startText } from '#web/text/messages/use-text.ts';
import type { SessionState } from '#web/features/submissions/form/draft-session.ts';
import type { FormValue } from '#web/features/submissions/form/form-context.ts';
import { FormShell } from '#web/features/submissions/form/form-shell.tsx';
import { PreviewCell } from '#web/features/submissions/form/level-preview.tsx';
import { OthersSave } from '#web/features/submissions/form/others-save.tsx';
import { RowStateMark } from '#web/features/submissions/form/row-state.tsx';
import { SaveLine } from '#web/features/submissions/form/save-line.tsx';
import { sheetOf } from '#web/features/submissions/form/sheet.ts';
import { markupOf, textOf } from '#tests/support/drawn.tsx';
import { area, share, subject, submission, version } from './month.ts';
import { formValue } from './form-value.ts';
import { problem, startOn } from './session-bench.ts';

beforeAll(() => startText('zh'));

const empty = sheetOf(subject(), null);
const ignore = () => undefined;

const idle: SessionState = {
  phase: 'idle',
  typed: empty,
  acknowledged: empty,
  version: 0,
  savedAt: null,
  sending: null,
  kept: 'nothing',
  problem: null,
  current: null,
};

const said = (more: Partial<SessionState>) => textOf(<SaveLine state={{ ...idle, ...more }} onRetry={ignore} />);

const isHeavy = (phase: SessionState['phase']) =>
  /class="[^"]*trouble/.test(markupOf(<SaveLine state={{ ...idle, phase }} onRetry={ignore} />));

describe('the line that says whether what was typed is saved', () => {
  const savedAt = '2020-10-19T01:12:00.000Z';

  it('says when it was saved, with the day of an earlier one', () => {
    expect(said({})).toBe('尚未保存；输入后自动保存。');
    expect(said({ savedAt })).toBe('已保存 09:12');
    expect(said({ savedAt: '2020-10-18T12:15:00.000Z' })).toBe('已保存 2020-10-18 20:15');
    expect(said({ savedAt, kept: 'kept' })).toBe('已保存 09:12；有误的单元格仅保留在本机，改正后自动保存。');
  });

  it('says what goes on', () => {
    expect(said({ phase: 'waiting', kept: 'kept' })).toBe('正在输入，稍后自动保存；已保留在本机。');
    expect(said({ phase: 'saving', kept: 'kept' })).toBe('正在保存…');
    expect(said({ phase: 'conflict', kept: 'kept' })).toBe('他人已修改，自动保存已暂停，请先核对双方的值。');
  });

  it('says why it is not saved, and offers another try where that can help', () => {
    const why = problem(503, '系统暂时无法服务。');
    expect(said({ phase: 'unanswered', kept: 'kept', problem: why })).toBe(
      '暂时无法保存：系统暂时无法服务。内容已保留在本机，将自动重试。 立即重试',
    );
    expect(said({ phase: 'refused', kept: 'kept', problem: why })).toBe('未能保存：系统暂时无法服务。');
    expect(said({ phase: 'refused', kept: 'kept' })).toBe('未能保存：');
  });

  it('warns where this device keeps nothing, as long as it matters', () => {
    const warning = '暂时无法保存，且本机不允许保留内容。请勿关闭本页。';
    expect(said({ phase: 'waiting', kept: 'refused' })).toBe(warning);
    expect(said({ phase: 'unanswered', kept: 'refused' })).toContain(warning);
    expect(said({ phase: 'idle', kept: 'refused', savedAt })).not.toContain(warning);
  });

  it('stands out in trouble alone', () => {
    expect([isHeavy('unanswered'), isHeavy('refused'), isHeavy('conflict')]).toEqual([true, true, true]);
    expect([isHeavy('idle'), isHeavy('waiting'), isHeavy('saving')]).toEqual([false, false, false]);
  });
});

const markOf = (state: Parameters<typeof RowStateMark>[0]['state']) => textOf(<RowStateMark state={state} />);

describe('the state of a row', () => {
  it('is a sign and a word', () => {
    expect(markOf(null)).toBe('');
    expect(markOf('empty')).toBe('未填');
    expect(markOf('saved')).toBe('✓ 已保存');
    expect(markOf('saving')).toBe('… 正在保存');
    expect(markOf('waiting')).toBe('· 待保存');
    expect(markOf('invalid')).toBe('! 有误，未保存');
    expect(markOf('conflict')).toBe('⇄ 有冲突');
  });

  it('is heavier where something must be done, and its sign is not read aloud', () => {
    expect(markupOf(<RowStateMark state="invalid" />)).toMatch(/class="[^"]*trouble/);
    expect(markupOf(<RowStateMark state="conflict" />)).toMatch(/class="[^"]*trouble/);
    expect(markupOf(<RowStateMark state="waiting" />)).not.toMatch(/trouble/);
    expect(markupOf(<RowStateMark state="saved" />)).toContain('<span aria-hidden="true">✓</span>');
  });
});

describe('what a row would mean', () => {
  const nothing = { reading: { state: 'empty' }, share: null, standing: null, turns: [], hints: [] } as const;

  it('is nothing where nothing can be told', () => {
    expect(textOf(<PreviewCell indicator={area} preview={nothing} />)).toBe('');
  });

  it('is what would turn it, in its unit', () => {
    const turns = [{ level: 'watch', by: '2020-10-31', add: 695_500 }] as const;
    expect(textOf(<PreviewCell indicator={area} preview={{ ...nothing, turns }} />)).toBe(
      '截至 2020-10-31 再增 69.55 万㎡ → 预警',
    );
  });

  it('is its share, none of nothing', () => {
    expect(textOf(<PreviewCell indicator={share} preview={{ ...nothing, share: 0.24375 }} />)).toBe('占比 24.38%');
    expect(textOf(<PreviewCell indicator={share} preview={{ ...nothing, share: 0 }} />)).toBe('占比 0.00%');
  });
});

/** A form of no indicators: what stands around the table. */
const shell = (more: Partial<FormValue>, attempts = 0): string =>
  markupOf(
    <FormShell
      form={{ ...formValue({ ...subject(), indicators: [] }, empty), ...more }}
      attempts={attempts}
      actions={null}
      onCheck={ignore}
    />,
  );

describe('the list of what must be mended', () => {
  it('links what has a field, and is not there where nothing must', () => {
    expect(shell({}, 1)).not.toContain('需要修改');
    const problems = [
      { field: 'figure-area-cumulative', sentence: '请填写累计。' },
      { field: null, sentence: '没有任何改动。' },
    ];
    expect(shell({ problems })).not.toContain('需要修改');
    const markup = shell({ problems }, 1);
    expect(markup).toContain('有 2 处需要修改');
    // It takes the focus by itself, and is no stop on the way through the form.
    expect(markup).toContain('tabindex="-1"');
    expect(markup).toContain('<a href="#figure-area-cumulative">请填写累计。</a>');
    expect(markup).toContain('<li>没有任何改动。</li>');
  });
});

/** Of the form, what follows on the table. */
const explanation = (more: Partial<FormValue>): string => shell(more).split('</section>').slice(1).join('');

const labels = (markup: string) => [...markup.matchAll(/<label[^>]*>([^<]*)/g)].map(([, label]) => label);

describe('the explanation', () => {
  it('asks for the note alone where nothing must be explained', () => {
    expect(labels(explanation({}))).toEqual(['备注（选填）']);
    expect(explanation({})).not.toContain('原因和措施');
  });

  it('asks a correction for cause and measures where a core indicator would be watch or behind', () => {
    expect(labels(explanation({ explain: 'watch' }))).toEqual(['备注（选填）']);
    const markup = explanation({ kind: 'correction', explain: 'watch' });
    expect(labels(markup)).toEqual(['原因', '措施', '更正理由（必填）']);
    expect(markup).toContain('按这些数据，核心指标将为“预警”，请说明原因和措施。');
  });

  it('keeps in view what was written before of a correction', () => {
    for (const written of [{ cause: '供地推迟' }, { remedies: '专班推进' }]) {
      const markup = explanation({ kind: 'correction', sheet: { ...empty, ...written } });
      expect(labels(markup)).toEqual(['原因', '措施', '更正理由（必填）']);
      expect(markup).toContain('<h2>原因和措施</h2>');
      expect(markup).not.toContain('请说明原因和措施');
    }
  });

  it('asks a correction for its reason, and says what is wrong at the field', () => {
    const problems = [{ field: 'submission-reason', sentence: '请写明更正理由' }];
    const markup = explanation({ kind: 'correction', problems });
    expect(labels(markup)).toEqual(['更正理由（必填）']);
    expect(markup).toContain('id="submission-reason"');
    expect(markup).toContain('请写明更正理由');
    expect(explanation({ problems })).not.toContain('请写明更正理由');
    expect(explanation({})).toContain('id="submission-note"');
  });

  it('takes no more than the server does, and nothing where it is read only', () => {
    expect(explanation({})).toContain('maxLength="2000"');
    expect(explanation({ readOnly: true })).toContain('readOnly=""');
    expect(explanation({})).not.toContain('readOnly=""');
  });
});

/** Of the form, what stands above the table. */
const asOfInput = (readOnly: boolean, problems: FormValue['problems'] = []): string =>
  shell({
    sheet: { ...empty, asOf: '2020-10-19' },
    window: { earliest: '2020-10-01', latest: '2020-10-19' },
    problems,
    readOnly,
  }).split('<section')[0] ?? '';

describe('the as-of day', () => {
  it('is a day of the window, with what is wrong at it', () => {
    const markup = asOfInput(false, [
      { field: 'submission-asOf', sentence: '没有这一天。' },
      { field: 'submission-note', sentence: '别处' },
    ]);
    expect(markup).toContain('2020-10-01 至 2020-10-19');
    expect(markup).toMatch(/min="2020-10-01" max="2020-10-19"/);
    expect(markup).toContain('value="2020-10-19"');
    expect(markup).toContain('没有这一天。');
    expect(markup).not.toContain('别处');
    expect(markup).not.toContain('readOnly=""');
    expect(asOfInput(true)).toContain('readOnly=""');
  });
});

const announced = (of: Parameters<typeof submission>[0]) =>
  textOf(
    <OthersSave
      subject={subject(submission({ version: 1, ...of }))}
      state={idle}
      startOn={startOn}
      onReceive={ignore}
      onResolve={ignore}
      onGiveUp={ignore}
    />,
  );

describe('a version that somebody else saved', () => {
  it('names who saved it and when', () => {
    const other = (savedBy: string) => announced({ versions: [version({ savedBy })] });
    expect(other('official')).toBe('建筑业管理处 在 2020-10-19 09:12 保存了另一版本 查看差异');
    expect(other('lishui')).toContain('您（或同一账号的其他窗口） 在');
    // An account that is gone is shown by its name.
    expect(other('gone')).toContain('gone 在');
    expect(announced({})).toContain('在 -- 保存了另一版本');
    // Nothing newer than what the form is on.
    expect(announced({ version: 0 })).toBe('');
  });
});
