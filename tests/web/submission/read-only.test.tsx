import { beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '#api/submissions/contract.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { ReadOnly } from '#web/features/submissions/form/read-only.tsx';
import { markupOf, textOf, type Viewer } from '#tests/support/drawn.tsx';
import { figureOf, subject, submission, version } from './month.ts';

beforeAll(() => startText('zh'));

const owner = { person: 'lishui', region: '330300', year: 2020, month: 10, purpose: 'report' } as const;
const reporter: Viewer = { region: owner.region };
const official: Viewer = { name: 'official', role: 'official', region: null };
const nothing = {
  save: false,
  submit: false,
  withdraw: false,
  accept: false,
  return: false,
  correct: false,
  revoke: false,
};
const report = version({ state: 'accepted', figures: [figureOf('area', 400)], cause: '供地推迟' });

const drawn = (more: Partial<Submission>, viewer: Viewer = reporter) =>
  textOf(<ReadOnly owner={owner} subject={subject(submission({ can: nothing, ...more }))} />, viewer);

const waitingNote = '审核期间不能修改。如需修改，请联系省厅退回。';
const acceptedNote = '已通过的数据不能直接改写；如有错误，请提交更正，更正通过前以原数据为准。';
const notBegun = '该市尚未填报。';

describe('why a month is only read', () => {
  it('is said to the bureau, to which it matters', () => {
    for (const status of ['submitted', 'resubmitted'] as const) {
      const text = drawn({ status, versions: [{ ...report, state: 'submitted' }] });
      expect(text).toContain(waitingNote);
      expect(text).not.toContain(acceptedNote);
      expect(drawn({ status, versions: [report] }, official)).not.toContain(waitingNote);
    }
    expect(drawn({ status: 'accepted', versions: [report] })).toContain(acceptedNote);
    expect(drawn({ status: 'accepted', versions: [report] })).not.toContain(waitingNote);
    expect(drawn({ status: 'accepted', versions: [report] }, official)).not.toContain(acceptedNote);
  });

  it('is that nothing was sent, for the department', () => {
    expect(drawn({ status: 'missing' }, official)).toBe(notBegun);
    expect(drawn({ status: 'missing' })).toBe('');
    expect(drawn({ status: 'accepted', versions: [report] }, official)).not.toContain(notBegun);
  });

  it('is that a region below reports it, for the bureau above, with no way to what is not its own', () => {
    const text = drawn({ status: 'submitted', versions: [{ ...report, state: 'submitted' }] }, { region: '330000' });
    expect(text).toContain('这是下级地区的月报，由该地区住建部门填报、修改；此处只能查看其已报送的内容。');
    expect(text).toContain('400.00');
    expect(text).not.toContain(waitingNote);
    expect(text).not.toContain('打印签字盖章页');
  });

  it('is why it came back, where it did', () => {
    const returned = version({
      state: 'returned',
      returnReason: '请核对',
      decidedBy: 'official',
      decidedAt: '2020-10-16T03:30:00.000Z',
    });
    expect(drawn({ status: 'returned', versions: [returned] }, official)).toContain(
      '退回理由 请核对 建筑业管理处 于 2020-10-16 11:30 退回',
    );
    expect(drawn({ status: 'accepted', versions: [{ ...report, returnReason: '旧' }] })).not.toContain('退回理由');
  });
});

const acceptedMarkup = (can: Partial<Submission['can']>, month = 10) =>
  markupOf(
    <ReadOnly
      owner={owner}
      subject={subject(submission({ month, status: 'accepted', versions: [report], can: { ...nothing, ...can } }))}
    />,
    reporter,
  );

describe('what can be done with a month that is read', () => {
  it('is what this person may do, each a link', () => {
    expect(acceptedMarkup({})).not.toMatch(/报送更新的截止日|>更正<|去审核/);
    expect(acceptedMarkup({ save: true })).toMatch(/href="[^"]*view=report"/);
    expect(acceptedMarkup({ save: true })).toContain('报送更新的截止日');
    expect(acceptedMarkup({ correct: true, revoke: false })).toMatch(/href="[^"]*view=correct"/);
    expect(acceptedMarkup({ correct: true, revoke: false })).not.toContain('报送更新的截止日');
    expect(acceptedMarkup({ accept: true })).toMatch(/href="\/review\?open=[^"]*2020-10-330300/);
    expect(acceptedMarkup({ accept: true })).not.toMatch(/view=/);
    expect(acceptedMarkup({ accept: true }, 9)).toMatch(/2020-09-330300/);
  });
});

describe('what a month says', () => {
  it('is its newest version: number, day, figures and words', () => {
    const text = drawn({ status: 'accepted', versions: [report] });
    expect(text).toContain('第 1 版数据，截止 2020-10-31');
    expect(text).toContain('进度状态');
    expect(text).toContain('area (万㎡) 400.00 +52.00');
    expect(text).toContain('按现行规则推算，不含其他设区市的影响；浙江没有公布官方预警阈值。');
    expect(text).toMatch(/原因 供地推迟 打印签字盖章页$/);
    expect(drawn({ status: 'submitted', versions: [{ ...report, state: 'submitted' }] })).toContain('若通过');
  });
});
