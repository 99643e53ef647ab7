/** The interviews' rare branches, drawn from replies written by hand: several interviews, none, late items, no source. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#api/http/endpoint.ts';
import { getInterview, listInterviews } from '#api/interviews/contract.ts';
import type { ChecklistItem, Interview, InterviewLine } from '#api/interviews/contract.ts';
import { getItem } from '#api/interviews/item-contract.ts';
import type { ItemHistory } from '#api/interviews/item-contract.ts';
import { query } from '#web/api/queries.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { itemOf as item, nothingAllowed as no } from './item.ts';
import { pageAt, regionOf, rowsIn, wordsIn } from '../rendered.tsx';

beforeAll(() => startText('zh'));

const regions = [regionOf('330300', '温州'), regionOf('331100', '丽水')];
const duty = { evidence: false, owner: '', dueOn: '2020-10-30' };
const interviewOf = (items: readonly ChecklistItem[], more: Partial<Interview> = {}): Interview => ({
  id: 'm1',
  state: 'held',
  version: 1,
  heldOn: '2020-10-15',
  place: '',
  agenda: '',
  minutes: '',
  attendants: [],
  areas: [],
  calledAt: null,
  kind: 'joint',
  can: { edit: false, call: false, hold: false, close: false, cancel: false, acknowledge: false, state: false },
  title: { zh: '约谈会', en: 'Interview' },
  notice: { zh: '会上通报了进展。', en: '' },
  origin: 'reported',
  source: null,
  today: '2020-11-02',
  requirements: [
    {
      key: 'a',
      title: { zh: '完成任务', en: '' },
      items: [
        { key: '1.1', title: { zh: '专题学习', en: '' }, checkedBy: 'person', ...duty },
        { key: '2.4', title: { zh: '倒排计划', en: '' }, checkedBy: 'back-plan', ...duty },
      ],
    },
  ],
  regions: ['331100', '330300'],
  items: [...items],
  ...more,
});
const listed = async (interviews: readonly InterviewLine[], role: Role = 'official') =>
  pageAt('/interviews', { role, regions, read: [{ of: query(listInterviews, {}), reply: interviews }] });

interface Opened {
  readonly role?: Role;
  readonly open?: ChecklistItem;
  readonly history?: ItemHistory['history'];
}

const drawn = (interview: Interview, { role = 'official', open, history = [] }: Opened = {}) =>
  pageAt(`/interviews/m1${open === undefined ? '' : `?open=${open.region}-${open.item}`}`, {
    role,
    regions,
    read: [
      { of: query(getInterview, { params: { interview: 'm1' } }), reply: interview },
      ...(open === undefined
        ? []
        : [
            {
              of: query(getItem, { params: { interview: 'm1', region: open.region, item: open.item } }),
              reply: { item: open, history, check: null },
            },
          ]),
    ],
  });

describe('the list of interviews', () => {
  const line = {
    heldOn: '2020-10-15',
    state: 'held' as const,
    place: '',
    title: { zh: '约谈会', en: '' },
    counts: { open: 14, reported: 1, verified: 2, returned: 0 },
  };

  it('adds several up, each city once, and counts what is late', async () => {
    const markup = await listed([
      { ...line, id: 'm1', regions: ['330300', '331100'], overdue: 3 },
      { ...line, id: 'm2', regions: ['330300', '999999'], overdue: 0 },
    ]);
    // Three cities; 2 × 17 items, 2 × 2 verified, 2 × 1 reported, 2 × 14 open.
    expect(wordsIn(markup)).toContain('2 次约谈，3 市共 34 项：已销号 4 项，待核实 2 项，未报告 28 项。逾期 3 项。');
    expect(rowsIn(markup).slice(1)).toEqual([
      '2020-10-15 | 已召开 | 约谈会 | 温州、丽水 | 2/17 项 | 3 项',
      '2020-10-15 | 已召开 | 约谈会 | 温州、999999 | 2/17 项 | 0 项',
    ]);
    expect(markup).toContain('href="/interviews/m2"');
  });

  it('says what an empty one means, to the department and to a bureau', async () => {
    expect(wordsIn(await listed([]))).toContain('还没有约谈。召开约谈后，三项要求会在这里成为各市的清单。');
    const own = wordsIn(await listed([], 'bureau'));
    expect(own).toContain('本市没有被约谈，没有清单事项。');
    expect(own).not.toContain('还没有约谈');
  });
});

describe('a checklist', () => {
  const late = item('330300', '1.1', { overdue: true });
  const items = [late, item('331100', '1.1', { state: 'verified' }), item('331100', '2.4', { dueOn: '2020-11-06' })];

  it('has the cities in the interview’s order, says what is late, and leaves a gap where a city has no such item', async () => {
    const markup = await drawn(interviewOf(items));
    expect(rowsIn(markup)).toEqual([
      '事项 | 期限 | 丽水 1/2 销号 | 温州 0/1 销号',
      '完成任务',
      '1.1 专题学习 | 2020-10-30 | 1.1 ✔已销号 | 1.1 □未报告 逾期 3 天',
      '2.4 倒排计划 | 2020-11-06 | 2.4 □未报告 | ',
    ]);
    // A requirement spans the columns of the item, its day and both cities.
    expect(markup).toMatch(/<th class="[^"]*" scope="rowgroup" colSpan="4">完成任务/);
    // 6 November is the Friday of the week that begins with Monday the 2nd.
    expect(wordsIn(markup)).toContain('2 市共 3 项：已销号 1 项，未报告 2 项。逾期 1 项。本周到期 1 项。');
    expect(wordsIn(markup)).toContain('约谈会 · 2020-10-15 召开');
  });

  it('names its source as a link only where it is one, and what is invented only where anything is', async () => {
    const plain = wordsIn(await drawn(interviewOf(items)));
    expect(plain).toContain(
      '通知与会议情况 会上通报了进展。 查看版本记录 约谈材料：丽水约谈通知：丽水约谈材料：温州约谈通知：温州 截至 2020-11-02',
    );
    expect(plain).not.toContain('来源：');
    expect(plain).not.toContain('虚构');
    const linked = await drawn(interviewOf(items, { source: 'https://example.org/d/207' }));
    expect(linked).toContain('来源：<a href="https://example.org/d/207">');
    const said = await drawn(interviewOf([item('330300', '1.1', { origin: 'invented' })], { source: '会议纪要3号' }));
    expect(wordsIn(said)).toContain('来源：会议纪要3号');
    expect(said).not.toContain('<a href="会议');
    expect(wordsIn(said)).toContain('截至 2020-11-02 · 会议安排、签收、表态、责任处室、期限和进展为演示数据（虚构）');
  });

  it('is a bureau’s own list, those due first on top', async () => {
    const own = [item('331100', '2.4', { dueOn: '2020-11-06' }), item('331100', '1.1', { dueOn: '2020-11-05' })];
    const words = wordsIn(await drawn(interviewOf(own), { role: 'bureau' }));
    expect(words).toContain('本市共 2 项：未报告 2 项。本周到期 2 项。');
    expect(words).toMatch(
      /本市清单事项，先到期的在前 1\.1 专题学习未报告2020-11-05 到期 2\.4 倒排计划未报告2020-11-06 到期/,
    );
  });
});

const formOf = async (can: ChecklistItem['can'], role: Role = 'official') => {
  const open = item('330300', '1.1', { can });
  const words = wordsIn(await drawn(interviewOf([open]), { open, role }));
  return words.slice(words.indexOf('尚无报告。') + 6, words.search(/2\.4 倒排计划|□ 未报告|会议安排/)).trim();
};

describe('an opened item', () => {
  it('says who owes it, by when, by what it is checked and what was said about it', async () => {
    const open = item('330300', '2.4');
    const history: ItemHistory['history'] = [
      {
        at: '2020-10-18T08:45:00.000Z',
        person: 'wenzhou',
        action: 'report',
        note: '方案已印发。',
        origin: 'invented',
        detail: null,
      },
      {
        at: '2020-10-19T01:00:00.000Z',
        person: 'official',
        action: 'verify',
        note: '同意销号。',
        origin: 'reported',
        detail: null,
      },
    ];
    const markup = await drawn(interviewOf([open]), { open, history });
    expect(wordsIn(markup)).toContain(
      '温州 · 2.4 倒排计划 收起 责任单位：建筑业管理处 期限：2020-10-30 核对依据：已批准的倒排计划 ' +
        '2020-10-18 16:45 wenzhou 报告 · 演示数据（虚构） 方案已印发。 2020-10-19 09:00 official 核实销号 同意销号。',
    );
    expect(markup).toContain('aria-expanded="true"');
    expect(markup).not.toContain('<form');
    const study = item('330300', '1.1');
    const simple = wordsIn(await drawn(interviewOf([study]), { open: study }));
    expect(simple).toContain('期限：2020-10-30 尚无报告。');
    expect(simple).not.toContain('核对依据');
  });

  it('offers what this person may do, and nothing else', async () => {
    expect(await formOf({ ...no, report: true }, 'bureau')).toMatch(
      /^如何完成的.* 至少 5 个字。省厅据此核实。.*报告完成 下载此表：/,
    );
    expect(await formOf({ ...no, verify: true, return: true })).toMatch(/^核实意见或退回理由.*核实销号退回$/);
    expect(await formOf({ ...no, verify: true })).toMatch(/核实销号$/);
    expect(await formOf({ ...no, return: true })).toMatch(/退回$/);
    expect(await formOf(no)).toBe('');
  });
});
