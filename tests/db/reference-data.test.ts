import { describe, expect, it } from 'vitest';
import { presets } from '#api/measures/rule.ts';
import { currentRevision } from '#db/revisions.ts';
import { curves, indicators, requirementItems, requirements, rules } from '#db/schema.ts';
import { loadReference } from '#seeds/load.ts';
import { curveRows } from '#seeds/reference/curves.ts';
import { inBaseUnits, indicatorRows, targetInBaseUnits } from '#seeds/reference/indicators.ts';
import { cityCodes, regionRows } from '#seeds/reference/regions.ts';
import { requirementItemRows, requirementRows } from '#seeds/reference/requirements.ts';
import { presetTitles } from '#api/rules/lifecycle.ts';
import { firstRule } from '#seeds/reference/rules.ts';
import { emptyDatabase } from '#tests/support/database.ts';

/** The province as its tiles show it, north above. */
const picture = [
  '·    湖州 嘉兴 ·    ·',
  '·    杭州 绍兴 宁波 舟山',
  '衢州 金华 台州 ·    ·',
  '·    丽水 温州 ·    ·',
].map((row) => row.split(/\s+/));

/** The regions in the order of provincial documents, by their codes after GB/T 2260. */
const regions = `
330000 浙江省 浙江 Zhejiang
330100 杭州市 杭州 Hangzhou
330200 宁波市 宁波 Ningbo
330300 温州市 温州 Wenzhou
330500 湖州市 湖州 Huzhou
330400 嘉兴市 嘉兴 Jiaxing
330600 绍兴市 绍兴 Shaoxing
330700 金华市 金华 Jinhua
330800 衢州市 衢州 Quzhou
330900 舟山市 舟山 Zhoushan
331000 台州市 台州 Taizhou
331100 丽水市 丽水 Lishui
`;

describe('the regions', () => {
  it('are the province and its eleven cities with their codes and names', () => {
    const lines = regionRows
      .toSorted((a, b) => a.position - b.position)
      .map(({ code, nameZh, shortZh, nameEn }) => `${code} ${nameZh} ${shortZh} ${nameEn}`);
    expect(lines).toEqual(regions.trim().split('\n'));
    expect(new Set(regionRows.map(({ position }) => position)).size).toBe(12);
    expect(regionRows.map(({ kind, parent }) => `${kind} of ${parent}`)).toEqual([
      'province of null',
      ...Array(11).fill('city of 330000'),
    ]);
    expect(cityCodes.taizhou).toBe('331000');
    expect(regionRows.every(({ validFrom, validTo }) => validFrom === '2001-01-01' && validTo === null)).toBe(true);
  });

  it('lie on the tiles where the map has them', () => {
    const drawn = picture.flatMap((row, at) =>
      row.flatMap((name, column) => (name === '·' ? [] : [[name, at, column]])),
    );
    const stored = regionRows.slice(1).map(({ shortZh, tileRow, tileColumn }) => [shortZh, tileRow, tileColumn]);
    expect(stored.toSorted()).toEqual(drawn.toSorted());
    expect(regionRows[0]).toMatchObject({ kind: 'province', tileRow: null, tileColumn: null });
  });
});

describe('the pace curves', () => {
  it('are the season of 2019, twelve equal parts and, until a region has years of its own, the season again', () => {
    const percent = Object.fromEntries(
      curveRows.map(({ code, points }) => [code, points.map((point) => (100 * point).toFixed(2)).join(' ')]),
    );
    // January is 31/59 of February's 8.28.
    expect(percent).toEqual({
      'starts-2019': '4.35 8.28 17.05 25.78 35.12 46.45 55.34 63.89 72.95 81.72 90.33 100.00',
      'own-history': '4.35 8.28 17.05 25.78 35.12 46.45 55.34 63.89 72.95 81.72 90.33 100.00',
      linear: '8.33 16.67 25.00 33.33 41.67 50.00 58.33 66.67 75.00 83.33 91.67 100.00',
    });
    expect(curveRows.map(({ nameZh, nameEn }) => [nameZh, nameEn])).toEqual([
      ['2019年全国新开工节奏', 'Season of national starts 2019'],
      ['按月均摊', 'Linear, n/12'],
      ['本地区历年进度', 'Own completed years'],
    ]);
    expect(curveRows[0]?.source).toContain(
      'http://www.stats.gov.cn/english/PressRelease/202001/t20200119_1723643.html',
    );
  });
});

