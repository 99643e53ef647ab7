/** The review's rare branches, drawn from replies written by hand: a correction, one's own report, nothing left. */
import { beforeAll, describe, expect, it } from 'vitest';
import { listRules } from '#api/rules/contract.ts';
import { getSubmission, listSubmissions } from '#api/submissions/contract.ts';
import { reviewQueue } from '#api/submissions/review-contract.ts';
import type { Hint, Submission, SubmissionLine, SubmissionVersion } from '#api/submissions/contract.ts';
import { query } from '#web/api/queries.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { pageAt, regionOf, rowsIn, wordsIn } from '../rendered.tsx';
import { area, figureOf, rules, submission, version } from '../submission/month.ts';

beforeAll(() => startText('zh'));

const place = { year: 2020, month: 10, region: '330300' };
const line = (more: Partial<SubmissionLine> = {}): SubmissionLine => ({
  ...place,
  status: 'submitted',
  version: 2,
  dueOn: '2020-11-05',
  closesOn: null,
  notOwed: null,
  overdue: false,
  closed: false,
  daysLate: null,
  asOf: '2020-10-18',
  submittedBy: 'wenzhou',
  submittedAt: '2020-10-18T09:25:00.000Z',
  decidedAt: null,
  kind: 'submission',
  returnReason: null,
  acceptedAsOf: null,
  done: false,
  openComments: 0,
  hints: [],
  ...more,
});
const waitingFor = (newest: Partial<SubmissionVersion>, more: Partial<Submission> = {}): Submission =>
  submission({
    status: 'submitted',
    version: 2,
    versions: [version({ state: 'submitted', figures: [figureOf('area', 360)], ...newest })],
    can: { save: false, submit: false, withdraw: false, accept: true, return: true, correct: false, revoke: false },
    ...more,
  });

interface Shown {
  readonly waiting?: readonly SubmissionLine[];
  readonly lines?: readonly SubmissionLine[];
  readonly opened?: Submission;
  readonly search?: string;
}

const drawn = ({ waiting = [line()], lines = [], opened, search = '' }: Shown) =>
  pageAt(`/review${search}`, {
    regions: [regionOf('330300', '温州'), regionOf('331100', '丽水')],
    indicators: [area],
    read: [
      { of: query(reviewQueue, {}), reply: { waiting, today: '2020-10-19', loads: 0, undoable: [] } },
      { of: query(listSubmissions, { query: { year: 2020 } }), reply: { submissions: lines, months: [] } },
      { of: query(listRules, {}), reply: rules },
      ...(opened === undefined ? [] : [{ of: query(getSubmission, { params: place }), reply: opened }]),
    ],
  });
const worded = async (shown: Shown) => wordsIn(await drawn(shown));
const open = '?open=2020-10-330300';

const at = (month: number, region: string, more: Partial<SubmissionLine>) => line({ month, region, ...more });

describe('the queue', () => {
  it('is counted in its sentence: several, one, none', async () => {
    const two = await worded({ waiting: [line(), line({ region: '331100' })] });
    expect(two).toContain('2 份报送待审，按需要留意的程度排列。');
    expect(await worded({})).toContain('1 份报送待审。');
    const none = await drawn({ waiting: [] });
    expect(wordsIn(none)).toContain('没有待审的报送。');
    expect(none).not.toContain('aria-label="待审报送"');
  });

  it('marks the one that is open, and says of each who sent it, when, and what to look at', async () => {
    const hints: Hint[] = [{ code: 'falling', indicator: 'area', value: 340, against: 348, weight: 16 }];
    const waiting = [line({ hints }), line({ region: '331100', status: 'resubmitted', submittedBy: 'lishui' })];
    const markup = await drawn({ waiting, opened: waitingFor({}), search: open });
    expect(wordsIn(markup)).toContain(
      '温州 2020年10月 已报送 wenzhou 报送于 2020-10-18 17:25 area：累计 340.00 小于此前已通过的 348.00 万㎡',
    );
    expect(wordsIn(markup)).toContain('丽水 2020年10月 复报待审 lishui 报送于 2020-10-18 17:25 没有需要特别留意之处');
    expect(markup.match(/aria-current="\w+"[^>]*>温州/g)).toHaveLength(1);
    expect(markup).not.toMatch(/aria-current="\w+"[^>]*>丽水/);
  });

  it('stands under the coverage of the two latest months', async () => {
    const lines = [
      at(8, '330300', { status: 'missing' }),
      at(10, '330300', { status: 'draft' }),
      at(10, '331100', { status: 'submitted' }),
      at(9, '330300', { status: 'accepted', acceptedAsOf: '2020-09-30', done: true }),
      at(9, '331100', { status: 'accepted', acceptedAsOf: '2020-09-30', done: true }),
    ];
    const words = await worded({ lines });
    expect(words).toContain('2020年10月：0/2 已审；尚未报送或已退回：温州 2020年9月：2/2 已审');
    expect(words).not.toContain('2020年8月：');
  });
});

