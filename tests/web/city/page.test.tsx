/** The city page's branches, drawn from replies written by hand. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#api/http/endpoint.ts';
import { city } from '#api/standings/contract.ts';
import type { City } from '#api/standings/contract.ts';
import { query } from '#web/api/queries.ts';
import { foldNames } from '#web/features/city/folds.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { pageAt, regionOf, rowsIn, wordsIn } from '../rendered.tsx';
import { cityReply, detailOf, pointOf, rule } from '../replies.ts';
import { indicatorOf } from '../standings.ts';

beforeAll(() => startText('zh'));

const indicators = [
  indicatorOf('steel', { kind: 'stock', core: false, short: { zh: '存量', en: 'Stock' } }),
  indicatorOf('area', { short: { zh: '面积', en: 'Area' } }),
  indicatorOf('share', { kind: 'ratio', core: false, short: { zh: '占比', en: 'Share' } }),
];
const unfolded = foldNames.join('.');
const drawn = (reply: City, search = '', role: Role = 'official') =>
  pageAt(`/cities/330300?year=2020&month=9&show=${unfolded}${search}`, {
    role,
    regions: [regionOf('330300', '温州')],
    indicators,
    read: [{ of: query(city, { params: { region: '330300' }, query: { year: 2020, month: 9 } }), reply }],
  });
const worded = async (...given: Parameters<typeof drawn>) => wordsIn(await drawn(...given));
const way = { by: '2020-10-31', denominatorAdded: null };

describe('the line of a city', () => {
  it('counts the core indicators by level, the best first, and leaves out levels without any', async () => {
    const counts = { behind: 1, achieved: 2, watch: 0 };
    expect(await worded(cityReply({ level: 'behind', counts, status: 'returned' }))).toContain(
      '滞后核心指标：已完成 2 · 滞后 12020年9月报送 已退回',
    );
  });
});

const wayOutOf = (level: City['level'], wayOut: object[] = []) =>
  worded(
    cityReply({
      level,
      indicators: [
        detailOf('area', {
          level,
          wayOut: wayOut.map((one) => ({ ...way, level: 'watch' as const, add: 1, ...one })),
        }),
      ],
    }),
  );

describe('the way out', () => {
  it('says what to add, or that nothing is to be, or that no report follows', async () => {
    expect(await wayOutOf('behind', [{ add: 69.55 }, { level: 'achieved', add: 252 }])).toContain(
      '达标路径 · 面积 10月再增 69.55 万㎡ → 预警 10月再增 252.00 万㎡ → 已完成 为下一次月报所需的最小增量',
    );
    expect(await wayOutOf('achieved')).toContain('达标路径 · 面积 已是最好状态，无需追赶。');
    expect(await wayOutOf('on-pace')).toContain('达标路径 · 面积 本年度没有下一次月报。');
  });

  it('is not spoken of where nothing can be judged', async () => {
    expect(await wayOutOf('no-data')).not.toContain('达标路径');
    expect(await wayOutOf('no-target')).not.toContain('达标路径');
  });
});

const stockOf = (baseline: number | null, target: number | null = 40) =>
  cityReply({ indicators: [detailOf('steel', { level: 'no-data', actual: 30, target, baseline })] });

describe('a stock without the level at the end of the year before', () => {
  it('says why it is not judged, and what to do', async () => {
    const why = '存量：缺 2019 年末的存量，无法判断今年的进度，所以显示“无数据”。';
    expect(await worded(stockOf(null), '&indicator=steel')).toContain(`${why} 补录 2019 年末存量`);
    expect(await drawn(stockOf(null), '&indicator=steel')).toContain('/submissions/2019/12/330300?view=enter');
    expect(await worded(stockOf(null), '&indicator=steel', 'bureau')).toContain(`${why} 请联系省厅补录。`);
    expect(await worded(stockOf(20), '&indicator=steel')).not.toContain('年末的存量');
    expect(await worded(stockOf(null, null), '&indicator=steel')).not.toContain('年末的存量');
  });
});

describe('the conditions', () => {
  const reason = {
    level: 'behind',
    measure: 'gapPoints',
    operator: 'at-or-below',
    number: -5,
    value: -4,
    held: false,
  } as const;

  it('say of each whether it held, or that it could not be judged', async () => {
    const reasons: City['indicators'][number]['standing']['reasons'] = [
      reason,
      { ...reason, measure: 'scheduleRatio', operator: 'below', number: 0.85, value: 0.8, held: true },
      { ...reason, measure: 'intensity', operator: 'at-or-above', number: 1.5, value: null },
      {
        ...reason,
        level: 'watch',
        measure: 'intensity',
        operator: 'at-or-above',
        number: 1.2,
        value: 'infinite',
        held: true,
      },
    ];
    const markup = await drawn(cityReply({ indicators: [detailOf('area', { reasons })] }));
    const rows = rowsIn(markup);
    const first = rows.findIndex((row) => row.startsWith('滞后：'));
    expect(rows.slice(first, first + 6)).toEqual([
      '滞后：缺口 且（进度比 或 所需强度） → 不成立',
      '缺口（完成率−序时进度） ≤ −5.00 个百分点 | −4.00 个百分点 | 不成立',
      '进度比（完成率÷序时进度） < 0.850 | 0.800 | 成立',
      '所需强度（今后所需÷近期进度） ≥ 1.50 | -- | 无法判断',
      '预警：进度比 或 所需强度 → 成立',
      '所需强度（今后所需÷近期进度） ≥ 1.20 | ∞ | 成立',
    ]);
    expect(wordsIn(markup)).toContain('三项并看（第 2 版）；浙江省未公布官方阈值');
  });

  it('are left out for a level that nothing was asked about', async () => {
    const markup = await drawn(cityReply({ indicators: [detailOf('area', { reasons: [reason] })] }));
    expect(rowsIn(markup).some((row) => row.startsWith('预警：'))).toBe(false);
    expect(rule.conditions.flow).toBeDefined();
  });
});

const listed = /查看2020年9月报送 查看2020年8月报送 查看2020年7月报送/;

describe('the reports', () => {
  const reply = cityReply({
    indicators: [detailOf('area', {}, { series: [7, 6, 9, 8].map((month) => pointOf(month, month)) })],
  });

  it('are the latest three, for those who may open them', async () => {
    expect(await worded(reply)).toMatch(listed);
    expect(await worded(reply)).not.toContain('查看2020年6月报送');
    expect(await worded(reply, '', 'bureau')).toMatch(listed);
    expect(await worded(reply, '', 'leader')).not.toContain('最近报送');
    expect(await worded(reply, '', 'administrator')).not.toContain('最近报送');
  });

  it('are said to be none where nothing was reported', async () => {
    expect(await worded(cityReply({ indicators: [detailOf('area')] }))).toContain('最近报送 今年尚无报送。');
  });
});

const titleOf = (markup: string) => /role="slider"[^>]*aria-label="([^"]*)"/.exec(markup)?.[1];

const chartOf = (standing: object, more: object = {}, search = '') =>
  drawn(cityReply({ indicators: [detailOf('area', standing, more)] }), search);

describe('the burn-up', () => {
  it('says its one message as its title', async () => {
    expect(titleOf(await chartOf({ actual: 348, gapPoints: -14.95 }))).toBe('面积累计 348 万㎡，低于序时 15 个百分点');
    expect(titleOf(await chartOf({ actual: 652, gapPoints: 15.67 }))).toBe('面积累计 652 万㎡，高于序时 15.7 个百分点');
    expect(titleOf(await chartOf({ actual: 652, gapPoints: 0 }))).toBe('面积累计 652 万㎡，与序时持平');
    expect(titleOf(await chartOf({ actual: 652, gapPoints: null }))).toBe('面积累计与序时');
    expect(titleOf(await chartOf({ actual: null, gapPoints: -3 }))).toBe('面积：尚无已通过的数据');
    const ratio = cityReply({ indicators: [detailOf('share', { actual: 0.245, gapPoints: -4.5 })] });
    expect(titleOf(await drawn(ratio))).toBe('占比 24.5%，低于目标 4.5 个百分点');
  });

  it('tells by its table what is accepted, what waits, and where each figure comes from', async () => {
    const series = [
      pointOf(8, 290, { expected: 383.35, origin: 'published', source: 'https://www.example.org/a' }),
      pointOf(9, 348, { expected: 437.7, origin: 'invented' }),
      pointOf(10, 360, { accepted: false }),
    ];
    const lastYear = [{ month: 8, cumulative: 300, denominator: null }];
    const markup = await chartOf({ actual: 348 }, { series, lastYear, projection: 487.37 }, '&view=table');
    expect(rowsIn(markup).slice(0, 4)).toEqual([
      '月份 | 截止日 | 累计完成 | 序时 | 上年 | 状态 | 来源',
      '8月 | 2020-08-31 | 290.00 | 383.35 | 300.00 | 已通过 | 公开（example.org）',
      '9月 | 2020-09-30 | 348.00† | 437.70 | -- | 已通过 | 演示数据（虚构）',
      '10月 | 2020-10-31 | 360.00 | -- | -- | 待审（空心） | 本系统报送',
    ]);
    expect(wordsIn(markup)).toContain('按最近至多六个已通过月份的进度（扣除季节因素）全年约 487.4 万㎡；');
    expect(titleOf(markup)).toBeUndefined();
    const plain = wordsIn(await chartOf({ actual: 348 }, { series: [pointOf(9, 348)] }, '&view=table'));
    expect(plain).not.toContain('演示数据');
    expect(plain).not.toContain('全年约');
  });

  it('shows a share as a share', async () => {
    const series = [pointOf(9, 348, { denominator: 1420.4 }), pointOf(10, 0, { denominator: 0 })];
    const ratio = cityReply({ indicators: [detailOf('share', { target: 0.29 }, { series })] });
    expect(rowsIn(await drawn(ratio, '&view=table'))[1]).toBe(
      '9月 | 2020-09-30 | 24.50% | 29.00% | -- | 已通过 | 本系统报送',
    );
  });
});

describe('the targets and indicators of a city', () => {
  it('say where a target was set, and which indicators are core', async () => {
    const step = {
      amount: 600,
      documentNumber: '浙建1号',
      documentDate: null,
      reason: '分解',
      author: 'wang',
      decidedAt: '2020-06-29T16:30:00Z',
    };
    const targets = [
      { ...step, sequence: 1, effectiveMonth: 1, origin: 'invented' as const, source: null },
      { ...step, sequence: 2, effectiveMonth: 7, origin: 'reported' as const, source: null },
    ];
    const standing = { target: 600, targetProvenance: { origin: 'invented', source: null } } as const;
    const reply = cityReply({ indicators: [detailOf('area', standing, { targets }), detailOf('share')] });
    const rows = rowsIn(await drawn(reply));
    // Half past midnight of the 30th in Shanghai.
    expect(rows.filter((row) => /^[12] \|/.test(row))).toEqual([
      '1 | 600.00† | 1月 | 浙建1号 | 分解 | wang | 2020-06-30 | 演示数据（虚构）',
      '2 | 600.00 | 7月 | 浙建1号 | 分解 | wang | 2020-06-30 | 本系统设定',
    ]);
    expect(rows.at(-2)).toMatch(/^面积 \(万㎡\) · 核心 \| 正常 \| 无数据 \| -- \| 600\.00 \| -- \|/);
    expect(rows.at(-1)).toMatch(/^占比 \(%\) \| 正常 \| 无数据 \| -- \| -- \|/);
  });

  it('say that no target is set, and nothing of an indicator for a city without any', async () => {
    expect(await worded(cityReply({ indicators: [detailOf('area')] }))).toContain('目标台账 今年尚未设定目标。');
    const none = await worded(cityReply());
    expect(none).not.toContain('目标台账');
    expect(none).toContain('返回总览 · 2020年9月');
    expect(none).not.toContain('† 演示数据（虚构）');
    expect(await worded(cityReply({ invented: true }))).toContain('返回总览 · 2020年9月 · † 演示数据（虚构）');
  });

  it('name the source of the figure', async () => {
    const of = (origin: 'published' | 'reported', source: string | null) =>
      worded(cityReply({ indicators: [detailOf('area', { actual: 652, provenance: { origin, source } })] }));
    expect(await of('published', 'http://www.example.org/x')).toContain('来源：公开（example.org）');
    expect(await of('published', '镜像页面 / mirror page: example.org/a')).toContain('来源：镜像页面：example.org/a');
    expect(await of('reported', null)).toContain('来源：本系统报送');
    expect(await worded(cityReply({ indicators: [detailOf('area')] }))).not.toContain('来源：');
  });
});