describe('the indicators', () => {
  it('have their kinds, units and relations', () => {
    // Further ones may follow.
    const first = indicatorRows.slice(0, 5);
    const facts = first.map((row) =>
      [row.position, row.code, row.kind, row.unitZh, row.scale, row.decimals, row.core, row.partOf, row.numeratorFrom]
        .map(String)
        .join(' '),
    );
    expect(facts).toEqual([
      '1 prefab-area flow 万㎡ 10000 2 true null null',
      '2 prefab-civil flow 万㎡ 10000 2 true prefab-area null',
      '3 prefab-share ratio 万㎡ 10000 2 false null prefab-area',
      '4 steel-housing stock 万㎡ 10000 2 false null null',
      '5 green-demo flow 项 1 0 false null null',
    ]);
    expect(new Set(first.map(({ curve }) => curve))).toEqual(new Set(['starts-2019']));
    expect(first.map(({ nameZh }) => nameZh)).toEqual([
      '新开工装配式建筑面积',
      '新开工装配式住宅和公共建筑（不含场馆建筑）面积',
      '装配式建筑占新建建筑面积比例',
      '累计建成钢结构装配式住宅面积',
      '绿色建筑示范工程',
    ]);
  });

  it('turn what people write into base units, and refuse more decimals than there are', () => {
    expect(inBaseUnits('prefab-area', 652.07)).toBe(6_520_700);
    expect(inBaseUnits('green-demo', 12)).toBe(12);
    expect(() => inBaseUnits('prefab-area', 1.005)).toThrow('1.005 is not a figure of prefab-area');
    expect(() => inBaseUnits('green-demo', 1.5)).toThrow(RangeError);
    // 30 % is 3000 ten-thousandths; an amount is itself.
    expect(targetInBaseUnits('prefab-share', 30)).toBe(3000);
    expect(targetInBaseUnits('prefab-share', 25.1)).toBe(2510);
    expect(targetInBaseUnits('steel-housing', 4.9)).toBe(49_000);
  });
});

const leaf = (measure: string, operator: string, number: number) => ({ measure, operator, number });

describe('the rules’ presets', () => {
  it('have the thresholds of the practice that they come from', () => {
    const threeMeasures = {
      behind: {
        all: [
          leaf('gapPoints', 'at-or-below', -5),
          { any: [leaf('scheduleRatio', 'below', 0.85), leaf('intensity', 'at-or-above', 1.5)] },
        ],
      },
      watch: { any: [leaf('scheduleRatio', 'below', 0.95), leaf('intensity', 'at-or-above', 1.2)] },
    };
    const points = { behind: leaf('gapPoints', 'below', -30), watch: leaf('gapPoints', 'below', -10) };
    const ratio = { behind: leaf('scheduleRatio', 'below', 0.6), watch: leaf('scheduleRatio', 'below', 0.8) };
    const consecutive = {
      behind: leaf('monthsBelowPlan', 'at-or-above', 2),
      watch: leaf('monthsBelowPlan', 'at-or-above', 1),
    };
    const average = {
      behind: leaf('growthOnLastYear', 'below', 0),
      watch: { any: [leaf('gapPoints', 'below', 0), leaf('pointsAgainstPeers', 'below', 0)] },
    };
    expect(presets).toEqual({
      'three-measures': {
        flow: threeMeasures,
        stock: threeMeasures,
        ratio: {
          behind: leaf('scheduleRatio', 'below', 0.85),
          watch: { any: [leaf('scheduleRatio', 'below', 0.95), leaf('neededShare', 'above', 1)] },
        },
      },
      points: {
        flow: points,
        stock: points,
        // The same points of a share's completion.
        ratio: { behind: leaf('completion', 'below', 0.7), watch: leaf('completion', 'below', 0.9) },
      },
      ratio: { flow: ratio, stock: ratio, ratio },
      consecutive: { flow: consecutive, stock: consecutive, ratio: consecutive },
      average: { flow: average, stock: average, ratio: average },
    });
  });

  it('say whose practice they are, and of the first rule that the province published none', () => {
    expect(Object.entries(presetTitles).map(([preset, { name, source }]) => [preset, name.zh, source.zh])).toEqual([
      ['three-measures', '三项并看', expect.stringContaining('浙江省未公布官方阈值')],
      ['points', '百分点差', '银川 2025'],
      ['ratio', '进度比', '武汉'],
      ['consecutive', '连续未达', '三亚 2022'],
      ['average', '同比与均值', '天津 2022'],
    ]);
    expect(firstRule).toMatchObject({
      id: 'three-measures',
      version: 1,
      nameZh: '三项并看',
      nameEn: 'Three measures',
      author: null,
      effectiveYear: 2017,
      effectiveMonth: 1,
    });
    expect(firstRule.conditions).toBe(presets['three-measures']);
  });
});

