/** The overview's branches, drawn from replies written by hand: what has no target, no figure, one city, another day. */
import { beforeAll, describe, expect, it } from 'vitest';
import { overview } from '#api/standings/contract.ts';
import { listRules } from '#api/rules/contract.ts';
import type { Overview, ProvinceStandingReply } from '#api/standings/contract.ts';
import { query } from '#web/api/queries.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { pageAt, regionOf, rowsIn, wordsIn } from '../rendered.tsx';
import { rule } from '../replies.ts';
import { cityOf, indicatorOf, standingOf } from '../standings.ts';

beforeAll(() => startText('zh'));

const regions = [
  regionOf('330300', '温州'),
  regionOf('331100', '丽水', { tile: { row: 2, column: 1 } }),
  regionOf('330900', '舟山', { tile: null }),
];
const area = indicatorOf('area', { short: { zh: '面积', en: 'Area' } });
const share = indicatorOf('share', { kind: 'ratio', core: false, short: { zh: '占比', en: 'Share' } });
const replyOf = (more: Partial<Overview> = {}): Overview => ({
  year: 2020,
  month: 9,
  revision: 1,
  rule,
  coverage: { accepted: 1, done: 1, expected: 3 },
  regions: [],
  province: { region: '330000', level: 'on-pace', indicators: [] },
  months: [{ year: 2019, month: 12 }],
  invented: false,
  ...more,
});
const drawn = (reply: Overview, search = '') =>
  pageAt(`/?year=2020&month=9&view=table${search}`, {
    regions,
    indicators: [area, share],
    read: [
      { of: query(overview, { query: { year: 2020, month: 9 } }), reply },
      {
        of: query(listRules, {}),
        reply: [{ ...rule, version: 1, source: { zh: '第一版', en: 'the first version' } }, rule],
      },
    ],
  });
const line = (more: Partial<ProvinceStandingReply>): ProvinceStandingReply => {
  const { indicator, level } = standingOf('area');
  const nothing = { target: null, actual: null, share: null, numerator: null, denominator: null, completion: null };
  const measures = { pace: null, scheduleRatio: null, gapPoints: null, gapAmount: null, remaining: null };
  const speed = { neededPerMonth: null, recentPerMonth: null, intensity: null, targetOfAll: null, ownTarget: null };
  const original = { byOriginalTarget: null };
  const rest = { ownCompletion: null, ownTargetProvenance: null, projection: null };
  return {
    indicator,
    level,
    ...nothing,
    ...measures,
    ...speed,
    ...rest,
    ...original,
    coverage: { accepted: 2, expected: 3 },
    ...more,
  };
};
const wenzhou = cityOf('330300', 'behind', [
  standingOf('area', {
    level: 'behind',
    completion: 0.58,
    pace: 0.7295,
    gapPoints: -14.95,
    gapAmount: -89.7,
    intensity: 'infinite',
    asOf: '2020-08-31',
    missingMonths: 1,
    provenance: { origin: 'invented', source: null },
  }),
]);

/** The rows of the data's tables, which stand behind the matrix of the cities. */
const dataIn = (markup: string) => {
  const matrix = markup.slice(markup.indexOf('<table'), markup.indexOf('</table>'));
  return rowsIn(markup.replace(matrix, ''));
};
const namesIn = (markup: string) =>
  dataIn(markup)
    .slice(2, 4)
    .map((row) => row.slice(0, 2));

/** Two cities that stand at one level on the share. */
const judged = (level: 'no-target' | 'watch') =>
  replyOf({
    regions: [wenzhou, cityOf('331100', 'watch')].map((city) => ({
      ...city,
      indicators: [...city.indicators, { strip: [], ...standingOf('share', { level }) }],
    })),
  });

