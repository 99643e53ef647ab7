import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '#api/indicators/contract.ts';
import type { Region } from '#api/regions/contract.ts';
import type { Overview, Sprint, City } from '#api/standings/contract.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import { checklistItems, indicators, regions, rules } from '#db/schema.ts';
import { demoApp } from '#tests/support/app.ts';

const place = (code: string, position: number, tileRow: number | null, tileColumn: number | null) => ({
  code,
  parent: '330000',
  kind: 'zone' as const,
  nameZh: '区',
  nameEn: 'Zone',
  shortZh: '区',
  position,
  tileRow,
  tileColumn,
  validFrom: '2020-01-01',
  validTo: null,
});

describe('GET /api/regions', () => {
  it('has the province first, then the cities in their official order with short names and tiles', async () => {
    const list = (await (await (await demoApp()).signedIn('lishui')).get('/api/regions')).json<Region[]>();
    expect(list[0]).toEqual({
      code: '330000',
      kind: 'province',
      name: { zh: '浙江省', en: 'Zhejiang' },
      short: { zh: '浙江', en: 'Zhejiang' },
      parent: null,
      tile: null,
    });
    expect(list[3]).toEqual({
      code: '330300',
      kind: 'city',
      name: { zh: '温州市', en: 'Wenzhou' },
      short: { zh: '温州', en: 'Wenzhou' },
      parent: '330000',
      tile: { row: 3, column: 2 },
    });
    expect(list.map(({ short }) => short.zh).join(' ')).toBe(
      '浙江 杭州 宁波 温州 湖州 嘉兴 绍兴 金华 衢州 舟山 台州 丽水',
    );
  });

  it('keeps a tile in the first row and column, and has none where half of it is missing', async () => {
    const { database, signedIn } = await demoApp();
    await database.write((tx) =>
      tx
        .insert(regions)
        .values([place('zone-a', 90, 0, 0), place('zone-b', 91, 0, null), place('zone-c', 92, null, 0)]),
    );
    const list = (await (await signedIn('official')).get('/api/regions')).json<Region[]>();
    expect(list.slice(-3).map(({ code, kind, tile }) => [code, kind, tile])).toEqual([
      ['zone-a', 'zone', { row: 0, column: 0 }],
      ['zone-b', 'zone', null],
      ['zone-c', 'zone', null],
    ]);
  });
});

describe('GET /api/indicators', () => {
  it('has each with its names, unit, parts, curve and definition', async () => {
    const list = (await (await (await demoApp()).signedIn('leader')).get('/api/indicators')).json<Indicator[]>();
    // An office may have more, after these.
    expect(list.slice(0, 5).map(({ code }) => code)).toEqual([
      'prefab-area',
      'prefab-civil',
      'prefab-share',
      'steel-housing',
      'green-demo',
    ]);
    const [, civil, share, , green] = list;
    expect(civil).toMatchObject({
      kind: 'flow',
      name: { zh: '新开工装配式住宅和公共建筑（不含场馆建筑）面积' },
      short: { zh: '装配式住宅和公建', en: 'Prefabricated housing and public' },
      unit: { zh: '万㎡', en: '10k m²' },
      scale: 10_000,
      decimals: 2,
      core: true,
      required: true,
      partOf: 'prefab-area',
      numeratorFrom: null,
      curve: { code: 'starts-2019', name: { zh: '2019年全国新开工节奏', en: 'Season of national starts 2019' } },
    });
    expect(civil?.name.en).toBe('Newly started prefabricated housing and public buildings (without venues)');
    expect(civil?.curve.source.zh).toContain('国家统计局');
    expect(civil?.curve.source.en).toContain('National Bureau of Statistics');
    // 165,707 of the 227,154 万㎡ of 2019 had been started by the end of September.
    expect(civil?.curve.points[8]).toBeCloseTo(0.7295, 4);
    expect(civil?.curve.points).toHaveLength(12);
    expect(share).toMatchObject({
      kind: 'ratio',
      core: false,
      required: false,
      partOf: null,
      numeratorFrom: 'prefab-area',
    });
    expect(green).toMatchObject({ unit: { zh: '项', en: 'projects' }, scale: 1, decimals: 0 });
    expect(green?.definition.zh).toMatch(/^当年列入绿色建筑示范的工程项数/);
    expect(green?.definition.en).toMatch(/^Projects named as green building demonstrations this year/);
  });

  it('takes up an indicator that the office added, on its own curve', async () => {
    const { database, signedIn } = await demoApp();
    const added = {
      code: 'eco',
      kind: 'flow' as const,
      nameZh: '一',
      nameEn: 'One',
      shortZh: '二',
      shortEn: 'Two',
      unitZh: '个',
      unitEn: 'pieces',
      scale: 1,
      decimals: 0,
      core: false,
      required: false,
      partOf: null,
      numeratorFrom: null,
      curve: 'linear',
      definitionZh: '三',
      definitionEn: 'Three',
      position: 9,
    };
    await database.write((tx) => tx.insert(indicators).values(added));
    const list = (await (await signedIn('official')).get('/api/indicators')).json<Indicator[]>();
    expect(list.at(-1)).toMatchObject({
      code: 'eco',
      name: { zh: '一', en: 'One' },
      short: { zh: '二', en: 'Two' },
      unit: { zh: '个', en: 'pieces' },
      definition: { zh: '三', en: 'Three' },
      curve: { code: 'linear', name: { zh: '按月均摊', en: 'Linear, n/12' } },
    });
    expect(list.at(-1)?.curve.points[5]).toBe(0.5);
  });
});

