/** Indicators as data: added, changed, retired and withdrawn by officials, and in every form, file and sum without further ado. */
import { describe, expect, it } from 'vitest';
import type { IndicatorHistory, IndicatorIn } from '#api/indicator-changes/contract.ts';
import { indicatorProblems, type Neighbour } from '#api/indicator-changes/lifecycle.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, Overview } from '#api/standings/contract.ts';
import { auditEvents } from '#db/schema.ts';
import { verifySeals } from '#db/verification.ts';
import { loadReference } from '#seeds/load.ts';
import { demoApp, type SignedInCaller } from '#tests/support/app.ts';
import {
  basedOn,
  hangzhou,
  lishui,
  monthOf,
  once,
  ordinary,
  storedState,
  submissionIn,
} from '#tests/support/reporting.ts';
import { rowsOf } from '#tests/support/tables-in-files.ts';

/** 装配化装修, beside the fully decorated housing that the demonstration's department added. */
const decoration: IndicatorIn = {
  code: 'prefab-fit-out',
  kind: 'flow',
  name: { zh: '新开工装配化装修面积', en: 'Newly started prefabricated fit-out' },
  short: { zh: '装配化装修', en: 'Prefabricated fit-out' },
  unit: { zh: '万㎡', en: '10k m²' },
  scale: 10_000,
  decimals: 2,
  core: false,
  required: true,
  requiredFrom: '2020-11',
  partOf: 'prefab-area',
  numeratorFrom: null,
  curve: 'starts-2019',
  definition: { zh: '未公布年度目标，只列数据，不作评判。', en: 'No target was published: shown, not judged.' },
  reason: '约谈会议要求推进装配化装修',
};
const path = '/api/indicators';
/** The demonstration's department has decided once, on fully decorated housing. */
const after = (own: number) => basedOn(1 + own);

const historyOf = async (caller: SignedInCaller): Promise<IndicatorHistory> =>
  (await caller.get(`${path}/decisions`)).json<IndicatorHistory>();
const codesOf = async (caller: SignedInCaller): Promise<string[]> =>
  (await caller.get(path)).json<Indicator[]>().map(({ code }) => code);
const pointersOf = (reply: { json: () => { errors: { pointer: string; code: string }[] } }): string[] =>
  reply.json().errors.map(({ pointer }) => pointer);

