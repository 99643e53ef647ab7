import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/dialect';
import { listAcceptedFigures } from '#db/figures.ts';
import { checklistItems, figures, interviews, submissionVersions } from '#db/schema.ts';
import { listTargetChanges } from '#db/targets.ts';
import { loadDemonstration, loadReference } from '#seeds/load.ts';
import { publishedActual, publishedFigures, publishedTarget, sourceOf } from '#seeds/published/figures.ts';
import { emptyDatabase } from '#tests/support/database.ts';

const conference = 'http://www.9duwan.com/web_news/html/2020-6/15912408086674.html';
const october = 'http://www.wh-boyue.com/info-1652-1.html';
const november = 'https://en.precast.com.cn/d/332';
const ningbo = 'https://en.precast.com.cn/d/225';

/** As they were printed: what of whom, for which day, in which unit's amount, and on which page. */
const printed: readonly (readonly [string, string, string, string, number, string])[] = [
  ['target', '330000', 'prefab-area', '2020-12-31', 7000, conference],
  ['target', '330000', 'prefab-share', '2020-12-31', 30, conference],
  ['target', '330000', 'steel-housing', '2020-12-31', 500, conference],
  ['target', '330000', 'green-demo', '2020-12-31', 100, conference],
  ['target', '330400', 'prefab-area', '2020-12-31', 700, october],
  ['target', '330400', 'prefab-civil', '2020-12-31', 400, october],
  ['target', '330200', 'prefab-area', '2020-12-31', 1300, ningbo],
  ['target', '330200', 'prefab-civil', '2020-12-31', 800, ningbo],
  ['target', '331000', 'prefab-share', '2020-12-31', 35, 'https://en.precast.com.cn/d/64'],
  [
    'target',
    '330100',
    'prefab-share',
    '2020-12-31',
    30,
    'http://hangzhou.baogaosu.com/xinwen/%E6%9D%AD%E5%B7%9E%E6%88%90%E4%B8%BA%E9%A6%96%E6%89%B9%E5%9B%BD%E5%AE%B6%E8%A3%85%E9%85%8D%E5%BC%8F%E5%BB%BA%E7%AD%91/63109743/',
  ],
  ['actual', '330400', 'prefab-area', '2020-10-16', 652, october],
  ['actual', '330400', 'prefab-civil', '2020-10-16', 413.87, october],
  ['actual', '330400', 'prefab-area', '2019-11-30', 592.3, november],
  ['actual', '330400', 'prefab-civil', '2019-11-30', 290.3, november],
  ['actual', '330000', 'prefab-area', '2019-12-31', 7895, 'https://jxylab.com/sj/sdxz/shms/952973.html'],
  [
    'actual',
    '330000',
    'prefab-share',
    '2019-12-31',
    25.1,
    'https://www.ifbuild.com/precast/how-to-develop-prefabricated-building-lets-look-at-the-latest-data-released-by-the-ministry-of-housing-and-urban-rural-development-and-the-specific-situation-of-local-promotion.html',
  ],
];

describe('the published figures', () => {
  it('are what was printed, where it was printed, and nothing else', () => {
    const held = publishedFigures.map(({ kind, region, indicator, asOf, amount, url }) =>
      [kind, region, indicator, asOf, String(amount), url].join(' '),
    );
    expect(held.toSorted()).toEqual(printed.map((line) => line.join(' ')).toSorted());
  });

  it('show the arithmetic of what only follows from printed numbers, and the arithmetic is right', () => {
    const derived = publishedFigures.filter((figure) => figure.derived !== undefined);
    expect(derived.map((figure) => [figure.amount, figure.derived])).toEqual([
      [700, '652 ÷ 93.14%'],
      [400, '413.87 ÷ 103.47%'],
      [592.3, '761.19 ÷ 1.2851'],
      [290.3, '488.1 ÷ 1.6814'],
    ]);
    expect([652 / 0.9314, 413.87 / 1.0347].map(Math.round)).toEqual([700, 400]);
    expect([761.19 / 1.2851, 488.1 / 1.6814].map((amount) => amount.toFixed(1))).toEqual(['592.3', '290.3']);
    expect(derived.map(({ note }) => note.en)).toEqual([
      ...Array(2).fill('follows from the printed amount and percentage; not printed itself'),
      ...Array(2).fill('follows from the printed figure of 2020 and its growth on the year; not printed itself'),
    ]);
  });

  it('name a mirror page in words, every other one by its address, after the arithmetic where there is any', () => {
    const own = publishedFigures.find(({ url }) => url === conference);
    const direct = publishedFigures.find(({ url }) => url === 'https://en.precast.com.cn/d/64');
    expect(own && sourceOf(own)).toBe(
      '镜像页面 / mirror page: www.9duwan.com/web_news/html/2020-6/15912408086674.html',
    );
    expect(direct && sourceOf(direct)).toBe('https://en.precast.com.cn/d/64');
    const derived = publishedFigures.find(({ url }) => url === november);
    expect(derived && sourceOf(derived)).toBe(`761.19 ÷ 1.2851; ${november}`);
    expect(publishedFigures.filter(({ mirror }) => mirror)).toHaveLength(4);
  });

  it('are found by what, whose and when, a target apart from a figure', () => {
    expect(publishedTarget('330400', 'prefab-civil', 2020)?.amount).toBe(400);
    expect(publishedTarget('330400', 'prefab-civil', 2019)).toBeUndefined();
    expect(publishedTarget('330300', 'prefab-area', 2020)).toBeUndefined();
    expect(publishedActual('330400', 'prefab-area', '2020-10-16')?.amount).toBe(652);
    expect(publishedActual('330400', 'prefab-area', '2020-12-31')).toBeUndefined();
    expect(publishedActual('330400', 'prefab-share', '2020-10-16')).toBeUndefined();
  });
});

