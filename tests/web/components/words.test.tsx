/** Small parts that say where a value comes from, how a rule reads and how far a report or an item has come. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '#api/measures/vocabulary.ts';
import { submissionStatuses } from '#api/submissions/contract.ts';
import { ChartTable } from '#web/charts/chart-table.tsx';
import { ConditionText } from '#web/parts/condition-text.tsx';
import { StatusTag } from '#web/parts/status-tag.tsx';
import { OriginMark } from '#web/parts/origin-mark.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { SourceText } from '#web/parts/source-text.tsx';
import { startText } from '#web/text/messages/use-text.ts';
import { ItemState } from '#web/features/interviews/item-state.tsx';
import { partOf, wordsIn } from '../rendered.tsx';

beforeAll(() => startText('zh'));

describe('a dagger', () => {
  it('stands behind a value of which any part is invented, and behind no other', async () => {
    expect(await partOf(<OriginMark origins={['reported', 'invented']} />)).toContain('演示数据（虚构）');
    const none = await partOf(<OriginMark origins={['reported', 'published', null, undefined]} />);
    expect(wordsIn(none)).toBe('');
  });
});

describe('a source', () => {
  const address = 'https://www.stats.example.org/a/b?c=1';

  it('is a link to its page, named by its site', async () => {
    const markup = await partOf(<SourceText origin="published" source={address} />);
    expect(wordsIn(markup)).toBe('公开（stats.example.org）');
    expect(markup).toContain(`href="${address}"`);
    expect(markup).toContain('rel="noreferrer"');
  });

  it('is in words where the page is no place to send anybody', async () => {
    const mirror = '镜像页面 / mirror page: example.net/b.html';
    const markup = await partOf(<SourceText origin="published" source={mirror} />);
    expect(wordsIn(markup)).toBe('镜像页面：example.net/b.html');
    expect(markup).not.toContain('href');
    const brief = await partOf(<SourceText origin="published" source={mirror} brief />);
    expect(wordsIn(brief)).toBe('公开（example.net）');
    expect(brief).toContain(`title="${mirror}"`);
    expect(wordsIn(await partOf(<SourceText origin="published" source="档案第3号" />))).toBe('档案第3号');
  });

  it('is what the origin says where there is no page', async () => {
    expect(wordsIn(await partOf(<SourceText origin="invented" source={null} />))).toBe('演示数据（虚构）');
    expect(wordsIn(await partOf(<SourceText origin="reported" source={null} />))).toBe('本系统报送');
  });
});

describe('a condition in words', () => {
  const leaf: Condition = { measure: 'completion', operator: 'below', number: 0.7 };

  it('nests as the rule does', async () => {
    const above: Condition = { measure: 'intensity', operator: 'above', number: 1.5 };
    const tree: Condition = {
      all: [leaf, { any: [above, { measure: 'monthsBelowPlan', operator: 'at-or-above', number: 2 }] }],
    };
    expect(wordsIn(await partOf(<ConditionText condition={tree} />))).toBe(
      '同时满足： 完成率 < 70.00% 满足任一： 所需强度（今后所需÷近期进度） > 1.50 连续低于计划的月数 ≥ 2',
    );
    expect(wordsIn(await partOf(<ConditionText condition={leaf} />))).toBe('完成率 < 70.00%');
  });
});

describe('the state of a report', () => {
  it('has a word each, and never the look of another level of urgency', async () => {
    const words = await Promise.all(
      submissionStatuses.map(async (status) => wordsIn(await partOf(<StatusTag status={status} />))),
    );
    expect(words).toEqual(['未报', '草稿', '已报送', '已退回', '复报待审', '已通过']);
    const looks = await Promise.all(
      submissionStatuses.map(
        async (status) => /class="([^"]*)"/.exec(await partOf(<StatusTag status={status} />))?.[1],
      ),
    );
    const [missing, draft, submitted, returned, resubmitted, accepted] = looks;
    expect([draft, resubmitted]).toEqual([missing, submitted]);
    expect(new Set([missing, submitted, returned, accepted]).size).toBe(4);
  });
});

const look = (markup: string) => /<span class="[^"]*"><span class="([^"]*)"/.exec(markup)?.[1];

describe('the state of an item', () => {
  const item = { dueOn: '2020-10-30', overdue: false };

  it('says when it is due, and by how many days it is late', async () => {
    const open = await partOf(<ItemState item={{ ...item, state: 'open' }} today="2020-10-19" />);
    expect(wordsIn(open)).toBe('未报告2020-10-30 到期');
    const late = await partOf(<ItemState item={{ ...item, overdue: true, state: 'open' }} today="2020-11-02" />);
    expect(wordsIn(late)).toBe('未报告逾期 3 天');
    const returned = await partOf(<ItemState item={{ ...item, state: 'returned' }} today="2020-10-19" />);
    // What is late looks as urgent as what came back.
    expect(look(late)).toBe(look(returned));
    expect(look(open)).not.toBe(look(returned));
  });
});

describe('how a page opens', () => {
  it('has its sentence as the heading and its name above it; its name alone until the sentence is known', async () => {
    const markup = await partOf(<PageHead title="总览" sentence="截至9月末" />);
    expect(markup).toMatch(/<h1[^>]*>截至9月末<\/h1>/);
    expect(wordsIn(markup)).toBe('总览 截至9月末');
    expect(markup).toContain('<title>总览 · 序时</title>');
    const early = await partOf(<PageHead title="总览">选择</PageHead>);
    expect(early).toMatch(/<h1[^>]*>总览<\/h1>/);
    expect(wordsIn(early)).toBe('选择 总览');
  });
});

describe('the table behind a picture', () => {
  it('is drawn when it is opened', async () => {
    const rows = [{ key: 'a', name: '温州', cells: ['1'] }];
    const markup = await partOf(<ChartTable caption="各月" columns={['市', '1月']} rows={rows} />);
    expect(wordsIn(markup)).toBe('查看数据表');
  });
});