describe('GET /api/rules', () => {
  it('has the newest first, whole', async () => {
    const { database, signedIn } = await demoApp();
    const [first] = await database.reader.select().from(rules);
    if (first === undefined) throw new Error('the demonstration has no rule');
    const second = {
      ...first,
      id: 'strict',
      nameZh: '从严',
      nameEn: 'Strict',
      source: 'ours',
      sourceEn: null,
      effectiveYear: 2021,
    };
    await database.write((tx) => tx.insert(rules).values({ ...second, version: 4, effectiveMonth: 3 }));
    const list = (await (await signedIn('leader')).get('/api/rules')).json<RuleDetail[]>();
    expect(list.map(({ id }) => id)).toEqual(['strict', 'three-measures']);
    expect(list[0]).toMatchObject({
      version: 4,
      name: { zh: '从严', en: 'Strict' },
      source: { zh: 'ours', en: 'ours' },
      effectiveYear: 2021,
      effectiveMonth: 3,
    });
    // Of the design: behind from 5 points on, with a ratio below 0.85 or an intensity of 1.5.
    expect(list[1]?.conditions.flow.behind).toEqual({
      all: [
        { measure: 'gapPoints', operator: 'at-or-below', number: -5 },
        {
          any: [
            { measure: 'scheduleRatio', operator: 'below', number: 0.85 },
            { measure: 'intensity', operator: 'at-or-above', number: 1.5 },
          ],
        },
      ],
    });
  });
});

describe('the standings of the demonstration', () => {
  it('speak of the year and month asked for', async () => {
    const leader = await (await demoApp()).signedIn('leader');
    const overview = (await leader.get('/api/overview?year=2019&month=12')).json<Overview>();
    expect([overview.year, overview.month, overview.coverage.accepted]).toEqual([2019, 12, 11]);
    // The cities of 2019 add up to the published 7,895 万㎡.
    expect(overview.province.indicators[0]?.actual).toBe(7895);
    expect(overview.months.slice(0, 3)).toEqual([
      { year: 2020, month: 10 },
      { year: 2020, month: 9 },
      { year: 2020, month: 8 },
    ]);
    const city = (await leader.get('/api/cities/330300?year=2020&month=4')).json<City>();
    expect([city.region, city.month, city.indicators[0]?.standing.actual]).toEqual(['330300', 4, 98]);
    const next = (await leader.get('/api/cities/330300?year=2020&month=5')).json<City>();
    expect([next.month, next.indicators[0]?.standing.actual]).toEqual([5, 140]);
  });

  it('keep each caller’s reply, month and day apart though they are kept for the next', async () => {
    const { clock, signedIn } = await demoApp({ now: '2020-10-19T15:59:00Z' });
    const [official, leader, quzhou] = [await signedIn('official'), await signedIn('leader'), await signedIn('quzhou')];
    const pending = async (caller: typeof official) =>
      (await caller.get('/api/cities/330800?year=2020&month=9'))
        .json<City>()
        .indicators.flatMap(({ series }) => series.filter(({ accepted }) => !accepted)).length;
    // Quzhou's October has six figures that wait.
    expect([await pending(leader), await pending(official), await pending(leader), await pending(quzhou)]).toEqual([
      0, 6, 0, 6,
    ]);
    const regionsOf = async (caller: typeof official, month: number) =>
      (await caller.get(`/api/overview?year=2020&month=${month}`)).json<Overview>();
    expect((await regionsOf(quzhou, 9)).regions).toHaveLength(1);
    // The official sees what waits as a bureau does, and of all cities.
    expect((await regionsOf(official, 9)).regions).toHaveLength(11);
    expect((await regionsOf(leader, 9)).regions).toHaveLength(11);
    expect((await regionsOf(await signedIn('lishui'), 9)).regions.map(({ region }) => region)).toEqual(['331100']);
    expect((await regionsOf(leader, 8)).month).toBe(8);
    const sprintOf = async (month: number) => (await leader.get(`/api/sprint?year=2020&month=${month}`)).json<Sprint>();
    expect([(await sprintOf(9)).month, (await sprintOf(8)).month]).toEqual([9, 8]);
    expect((await sprintOf(9)).daysLeft).toBe(73);
    clock.advance(1); // midnight of 20 October in Shanghai
    expect(await sprintOf(9)).toMatchObject({ daysLeft: 72, today: '2020-10-20' });
  });

  it('let a bureau read its own city and no other, with what waits', async () => {
    const quzhou = await (await demoApp()).signedIn('quzhou');
    const own = (await quzhou.get('/api/cities/330800?year=2020&month=10')).json<City>();
    expect(own.region).toBe('330800');
    expect(own.status).toBe('submitted');
    expect((await quzhou.get('/api/cities/330100?year=2020&month=10')).statusCode).toBe(404);
  });

  it('have in the sprint what was verified since, though it moved no standing', async () => {
    const { database, signedIn } = await demoApp();
    const leader = await signedIn('leader');
    const promised = async () => {
      const { cities } = (await leader.get('/api/sprint?year=2020&month=9')).json<Sprint>();
      return cities.find(({ region }) => region === '330700')?.checklistProgress;
    };
    // None of Jinhua's seventeen items is verified, and none is due yet.
    expect(await promised()).toEqual({ interview: '2020-10-15', total: 17, open: 17, overdue: 0 });
    const jinhua = eq(checklistItems.region, '330700');
    await database.write((tx) =>
      tx
        .update(checklistItems)
        .set({ state: 'verified' })
        .where(and(jinhua, eq(checklistItems.item, '1.1'))),
    );
    expect(await promised()).toEqual({ interview: '2020-10-15', total: 17, open: 16, overdue: 0 });
    await database.write((tx) => tx.update(checklistItems).set({ dueOn: '2020-10-18' }).where(jinhua));
    expect(await promised()).toEqual({ interview: '2020-10-15', total: 17, open: 16, overdue: 16 });
  });
});
