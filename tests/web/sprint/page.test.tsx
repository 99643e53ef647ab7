/** The sprint's rare branches, drawn from a reply written by hand: no gap, no figure, late checklistProgress, the last day. */
import { beforeAll, describe, expect, it } from 'vitest';
import { sprint } from '#api/standings/contract.ts';
import type { Sprint } from '#api/standings/contract.ts';
import type { StandingReply } from '#api/http/shapes.ts';
import { listBackPlans, type BackPlanLine } from '#api/back-plans/contract.ts';
import { query } from '#web/api/queries.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { Meeting } from '#web/features/sprint/meeting/meeting.tsx';
import { pageAt, regionOf, rowsIn, wordsIn } from '../rendered.tsx';
import { pointOf, rule } from '../replies.ts';
import { indicatorOf, standingOf } from '../standings.ts';

beforeAll(() => startText('zh'));

type SprintCity = Sprint['cities'][number];
const indicators = [
  indicatorOf('area', { short: { zh: '面积', en: 'Area' }, name: { zh: '装配式面积', en: 'Area' } }),
  indicatorOf('civil', { short: { zh: '住宅', en: 'Housing' } }),
  indicatorOf('share', { core: false, kind: 'ratio', short: { zh: '占比', en: 'Share' } }),
];
const cityOf = (
  region: string,
  standing: Partial<StandingReply> | null,
  more: Partial<SprintCity> = {},
): SprintCity => ({
  region,
  level: 'watch',
  indicators: standing === null ? [] : [{ standing: standingOf('area', standing), series: [], projection: null }],
  checklistProgress: null,
  dueItems: [],
  ...more,
});
const replyOf = (cities: readonly SprintCity[], more: Partial<Sprint> = {}): Sprint => ({
  year: 2020,
  month: 9,
  revision: 1,
  today: '2020-10-19',
  daysLeft: 73,
  rule,
  coverage: { accepted: 2, done: 2, expected: 3 },
  province: { region: '330000', level: 'watch', indicators: [] },
  cities: [...cities],
  months: [],
  invented: false,
  ...more,
});
const drawn = (reply: Sprint, search = '', plans: readonly BackPlanLine[] = []) =>
  pageAt(`/sprint?year=2020&month=9${search}`, {
    role: 'leader',
    regions: [regionOf('330300', '温州'), regionOf('331100', '丽水')],
    indicators,
    read: [
      { of: query(sprint, { query: { year: 2020, month: 9 } }), reply },
      { of: query(listBackPlans, { query: { year: 2020 } }), reply: { year: 2020, plans } },
      // Its code comes when a meeting is started; a function is taken for one that gives the value.
      { of: { queryKey: ['part', 'meeting-mode'] }, reply: () => Meeting },
    ],
  });
const worded = async (...given: Parameters<typeof drawn>) => wordsIn(await drawn(...given));

const late = { open: 16, total: 17, overdue: 2, interview: '2020-10-15' };
const behind = {
  level: 'behind',
  completion: 0.58,
  pace: 0.73,
  gapPoints: -15,
  gapAmount: -90,
  target: 600,
  actual: 348,
} as const;

describe('the sprint’s burn-ups', () => {
  it('draw the plan in force beside the pace, and none of an earlier month', async () => {
    const october = { month: 10, part: null, from: '2020-10-01', to: '2020-10-31', amount: 252 };
    const plan: BackPlanLine = {
      region: '330300',
      indicator: 'area',
      state: 'approved',
      required: true,
      remaining: 252,
      target: null,
      reached: null,
      slippage: null,
      followed: null,
      inForce: { asOf: '2020-09-30', reached: 348, parts: [october] },
    };
    const figures = {
      standing: standingOf('area', behind),
      series: [pointOf(8, 290), pointOf(9, 348)],
      projection: null,
    };
    const reply = replyOf([cityOf('330300', null, { indicators: [figures] })]);
    expect(await drawn(reply, '', [plan])).toContain('>倒排计划</text>');
    expect(await drawn(reply)).not.toContain('倒排计划');
    const earlier = { ...reply, today: '2020-11-19' };
    expect(await drawn(earlier, '', [plan])).not.toContain('倒排计划');
  });
});