describe('the table of the cities', () => {
  it('tells no value from zero, marks what is invented, and names the day of older figures', async () => {
    const lishui = { ...cityOf('331100', 'no-data'), status: 'missing' as const };
    const zero = standingOf('area', { completion: 0, pace: 0.7295, gapPoints: 0, gapAmount: 0, intensity: 0 });
    const markup = await drawn(replyOf({ regions: [wenzhou, lishui, cityOf('330900', 'watch', [zero])] }));
    const nothing = '逐月进度：尚无月份可判定。';
    expect(dataIn(markup).slice(2, 5)).toEqual([
      `温州截至 8-31 | 滞后 | 完成 58.00%，序时 72.95% | 58.00% | −14.95 | −89.70 | ∞ | ${nothing} | 已通过`,
      `丽水 | 无数据 | 无数据 | -- | -- | -- | -- | ${nothing} | 未报`,
      `舟山 | 预警 | 完成 0.00%，序时 72.95% | 0.00% | 0.00 | 0.00 | 0.00 | ${nothing} | 已通过`,
    ]);
    expect(wordsIn(markup)).toContain('截至2020年9月末，已通过 1/3，温州沿用此前数据：3个设区市中有1个滞后：温州。');
    // A city without a place has no tile; the others stand where they lie.
    const places = [
      ...markup.matchAll(/<g data-region="[^"]*" transform="(translate\(\d+ \d+\))"><a [^>]*href="([^"]*)"/g),
    ];
    expect(places.map(([, place, href]) => `${place} ${href?.replaceAll('&amp;', '&')}`)).toEqual([
      'translate(3 3) /cities/330300?year=2020&month=9',
      'translate(123 147) /cities/331100?year=2020&month=9',
    ]);
  });

  it('shows the indicator of the address alone, and all core ones for an unknown one', async () => {
    const regionsShown = [cityOf('330300', 'behind', [standingOf('share', { completion: 0.8448 })])];
    expect(dataIn(await drawn(replyOf({ regions: regionsShown }), '&indicator=share'))[0]).toContain('| 占比 |');
    expect(dataIn(await drawn(replyOf({ regions: regionsShown }), '&indicator=no-such'))[0]).toContain('| 面积 |');
  });

  it('sorts as the address says, and shows by which column', async () => {
    const cities = [cityOf('331100', 'on-pace'), cityOf('330300', 'behind')];
    const markup = await drawn(replyOf({ regions: cities }), '&sort=city');
    expect(namesIn(markup)).toEqual(['温州', '丽水']);
    expect(markup).toContain('aria-sort="ascending"');
    expect(namesIn(await drawn(replyOf({ regions: cities }), '&sort=-city'))).toEqual(['丽水', '温州']);
    expect(wordsIn(markup)).toContain('设区市↑');
  });
});

describe('an overview without much to show', () => {
  it('leads to the targets where there are none', async () => {
    const markup = await drawn(
      replyOf({
        regions: [cityOf('330300', 'no-target'), cityOf('331100', 'no-target')],
        coverage: { accepted: 0, done: 0, expected: 2 },
      }),
    );
    expect(wordsIn(markup)).toContain('到“年度目标”查看或设定');
    expect(markup).toContain('href="/targets?year=2020"');
    expect(wordsIn(markup)).not.toContain('此月尚无已通过的报送');
  });

  it('says what to do where nothing is accepted yet, and nothing of it otherwise', async () => {
    const cities = [cityOf('330300', 'no-data'), cityOf('331100', 'no-data')];
    const empty = await drawn(replyOf({ regions: cities, coverage: { accepted: 0, done: 0, expected: 2 } }));
    expect(wordsIn(empty)).toContain('此月尚无已通过的报送。请选择其他月份，或到“审核”页处理待审报送。');
    expect(wordsIn(empty)).not.toContain('到“年度目标”');
    const some = wordsIn(await drawn(replyOf({ regions: cities, coverage: { accepted: 1, done: 1, expected: 2 } })));
    expect(some).not.toContain('此月尚无已通过的报送');
  });

  it('draws no map of a single city', async () => {
    expect(wordsIn(await drawn(replyOf({ regions: [wenzhou] })))).not.toContain('各市位置示意');
    expect(wordsIn(await drawn(replyOf({ regions: [wenzhou, cityOf('331100', 'watch')] })))).toContain('各市位置示意');
  });

  it('draws neither map nor gaps of a chosen indicator that no city has a target for', async () => {
    expect(wordsIn(await drawn(judged('no-target'), '&indicator=share'))).not.toContain('各市位置示意');
    expect(wordsIn(await drawn(judged('watch'), '&indicator=share'))).toContain('各市位置示意');
  });

  it('offers the month that is shown among those with figures, the newest first', async () => {
    const markup = await drawn(
      replyOf({
        months: [
          { year: 2019, month: 12 },
          { year: 2020, month: 10 },
        ],
      }),
    );
    const months = [...markup.matchAll(/<option value="(\d{4}-\d+)"/g)].map(([, month]) => month);
    expect(months).toEqual(['2020-10', '2020-9', '2019-12']);
    const known = await drawn(
      replyOf({
        months: [
          { year: 2020, month: 9 },
          { year: 2020, month: 8 },
        ],
      }),
    );
    expect([...known.matchAll(/<option value="(\d{4}-\d+)"/g)].map(([, month]) => month)).toEqual(['2020-9', '2020-8']);
  });
});

const rowsOf = async (reply: Overview) =>
  dataIn(await drawn(reply))
    .filter((row) => /\(|指标/.test(row))
    .slice(1);

const provinceWith = (own: number | null) => ({
  region: '330000',
  level: 'watch' as const,
  indicators: [
    line({
      level: 'watch',
      actual: 700,
      ownTarget: own,
      ownCompletion: own === null ? null : 0.7,
      targetOfAll: 1200,
      completion: 0.5833,
      pace: 0.7295,
      gapPoints: -14.62,
      projection: 960,
    }),
    line({ indicator: 'share', actual: 0.2974, targetOfAll: null, completion: 0.9829, gapPoints: -0.52 }),
    line({ indicator: 'no-such' }),
  ],
});

const cityOn = (code: string, asOf: string | null) => cityOf(code, 'watch', [standingOf('area', { asOf })]);

const provinceFrom = (source: string | null) => ({
  region: '330000',
  level: 'watch' as const,
  indicators: [
    line({ ownTarget: 7000, ownTargetProvenance: { origin: source === null ? 'invented' : 'published', source } }),
  ],
});

describe('the province’s lines', () => {
  it('have columns of its own target only where it set one', async () => {
    expect(await rowsOf(replyOf({ province: provinceWith(null) }))).toEqual([
      '面积 (万㎡) | 预警 | 700.00 | 1,200.00 | 58.33% | 72.95% | −14.62 | 960.00 | 2/3',
      '占比 (%) | 正常 | 29.74% | -- | 98.29% | -- | −0.52 | -- | 2/3',
    ]);
    expect(await rowsOf(replyOf({ province: provinceWith(1000), invented: true }))).toEqual([
      '面积 (万㎡) | 预警 | 700.00 | 1,000.00 | 70.00% | 1,200.00 | 58.33% | 72.95% | −14.62 | 960.00 | 2/3',
      '占比 (%) | 正常 | 29.74% | -- | -- | -- | 98.29% | -- | −0.52 | -- | 2/3',
    ]);
    expect(await drawn(replyOf({ province: provinceWith(null) }))).toContain('title="合计仅含已通过的 2 个市"');
  });

  it('name the days where the cities’ figures are of different ones', async () => {
    const province = { region: '330000', level: 'watch' as const, indicators: [line({})] };
    const rowOf = async (...days: readonly (string | null)[]) => {
      const cities = days.map((asOf, index) => cityOn(['330300', '331100', '330900'][index] ?? '', asOf));
      return (await rowsOf(replyOf({ province, regions: cities })))[0];
    };
    expect(await rowOf('2020-09-30', '2020-09-16', null)).toMatch(
      /^面积 \(万㎡\)各市数据截止日不同：2020-09-16 至 2020-09-30 \|/,
    );
    expect(await rowOf('2020-09-30', '2020-09-30', null)).toMatch(/^面积 \(万㎡\) \|/);
  });

  it('link to a published target’s source, and name a mirror without leading there', async () => {
    const published = await drawn(replyOf({ province: provinceFrom('https://www.example.org/a/1') }));
    expect(published).toContain('href="https://www.example.org/a/1"');
    expect(wordsIn(published)).toContain('7,000.00 公开（example.org）');
    const mirror = await drawn(replyOf({ province: provinceFrom('镜像页面 / mirror page: example.net/b') }));
    expect(mirror).not.toContain('href="镜像');
    expect(wordsIn(mirror)).toContain('7,000.00 公开（example.net）');
    expect(wordsIn(await drawn(replyOf({ province: provinceFrom(null) })))).toContain('7,000.00†');
  });
});

describe('the rule below', () => {
  it('is the one of the reply, in its version, and opened by the address', async () => {
    const closed = await drawn(replyOf());
    expect(wordsIn(closed)).toContain('判定规则：三项并看（第 2 版） · 浙江省未公布官方阈值。 查看规则');
    const open = wordsIn(await drawn(replyOf(), '&open=rule'));
    expect(open).toContain('三项并看（第 2 版），自 2020年7月 起执行');
    expect(open).toContain('依据：本办试行');
    expect(open).toContain('收起规则');
    expect(open).not.toContain('第一版');
    // Anything else that the address opens is not the rule.
    expect(wordsIn(await drawn(replyOf(), '&open=other'))).toContain('查看规则');
  });
});