describe('an indicator that is added', () => {
  it('is in forms, files, sums and targets at once, has no target and is not judged, and is told of', async () => {
    const { signedInAs, database } = await demoApp();
    const [official, bureau] = [await signedInAs('official'), await signedInAs('bureau', hangzhou)];
    const reply = await official.post(path, decoration, once(1, 'add-1'));
    expect(reply.statusCode).toBe(200);
    expect(reply.json<IndicatorHistory>().decisions).toMatchObject([
      { code: 'prefab-fit-out', number: 1, action: 'add', author: 'official', reason: decoration.reason },
      { code: 'decorated-housing' },
    ]);
    expect((await codesOf(bureau)).at(-1)).toBe('prefab-fit-out');
    const rows = await rowsOf((await bureau.get(`${monthOf(hangzhou, 10, 'template')}?language=zh`)).rawPayload);
    expect(rows.some(([code]) => code === 'prefab-fit-out')).toBe(true);
    const figures = { ...ordinary.figures, 'prefab-fit-out': { cumulative: '321.5' } };
    expect((await bureau.put(monthOf(hangzhou), { figures }, basedOn(0))).statusCode).toBe(200);
    expect((await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1))).statusCode).toBe(200);
    expect((await official.post(monthOf(hangzhou, 10, 'accept'), {}, basedOn(1))).statusCode).toBe(200);
    const city = (await bureau.get(`/api/cities/${hangzhou}?year=2020&month=10`)).json<City>();
    expect(city.indicators.at(-1)?.standing).toMatchObject({
      indicator: 'prefab-fit-out',
      level: 'no-target',
      actual: 321.5,
      target: null,
    });
    const { regions, province } = (await official.get('/api/overview?year=2020&month=10')).json<Overview>();
    expect(province.indicators.at(-1)).toMatchObject({ indicator: 'prefab-fit-out', level: 'no-target' });
    // That it has no target makes no city's level another one.
    expect(regions.find(({ region }) => region === hangzhou)?.level).toBe('achieved');
    const cells = (await official.get('/api/targets?year=2020')).json<{ cells: { indicator: string }[] }>().cells;
    expect(cells.filter(({ indicator }) => indicator === 'prefab-fit-out')).toHaveLength(12);
    const events = await database.reader.select().from(auditEvents);
    expect(events.find(({ action }) => action === 'indicator.add')).toMatchObject({ object: 'prefab-fit-out' });
    expect((await verifySeals(database.reader)).findings).toEqual([]);
  });

  it('is within its whole, and required from its month on only', async () => {
    const { signedInAs, clock } = await demoApp();
    const [official, bureau] = [await signedInAs('official'), await signedInAs('bureau', hangzhou)];
    await official.post(path, decoration, after(0));
    const over = { figures: { ...ordinary.figures, 'prefab-fit-out': { cumulative: 2010.51 } } };
    expect((await bureau.put(monthOf(hangzhou), over, basedOn(0))).json()).toMatchObject({
      code: 'part-exceeds-whole',
    });
    await bureau.put(monthOf(hangzhou), ordinary, basedOn(0));
    expect((await bureau.post(monthOf(hangzhou, 10, 'submit'), {}, basedOn(1))).statusCode).toBe(200);
    clock.set('2020-11-30T02:00:00Z');
    const later = await signedInAs('bureau', hangzhou);
    await later.put(monthOf(hangzhou, 11), ordinary, basedOn(0));
    expect((await later.post(monthOf(hangzhou, 11, 'submit'), {}, basedOn(1))).json()).toMatchObject({
      code: 'figures-missing',
      errors: [{ pointer: '/figures/prefab-fit-out' }],
    });
  });

  it('is an official’s to add, on what they saw, with a reason', async () => {
    const office = await demoApp();
    const official = await office.signedInAs('official');
    const before = await storedState(office.database);
    for (const role of ['leader', 'administrator'] as const)
      expect((await (await office.signedInAs(role)).post(path, decoration, after(0))).statusCode).toBe(403);
    expect((await (await office.signedInAs('bureau', lishui)).post(path, decoration, after(0))).statusCode).toBe(403);
    expect((await official.post(path, decoration)).statusCode).toBe(428);
    expect((await official.post(path, decoration, after(1))).json()).toMatchObject({ code: 'stale-version' });
    const silent = await official.post(path, { ...decoration, reason: '会议' }, after(0));
    expect(silent.json()).toMatchObject({ code: 'reason-required', errors: [{ pointer: '/reason' }] });
    expect(await storedState(office.database)).toEqual(before);
  });

  it('is refused with each place to mend', async () => {
    const { signedInAs } = await demoApp();
    const official = await signedInAs('official');
    const wrong = {
      ...decoration,
      code: 'Full',
      short: { zh: ' 装配式面积 ', en: '' },
      scale: 9999,
      requiredFrom: '2020-10',
      partOf: 'steel-housing',
      numeratorFrom: 'prefab-area',
      curve: 'none',
    };
    const reply = await official.post(path, wrong, after(0));
    expect(reply.statusCode).toBe(422);
    expect(pointersOf(reply)).toEqual([
      '/code',
      '/short/en',
      '/short/zh',
      '/scale',
      '/partOf',
      '/numeratorFrom',
      '/curve',
      '/requiredFrom',
    ]);
    const fine = { ...decoration, decimals: 5 };
    expect(pointersOf(await official.post(path, fine, after(0)))).toEqual(['/decimals']);
    expect(pointersOf(await official.post(path, { ...decoration, code: 'green-demo' }, after(0)))).toEqual(['/code']);
  });
});

describe('an indicator that is changed', () => {
  it('takes other words at any time, and another meaning only while nothing stands on it', async () => {
    const { signedInAs, database } = await demoApp();
    const official = await signedInAs('official');
    const demo = (await official.get(path)).json<Indicator[]>().find(({ code }) => code === 'green-demo');
    if (demo === undefined) throw new Error('the demonstration has no green-demo');
    const { curve, ...same } = demo;
    const { retiredFrom: _none, ...content } = { ...same, curve: curve.code, reason: '按年鉴口径改名' };
    const renamed = { ...content, short: { zh: '示范工程', en: 'Demonstrations' } };
    const post = (body: object, known: number) => official.post(`${path}/green-demo`, body, after(known));
    const other = await post({ ...content, scale: 100, decimals: 2, core: true }, 0);
    expect([other.json().code, pointersOf(other)]).toEqual(['indicator-in-use', ['/scale', '/decimals', '/core']]);
    expect((await post(content, 0)).json()).toMatchObject({ code: 'indicator-unchanged' });
    expect((await post(renamed, 0)).statusCode).toBe(200);
    expect((await historyOf(official)).decisions).toMatchObject([
      { action: 'change', changed: ['short'] },
      { code: 'decorated-housing' },
    ]);
    // The program's own words do not come back at the next start.
    await loadReference(database, new Date('2020-10-20T00:00:00Z'));
    const shorts = (await official.get(path)).json<Indicator[]>().map(({ short }) => short.zh);
    expect(shorts).toContain('示范工程');
    await official.post(path, decoration, after(1));
    const { reason: _why, ...free } = decoration;
    const whole = { ...free, core: true, partOf: null, scale: 100, decimals: 1, reason: '会议后调整口径' };
    expect((await official.post(`${path}/prefab-fit-out`, whole, after(2))).statusCode).toBe(200);
  });
});

