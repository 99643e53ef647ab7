/** The meeting mode's cover in words, its pair of bars, and the day of older figures. */
import { beforeAll, describe, expect, it } from 'vitest';
import { olderDay } from '#web/features/sprint/meeting/city-sentence.ts';
import { courseTitle, coverSentence } from '#web/features/sprint/meeting/cover-sentence.ts';
import { ratePair, ratePairLayout } from '#web/features/sprint/meeting/rate-pair.ts';
import type { SprintRow, SprintView } from '#web/features/sprint/sprint-view.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { row, share, viewOf, wenzhou } from './meeting-views.ts';
import { emptyStanding, sprintRow } from './rows.ts';

let language: 'zh' | 'en' = 'zh';
const begin = async (next: typeof language): Promise<void> => {
  language = next;
  await startText(next);
};
const pairOf = (of: SprintRow, view = viewOf()) => ratePair(of, view, { t: textNow, language });

const missing = (name: string, amount: number): SprintRow => ({
  ...sprintRow(name, wenzhou, { yearEnd: { kind: 'short', projection: 1, missing: amount } }),
});
const cover = (view: Partial<SprintView>): string => coverSentence(viewOf(view), { t: textNow, language });

describe('the cover’s sentence', () => {
  beforeAll(() => begin('zh'));

  it('says how many days are left, whether the province makes it, and what the cities together will miss', () => {
    // 108 + 58.3 + 3.25
    const rows = [missing('温州', 108), missing('金华', 58.3), missing('舟山', 3.25)];
    expect(cover({ rows })).toBe('还剩 73 天。全省已达目标；照近期 3 市完不成，共缺 169.6 万㎡。');
    const provinceYearEnd = { kind: 'short', projection: 6900, missing: 100 } as const;
    expect(cover({ rows: [missing('温州', 108)], provinceYearEnd })).toBe(
      '还剩 73 天。照近期全省年底缺 100 万㎡；照近期 1 市完不成，缺 108 万㎡。',
    );
    expect(cover({ rows: [sprintRow('台州', {}, { yearEnd: { kind: 'will', projection: 910 } })] })).toBe(
      '还剩 73 天。全省已达目标；照近期各市都能完成。',
    );
  });

  it('speaks of a past year in the past, and claims nothing without figures', () => {
    const rows = [sprintRow('温州', wenzhou, { yearEnd: { kind: 'missed', missing: 12 } })];
    expect(cover({ rows, tense: 'over' })).toBe('2020年已结束。全省完成了目标；1 市没有完成，差 12 万㎡。');
    const unknown = sprintRow('温州', {});
    expect(cover({ rows: [unknown], provinceYearEnd: { kind: 'unknown' } })).toBe(
      '还剩 73 天。全省尚不能推算；各市未定目标或数据不足，不能推算。',
    );
    const will = sprintRow('台州', {}, { yearEnd: { kind: 'will', projection: 910 } });
    expect(cover({ rows: [unknown, will] })).toBe('还剩 73 天。全省已达目标；能推算的各市照近期都能完成。');
  });

  it('is said in English', async () => {
    await begin('en');
    expect(cover({ rows: [missing('Wenzhou', 108), missing('Jinhua', 58.3)] })).toBe(
      '73 days left. The province has reached its target; at the recent pace 2 cities fall 166.3 × 10k m² short.',
    );
    expect(courseTitle(viewOf(), { t: textNow, language })).toBe('The province’s prefabricated area (10k m²)');
    await begin('zh');
    const province = {
      ...emptyStanding,
      targetOfAll: null,
      ownTarget: null,
      ownTargetProvenance: null,
      projection: null,
    };
    const given = { ...province, coverage: { accepted: 1, expected: 1 }, completion: 0.98, ownCompletion: 1.001 };
    expect(courseTitle(viewOf({ province: given }), { t: textNow, language })).toBe(
      '全省装配式面积（万㎡）：省定的 100.1%，合计的 98%',
    );
  });
});

describe('the pair of bars', () => {
  beforeAll(() => begin('zh'));

  it('is needed against recent, what must suffice rounded up; done against target where there is no pace', () => {
    const pair = pairOf(row({ neededPerMonth: 84.01 }));
    expect(pair?.title).toBe('每月（万㎡）：所需强度 1.62 倍');
    expect(pair?.bars.map(({ name, text }) => `${name} ${text}`)).toEqual(['每月需要 84.1', '近期每月 50.7']);
    const over = pairOf(row({}), viewOf({ tense: 'over' }));
    expect(over?.bars.map(({ name, text }) => `${name} ${text}`)).toEqual(['目标 600', '完成 348']);
    const ratio = pairOf(row({ target: 0.3, actual: 0.253 }), viewOf({ indicator: share }));
    expect(ratio?.title).toBe('完成与目标（%）');
    expect(ratio?.bars.map(({ text }) => text)).toEqual(['30%', '25.3%']);
    expect(pairOf(row({ recentPerMonth: null }))?.bars[1].text).toBe('348');
    expect(pairOf(row({ recentPerMonth: null, actual: null }))).toBeNull();
  });

  it('stands on one line from 0, the taller one as tall as there is room', () => {
    const pair = pairOf(row({}));
    if (pair === null) throw new Error('no pair');
    const [needed, recent] = ratePairLayout(pair, { width: 600, height: 500 });
    expect((recent?.height ?? 0) / (needed?.height ?? 1)).toBeCloseTo(50.67 / 84, 6);
    expect((needed?.y ?? 0) + (needed?.height ?? 0)).toBeCloseTo((recent?.y ?? 0) + (recent?.height ?? 0), 6);
    expect((needed?.value.y ?? 0) - (needed?.value.size ?? 0)).toBeGreaterThanOrEqual(0);
    const negative = { ...pair, bars: [pair.bars[0], { ...pair.bars[1], value: -5 }] as const };
    expect(ratePairLayout(negative, { width: 600, height: 500 })[1]?.height).toBe(0);
  });
});

describe('the day of older figures', () => {
  it('is said where they are not of the page’s month', () => {
    expect(olderDay(row({ asOf: '2020-08-31' }), viewOf())).toBe('2020-08-31');
    expect(olderDay(row({ asOf: '2020-09-16' }), viewOf())).toBeNull();
    expect(olderDay(row({ asOf: null }), viewOf())).toBeNull();
  });
});