const chosen = (markup: string) =>
  [...markup.matchAll(/<option value="(area|civil|share)"( selected="")?>/g)].map(([, code]) => code);

describe('the sprint’s table', () => {
  it('tells what is not known from zero, and says what is late', async () => {
    const wenzhou = cityOf(
      '330300',
      { ...behind, intensity: 'infinite', remaining: 252, neededPerMonth: 84, recentPerMonth: 0 },
      { checklistProgress: late },
    );
    const markup = await drawn(replyOf([wenzhou, cityOf('331100', null)]), '&sort=-completion');
    expect(rowsIn(markup).slice(1, 3)).toEqual([
      '温州 | 滞后 | 完成 58.00%，序时 73.00% | 58.00% | 252.00 | 84.00 | 0.00 | ∞ | -- | 16/17 项，逾期 2 项',
      '丽水 | 无数据 | 无数据 | -- | -- | -- | -- | -- | -- | 未约谈',
    ]);
    expect(wordsIn(markup)).toContain('丽水：尚无已通过数据');
    expect(wordsIn(markup)).toContain('装配式面积，2020年9月末；数量单位：万㎡');
  });

  it('shows an indicator only where it is core, and the first one for any other', async () => {
    const reply = replyOf([cityOf('330300', behind)]);
    const markup = await drawn(reply, '&indicator=share&sort=-completion');
    expect(chosen(markup)).toEqual(['area', 'civil']);
    expect(wordsIn(markup)).toContain('装配式面积，2020年9月末');
    // Wenzhou has nothing on the other one.
    expect(rowsIn(await drawn(reply, '&indicator=civil&sort=-completion'))[1]).toMatch(
      /^温州 \| 无数据 \| 无数据 \| -- \|/,
    );
  });
});

describe('the sprint’s picture', () => {
  it('says row by row what is missing and needed, and names who is there in one line', async () => {
    const wenzhou = cityOf('330300', null, {
      indicators: [
        {
          standing: standingOf('area', { ...behind, neededPerMonth: 84.04, recentPerMonth: 50.66 }),
          series: [],
          projection: 492,
        },
      ],
    });
    const done = { level: 'achieved', completion: 1.05, target: 100, actual: 105 } as const;
    const reply = replyOf([cityOf('331100', done), wenzhou]);
    const markup = await drawn(reply);
    // 600 − 492; what must suffice is rounded up.
    expect(markup).toContain(
      'aria-valuetext="温州：完成 58%，序时 73%，照近期年底约 82%，缺 108，每月需要 84.1，近期每月 50.7"',
    );
    expect(wordsIn(markup)).toContain('已达年度目标：丽水 105%');
    // The table stands behind the picture, closed and not drawn until somebody asks for it, or for its order.
    expect(markup).not.toMatch(/<details[^>]* open|<table/);
    expect(await drawn(reply, '&sort=-remaining')).toMatch(/<details[^>]* open.*<table/s);
  });
});

const onDay = (daysLeft: number) => worded(replyOf([cityOf('330300', behind)], { daysLeft }));

describe('the sprint’s days', () => {
  it('are counted to the last one, and over after it', async () => {
    expect(await onDay(2)).toContain('还剩 2 天。');
    expect(await onDay(1)).toContain('还剩 1 天。');
    expect(await onDay(0)).toContain('2020年已结束。');
  });
});