describe('the ledger and figures of the demonstration', () => {
  let reader: Database['reader'];

  // Every test here reads only.
  beforeAll(async () => {
    const now = new Date('2026-03-02T08:00:00.000Z');
    const database = await emptyDatabase();
    await loadReference(database, now);
    await loadDemonstration(database, { now });
    ({ reader } = database);
  });

  it('hold the published targets with their documents and sources', async () => {
    const rows = (await listTargetChanges(reader, { years: [2020] })).filter(({ origin }) => origin !== 'invented');
    const short = rows.map((row) => [row.region, row.indicator, row.amount, row.effectiveMonth, row.sequence]);
    expect(short).toEqual([
      ['330000', 'green-demo', 100, 1, 1],
      ['330000', 'prefab-area', 70_000_000, 1, 1],
      ['330000', 'prefab-share', 3000, 1, 1],
      ['330000', 'steel-housing', 5_000_000, 1, 1],
      ['330100', 'prefab-share', 3000, 1, 1],
      ['330200', 'prefab-area', 13_000_000, 1, 1],
      ['330200', 'prefab-civil', 8_000_000, 1, 1],
      ['330400', 'prefab-area', 7_000_000, 1, 1],
      ['330400', 'prefab-civil', 4_000_000, 1, 1],
      ['331000', 'prefab-share', 3500, 1, 1],
    ]);
    const taizhou = rows.find(({ region }) => region === '331000');
    expect(taizhou).toMatchObject({
      documentNumber: '台政办发〔2020〕22号',
      source: 'https://en.precast.com.cn/d/64',
      reason: '市政府文件确定的目标（不低于），高于全省',
      author: 'demonstration-official',
      decidedAt: '2020-01-20T02:00:00.000Z',
    });
    const jiaxing = rows.find(({ region, indicator }) => region === '330400' && indicator === 'prefab-area');
    expect(jiaxing).toMatchObject({
      documentNumber: '文号未公布',
      reason: '由公布的完成量和完成率推算，未直接公布:652 ÷ 93.14%',
      origin: 'derived',
      source: '652 ÷ 93.14%; http://www.wh-boyue.com/info-1652-1.html',
    });
  });

  it('raise Taizhou’s targets from July, and say that this is invented', async () => {
    const rows = await listTargetChanges(reader, { years: [2020], regions: ['331000'] });
    const raised = rows.filter(({ sequence }) => sequence === 2);
    expect(raised.map((row) => [row.indicator, row.amount, row.effectiveMonth, row.origin, row.source])).toEqual([
      ['prefab-area', 7_600_000, 7, 'invented', null],
      ['prefab-civil', 4_500_000, 7, 'invented', null],
    ]);
    expect(raised[0]).toMatchObject({ documentNumber: '演示文号〔2020〕18号', decidedAt: '2020-06-29T07:30:00.000Z' });
    const first = rows.find(({ indicator, sequence }) => indicator === 'prefab-area' && sequence === 1);
    expect(first).toMatchObject({ amount: 7_000_000, origin: 'invented', documentNumber: '演示文号〔2020〕1号' });
  });

  it('set every city a target for every indicator and year', async () => {
    const rows = await listTargetChanges(reader, { years: [2018, 2019, 2020] });
    const firsts = rows.filter(({ region, sequence }) => region !== '330000' && sequence === 1);
    expect(firsts).toHaveLength(11 * 5 * 3);
    const amountOf = (region: string, indicator: string, year: number) =>
      firsts.find((row) => row.region === region && row.indicator === indicator && row.year === year)?.amount;
    expect(amountOf('330300', 'prefab-area', 2020)).toBe(6_000_000);
    expect(amountOf('330300', 'prefab-civil', 2020)).toBe(3_600_000);
    expect(amountOf('330300', 'prefab-share', 2020)).toBe(2900);
    expect(amountOf('330300', 'steel-housing', 2020)).toBe(360_000);
    expect(amountOf('330300', 'green-demo', 2020)).toBe(9);
    expect(amountOf('331100', 'prefab-area', 2019)).toBe(1_500_000);
  });

  it('reach what each city’s story says', async () => {
    const rows = await listAcceptedFigures(reader, { years: [2017, 2018, 2019, 2020] });
    const valueOf = (region: string, indicator: string, year: number, month: number) => {
      const row = rows.find(
        (one) => one.region === region && one.indicator === indicator && one.year === year && one.month === month,
      );
      return [row?.cumulative, row?.denominator, row?.origin];
    };
    expect(valueOf('330300', 'prefab-area', 2020, 9)).toEqual([3_480_000, null, 'invented']);
    expect(valueOf('330300', 'prefab-civil', 2020, 9)).toEqual([2_146_000, null, 'invented']);
    expect(valueOf('330300', 'prefab-share', 2020, 9)).toEqual([3_480_000, 14_204_000, 'invented']);
    expect(valueOf('330300', 'steel-housing', 2020, 9)).toEqual([302_000, null, 'invented']);
    expect(valueOf('330300', 'green-demo', 2020, 9)).toEqual([5, null, 'invented']);
    expect(valueOf('330300', 'steel-housing', 2017, 12)).toEqual([72_000, null, 'invented']);
    expect(valueOf('330400', 'prefab-area', 2019, 11)).toEqual([5_923_000, null, 'derived']);
    expect(valueOf('330400', 'prefab-civil', 2020, 10)).toEqual([4_138_700, null, 'published']);
    expect(valueOf('330400', 'prefab-share', 2020, 10)).toEqual([6_520_000, 21_994_000, 'invented']);
    // The running month has nothing of the others, and nothing of what waits, is returned or a draft.
    expect(rows.filter(({ year, month }) => year === 2020 && month > 9).map(({ region }) => region)).toEqual(
      // The five indicators and fully decorated housing.
      Array(6).fill('330400'),
    );
  });

  it('keep Quzhou’s May in two versions, the first with the increment in the place of the cumulative', async () => {
    const may = (await reader.select().from(submissionVersions)).filter(
      ({ region, year, month }) => region === '330800' && year === 2020 && month === 5,
    );
    expect(may.map(({ number, state }) => [number, state]).toSorted()).toEqual([
      [1, 'returned'],
      [2, 'accepted'],
    ]);
    const values = new Map(
      (await reader.select().from(figures))
        .filter(({ indicator }) => indicator === 'prefab-civil')
        .map((row) => [row.submissionVersion, row.cumulative]),
    );
    const valueOf = (number: number, month = 5) => values.get(`2020-0${month}-330800-${number}`) ?? Number.NaN;
    expect(valueOf(1)).toBe(valueOf(2) - valueOf(1, 4));
    expect(may.find(({ number }) => number === 1)).toMatchObject({
      decidedBy: 'demonstration-official',
      decidedAs: {
        name: 'official',
        title: { zh: '省厅建筑业管理处', en: 'Department, construction industry division' },
      },
      submittedBy: 'demonstration-quzhou',
      returnReason: '装配式住宅和公建累计值低于4月，疑似误填当月数，请核实后重报。',
    });
  });

  it('hold the published interview with its source, and due days on or after the notice', async () => {
    expect(await reader.select().from(interviews)).toMatchObject([
      { heldOn: '2020-10-15', origin: 'published', source: 'https://en.precast.com.cn/d/207' },
    ]);
    const items = await reader.select().from(checklistItems);
    const stateOf = (region: string, item: string) => {
      const found = items.find((one) => one.region === region && one.item === item);
      return [found?.state, found?.dueOn, found?.version];
    };
    expect(stateOf('330300', '1.1')).toEqual(['verified', '2020-10-30', 3]);
    expect(stateOf('330300', '2.1')).toEqual(['reported', '2020-10-30', 2]);
    expect(stateOf('330700', '2.1')).toEqual(['returned', '2020-10-30', 3]);
    expect(stateOf('331100', '1.3')).toEqual(['reported', '2020-11-06', 2]);
    expect(stateOf('331100', '2.5')).toEqual(['open', '2020-12-31', 1]);
  });
});