const titleOf = (wanted: string) => requirementItemRows.find(({ key }) => key === wanted)?.titleEn;

describe('the requirements', () => {
  it('are three, with seventeen items under them in their order', () => {
    expect(requirementRows.map(({ position, key, titleZh }) => `${position} ${key} ${titleZh}`)).toEqual([
      '1 awareness-and-projects 深化思想认识，推进项目落地',
      '2 finish-the-year 加大工作力度，完成年度任务',
      '3 responsibility-and-next-year 强化工作责任，谋划明年工作',
    ]);
    const [first, second, third] = requirementRows.map(({ key }) => key);
    expect(requirementItemRows.map(({ position, key, requirement }) => [position, key, requirement])).toEqual([
      ...['1.1', '1.2', '1.3', '1.4', '1.5', '1.6'].map((key, at) => [at + 1, key, first]),
      ...['2.1', '2.2', '2.3', '2.4', '2.5'].map((key, at) => [at + 7, key, second]),
      ...['3.1', '3.2', '3.3', '3.4', '3.5', '3.6'].map((key, at) => [at + 12, key, third]),
    ]);
  });

  it('leave four items to the system’s own data and the others to a person', () => {
    const byData = requirementItemRows.filter(({ checkedBy }) => checkedBy !== 'person');
    expect(byData.map(({ key, checkedBy, titleZh }) => [key, checkedBy, titleZh])).toEqual([
      ['1.6', 'projects', '推进装配式建筑项目落地（列出项目）'],
      ['2.4', 'back-plan', '倒排计划（差距较大地区必报）'],
      ['2.5', 'standing', '完成年度目标任务'],
      ['3.2', 'next-targets', '明确明年目标、节点、项目'],
    ]);
    expect([titleOf('1.1'), titleOf('2.1'), titleOf('3.4')]).toEqual([
      'Bureau leadership has studied what construction industrialization means for reforming the industry, and recorded it',
      'Work plan for the last two months',
      'Responsibility assessment arranged',
    ]);
  });
});

describe('loading the reference data again', () => {
  const now = new Date('2026-03-02T08:00:00.000Z');

  it('mends a curve, an indicator, a requirement and an item that differ, and leaves the rule to the office', async () => {
    const database = await emptyDatabase();
    await loadReference(database, now);
    const changes = [
      () => database.write((tx) => tx.update(curves).set({ nameEn: 'Nowhere' })),
      () => database.write((tx) => tx.update(indicators).set({ decimals: 1 })),
      () => database.write((tx) => tx.update(requirements).set({ titleEn: 'Nothing' })),
      () => database.write((tx) => tx.update(requirementItems).set({ checkedBy: 'person', titleEn: 'Nothing' })),
    ];
    for (const [at, change] of changes.entries()) {
      await change();
      await loadReference(database, now);
      // One revision for the first loading, and one for every loading that had something to mend.
      expect(await currentRevision(database.reader)).toBe(at + 2);
    }
    await database.write((tx) => tx.update(rules).set({ nameEn: 'Ours' }));
    await loadReference(database, now);
    expect(await currentRevision(database.reader)).toBe(5);
    const { reader } = database;
    expect((await reader.select().from(curves)).map(({ nameEn }) => nameEn).toSorted()).toEqual([
      'Linear, n/12',
      'Own completed years',
      'Season of national starts 2019',
    ]);
    const decimals = (await reader.select().from(indicators)).map((row) => [row.code, row.decimals]);
    expect(Object.fromEntries(decimals)).toMatchObject({ 'prefab-area': 2, 'green-demo': 0 });
    expect((await reader.select().from(requirements)).map(({ titleEn }) => titleEn)).not.toContain('Nothing');
    const items = await reader.select().from(requirementItems);
    expect(items.filter(({ checkedBy }) => checkedBy !== 'person')).toHaveLength(4);
    expect(items.map(({ titleEn }) => titleEn)).not.toContain('Nothing');
    expect(await reader.select().from(rules)).toMatchObject([
      { nameEn: 'Ours', createdAt: '2026-03-02T08:00:00.000Z', author: null },
    ]);
  });
});