describe('an opened report', () => {
  it('says that it corrects what was accepted, and that nobody decides on their own', async () => {
    const correction = await worded({ opened: waitingFor({ kind: 'correction' }), search: open });
    expect(correction).toContain('这是对已通过数据的更正；通过前原数据有效。');
    expect(correction).not.toContain('不能审核自己报送的数据');
    const can = {
      save: false,
      submit: false,
      withdraw: false,
      accept: false,
      return: false,
      correct: false,
      revoke: false,
    };
    const own = await drawn({ opened: waitingFor({}, { can }), search: open });
    expect(wordsIn(own)).toContain('不能审核自己报送的数据，请由另一人审核。');
    expect(wordsIn(own)).not.toContain('更正；');
    expect(own.match(/<button[^>]* disabled=""/g)).toHaveLength(2);
    expect(await drawn({ opened: waitingFor({}), search: open })).not.toMatch(/<button[^>]* disabled=""/);
  });

  it('shows its hints and what the bureau wrote, or that there is none', async () => {
    const silent = await worded({ opened: waitingFor({}), search: open });
    expect(silent).toContain('提示 没有需要特别留意之处 提示只供参考，不影响审核。');
    expect(silent).toContain('市局说明 市局没有填写说明。');
    for (const said of [{ cause: '土地供应推迟' }, { remedies: '专班推进' }, { note: '含两个新项目' }]) {
      const words = await worded({ opened: waitingFor(said), search: open });
      expect(words).toContain(Object.values(said)[0]);
      expect(words).not.toContain('市局没有填写说明。');
    }
    const hints: Hint[] = [{ code: 'jump', indicator: 'area', value: 150, against: 42, weight: 4 }];
    expect(await worded({ opened: waitingFor({}, { hints }), search: open })).toContain(
      '提示 area：每月新增 150.00 万㎡，远高于以往各月的中位数 42.00 提示只供参考',
    );
  });

  it('sets each figure beside what was accepted before', async () => {
    const markup = await drawn({ opened: waitingFor({ asOf: '2020-10-18' }), search: open });
    // 360 − 348; at the end of September 58.00 − 72.95, on 18 October 60.00 − 78.04.
    expect(rowsIn(markup)[1]).toMatch(
      /^area \(万㎡\) \| 360\.00 \| \+12\.00 \| -- \| -- \| 滞后−14\.95 个百分点 \| 滞后−18\.04 个百分点$/,
    );
    expect(wordsIn(markup)).toContain('温州2020年10月报送数据，截止 2020-10-18');
  });

  it('is gone once it was decided, or was never sent', async () => {
    const gone = '所选报送已不在待审之列。';
    expect(await worded({ opened: waitingFor({ state: 'accepted' }), search: open })).toContain(gone);
    expect(await worded({ opened: submission(), search: open })).toContain(gone);
    expect(await worded({ opened: waitingFor({}), search: open })).not.toContain(gone);
    // An address that names nothing opens nothing.
    expect(await worded({ search: '?open=rule' })).not.toContain(gone);
  });
});