describe('the burn-ups', () => {
  it('have one table in which a month without an accepted figure is empty, and one scale', async () => {
    const series = [pointOf(6, 196), pointOf(9, 348), pointOf(10, 660, { accepted: false })];
    const wenzhou = cityOf('330300', behind, {
      indicators: [{ standing: standingOf('area', behind), series, projection: 700 }],
    });
    const reply = replyOf([wenzhou, cityOf('331100', { ...behind, gapPoints: -20 })], { invented: true });
    const markup = await drawn(reply);
    const titles = [...markup.matchAll(/role="slider"[^>]*aria-label="([^"]*)"/g)].map(([, title]) => title);
    expect(titles.slice(1)).toEqual(['温州 58%，低于序时 15 个百分点', '丽水 58%，低于序时 20 个百分点']);
    expect(markup).toContain('aria-valuetext="10月：110%，序时 83.3%，高 26.7%（待审）"');
    // 100 % lies at one height in every picture, though one goes beyond the scale.
    const targets = [...markup.matchAll(/ d="M[\d.]+ ([\d.]+)L[\d.]+ \1"/g)].map(([, y]) => y);
    expect([targets.length, new Set(targets).size]).toEqual([2, 1]);
    expect(wordsIn(markup)).toContain('注明数值。面积，2020年9月末。 † 演示数据（虚构） 查看数据表');
    expect(rowsIn(await drawn(reply, '&sort=-projection'))[1]).toContain('| 116.67% |');
  });
});

const dueItem = (item: string, more: Partial<SprintCity['dueItems'][number]> = {}): SprintCity['dueItems'][number] => ({
  item,
  title: { zh: `第${item}项`, en: '' },
  state: 'open',
  dueOn: '2020-10-30',
  overdue: false,
  ...more,
});

describe('the meeting mode', () => {
  it('draws a city without figures, with what is due first', async () => {
    const dueItems = [
      dueItem('1', { overdue: true, dueOn: '2020-10-18', state: 'returned' }),
      dueItem('2', { dueOn: '2021-01-05' }),
    ];
    const reply = replyOf([cityOf('330300', null, { checklistProgress: late, dueItems }), cityOf('331100', behind)]);
    const city = await worded(reply, '&present=330300');
    expect(city).toContain('无数据 温州：未定年度目标，尚无已通过数据');
    // The year is said where it is another one.
    expect(city).toContain('最先到期（未销号 16/17） 10-18逾期 · 已退回第1项 2021-01-05未报告第2项');
    expect(city).toContain('第 3 / 3 页');
    expect(city).not.toContain('所需强度');
    const other = await worded(reply, '&present=331100');
    expect(other).toContain('滞后 丽水：');
    expect(other).toContain('未约谈');
    const done = { ...late, open: 0, overdue: 0 };
    const all = replyOf([cityOf('330300', behind, { checklistProgress: done })]);
    expect(await worded(all, '&present=330300')).toContain('约谈事项已全部销号（17 项）');
  });

  it('names on its cover who stands where, the worst first, and what the page stands on', async () => {
    const reply = replyOf([
      cityOf('330300', null),
      cityOf('331100', { level: 'achieved', completion: 1.05, target: 100, actual: 105 }),
    ]);
    const cover = await worded(reply, '&present=330000');
    expect(cover).toContain('已完成1丽水 105% 无数据1温州');
    // Who has reached the target stands in the picture too where there is room.
    expect(cover).toContain('已达 105%');
    expect(cover).toContain('面积 · 2020年9月末 · 已通过 2/3');
    expect(cover).not.toContain('† 演示数据（虚构）');
    expect(await worded({ ...reply, invented: true }, '&present=330000')).toContain('已通过 2/3 · † 演示数据（虚构）');
    // An address that names no page is the cover.
    expect(await worded(reply, '&present=999999')).toContain('第 1 / 3 页');
  });

  it('goes through the cities that are behind alone where the address says so', async () => {
    const reply = replyOf([cityOf('330300', behind), cityOf('331100', { ...behind, level: 'watch' })]);
    expect(await worded(reply, '&present=330300&only=behind')).toContain('第 2 / 2 页');
    const other = await worded(reply, '&present=331100&only=behind');
    expect(other).toContain('第 1 / 2 页');
  });

  it('stands for an office without targets, with one city, and with twenty-five', async () => {
    const none = await worded(replyOf([cityOf('330300', {})]), '&present=330000');
    expect(none).toContain('全省尚不能推算；各市未定目标或数据不足，不能推算。');
    expect(none).toContain('第 1 / 2 页');
    const codes = Array.from({ length: 25 }, (_, index) => String(340_000 + index));
    const many = await worded(replyOf(codes.map((code) => cityOf(code, behind))), `&present=${codes[24]}`);
    expect(many).toContain('第 26 / 26 页');
  });
});