describe('an indicator that is retired or withdrawn', () => {
  it('is not asked for from its month on, and stays in the months before', async () => {
    const { signedInAs, clock } = await demoApp();
    const official = await signedInAs('official');
    const retire = (code: string, month: number, known: number) =>
      official.post(`${path}/${code}/retire`, { year: 2020, month, reason: '另行统计不再报送' }, after(known));
    expect((await retire('green-demo', 10, 0)).json()).toMatchObject({
      code: 'indicator-month-judged',
      errors: [{ pointer: '/month' }],
    });
    // The share takes its numerator from the area, and civil is a part of it.
    expect((await retire('prefab-area', 11, 0)).json()).toMatchObject({ code: 'indicator-needed' });
    expect((await retire('green-demo', 11, 0)).statusCode).toBe(200);
    expect((await retire('green-demo', 12, 1)).json()).toMatchObject({ code: 'indicator-retired' });
    clock.set('2020-11-30T02:00:00Z');
    const bureau = await signedInAs('bureau', hangzhou);
    const asked = async (month: number) =>
      submissionIn(await bureau.get(monthOf(hangzhou, month))).context.map(({ indicator }) => indicator);
    expect([(await asked(10)).includes('green-demo'), (await asked(11)).includes('green-demo')]).toEqual([true, false]);
    expect((await bureau.put(monthOf(hangzhou, 11), ordinary, basedOn(0))).json()).toMatchObject({
      code: 'unknown-indicator',
    });
    const judged = async (month: number) =>
      (await bureau.get(`/api/cities/${hangzhou}?year=2020&month=${month}`))
        .json<City>()
        .indicators.some(({ standing }) => standing.indicator === 'green-demo');
    expect([await judged(9), await judged(11)]).toEqual([true, false]);
  });

  it('is gone where nothing was reported of it, with what was decided kept', async () => {
    const { signedInAs, database } = await demoApp();
    const [official, bureau] = [await signedInAs('official'), await signedInAs('bureau', hangzhou)];
    const withdraw = (code: string, known: number) =>
      official.post(`${path}/${code}/withdraw`, { reason: '误增此项指标' }, after(known));
    await official.post(path, decoration, after(0));
    expect((await withdraw('prefab-fit-out', 1)).statusCode).toBe(200);
    expect(await codesOf(bureau)).not.toContain('prefab-fit-out');
    await official.post(path, decoration, after(2));
    const { decisions } = await historyOf(bureau);
    expect(decisions.map(({ action, number }) => [number, action])).toEqual([
      [3, 'add'],
      [2, 'withdraw'],
      [1, 'add'],
      // The demonstration's own.
      [1, 'add'],
    ]);
    await bureau.put(monthOf(hangzhou), { figures: { 'prefab-fit-out': { cumulative: 1 } } }, basedOn(0));
    expect((await withdraw('prefab-fit-out', 3)).json()).toMatchObject({ code: 'indicator-not-withdrawable' });
    expect((await withdraw('steel-housing', 3)).json()).toMatchObject({ code: 'indicator-not-withdrawable' });
    expect((await verifySeals(database.reader)).findings).toEqual([]);
  });
});

describe('the neighbours of an indicator', () => {
  it('decide what it may be a part of, and what its numerator may be', () => {
    const { reason: _why, ...content } = decoration;
    const names = { name: { zh: '甲', en: 'A' }, short: { zh: '乙', en: 'B' } };
    const area: Neighbour = { ...content, ...names, code: 'area', partOf: null, retiredFrom: null };
    const codesFor = (more: Partial<typeof content>, neighbours = [area]) =>
      indicatorProblems({ ...content, ...more }, neighbours, ['starts-2019']).map(({ code }) => code);
    expect(codesFor({ partOf: 'area' })).toEqual([]);
    expect(codesFor({ kind: 'stock', partOf: 'area' })).toEqual(['indicator-part-of']);
    const ratio = { kind: 'ratio', partOf: null, numeratorFrom: 'area' } as const;
    expect(codesFor(ratio)).toEqual([]);
    expect(codesFor({ ...ratio, decimals: 1 })).toEqual(['indicator-numerator']);
    expect(codesFor({ ...ratio, partOf: 'area' })).toEqual(['indicator-part-of']);
    expect(codesFor(ratio, [{ ...area, retiredFrom: '2020-12' }])).toEqual(['indicator-numerator']);
  });
});
