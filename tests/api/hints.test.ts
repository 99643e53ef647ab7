import { describe, expect, it } from 'vitest';
import { lastDayOfMonth } from '#api/measures/calendar.ts';
import { starts2019Points } from '#api/measures/curve.ts';
import { presets } from '#api/measures/rule.ts';
import type { Kind } from '#api/measures/vocabulary.ts';
import type { InputContext } from '#api/submissions/contract.ts';
import { absenceHint, hintsOf, riskOf, type HintIndicator, type HintInput } from '#api/submissions/hints.ts';
import { cumulativeBefore, cumulativeOf, incrementOf, needsExplanation, preview } from '#api/submissions/preview.ts';

/** The method's worked example: 600 万㎡, 348 by September. Its increments: 12 14 34 38 42 56 46 48 58, median 42. */
const toSeptember = [12, 26, 60, 98, 140, 196, 242, 290, 348];

const series = (year: number, values: readonly number[]): InputContext['accepted'] =>
  values.map((cumulative, index) => ({
    month: index + 1,
    asOf: lastDayOfMonth(year, index + 1),
    cumulative,
    denominator: null,
  }));

const context: InputContext = {
  indicator: 'prefab-area',
  target: 600,
  lastMonth: null,
  sameMonthLastYear: null,
  accepted: series(2020, toSeptember),
  lastYear: [],
  baseline: null,
  ownCurve: null,
};

const indicatorOf = (kind: Kind): HintIndicator => ({
  code: 'prefab-area',
  kind,
  scale: 10_000,
  decimals: 2,
  numeratorFrom: null,
  curve: { points: [...starts2019Points] },
});

/** October's report of so many 万㎡, as of its last day. */
const october = (amount: number, more: Partial<HintInput> = {}): HintInput => ({
  indicator: indicatorOf('flow'),
  context,
  conditions: presets['three-measures'].flow,
  year: 2020,
  month: 10,
  asOf: '2020-10-31',
  figure: { cumulative: Math.round(amount * 10_000), denominator: null },
  ...more,
});

const codes = (input: HintInput) => hintsOf(input).map(({ code }) => code);
const hint = (input: HintInput, code: string) => hintsOf(input).find((one) => one.code === code);

describe('preview', () => {
  it('gives the level of the worked example: 69.55 more is watch, a hundred square metres less is behind', () => {
    expect(preview(october(348 + 69.55)).level).toBe('watch');
    expect(preview(october(348 + 69.54)).level).toBe('behind');
    expect(preview(october(348 + 117.82)).level).toBe('on-pace');
    expect(preview(october(600)).level).toBe('achieved');
  });

  it('puts the figure in the place of the same month accepted as of an earlier day', () => {
    const accepted = [...context.accepted, { month: 10, asOf: '2020-10-10', cumulative: 360, denominator: null }];
    expect(preview(october(600, { context: { ...context, accepted } })).actual).toBe(6_000_000);
  });

  it('judges a ratio by its share and a stock by its increase', () => {
    const share = october(30, {
      indicator: indicatorOf('ratio'),
      context: { ...context, target: 0.3, accepted: [] },
      conditions: presets['three-measures'].ratio,
      figure: { cumulative: 300_000, denominator: 1_000_000 },
    });
    expect(preview(share)).toMatchObject({ level: 'achieved', share: 0.3, target: 3000 });
    // (36 − 20) of (40 − 20) = 80 %
    const stock = october(36, {
      indicator: indicatorOf('stock'),
      context: { ...context, target: 40, baseline: 20, accepted: [] },
    });
    expect(preview(stock).completion).toBeCloseTo(0.8, 12);
  });

  it('has no level to explain without a target', () => {
    expect(needsExplanation(preview(october(1, { context: { ...context, target: null } })).level)).toBe(false);
    expect(needsExplanation(preview(october(1)).level)).toBe(true);
  });
});

describe('the increment', () => {
  it('is added to last month and taken from it', () => {
    const before = cumulativeBefore(indicatorOf('flow'), context, 10);
    expect(before).toEqual({ cumulative: 3_480_000, denominator: null });
    // 348 + 69.55 = 417.55
    expect(cumulativeOf(695_500, 3_480_000)).toBe(4_175_500);
    expect(incrementOf(4_175_500, 3_480_000)).toBe(695_500);
  });

  it("begins a year at 0, a ratio with both its parts, and a stock at last year's end", () => {
    expect(cumulativeBefore(indicatorOf('flow'), context, 1)).toEqual({ cumulative: 0, denominator: null });
    expect(cumulativeBefore(indicatorOf('ratio'), context, 1)).toEqual({ cumulative: 0, denominator: 0 });
    const stock = { ...context, baseline: 20 };
    expect(cumulativeBefore(indicatorOf('stock'), stock, 1)).toEqual({ cumulative: 200_000, denominator: null });
  });

  it('is unknown where the month before is', () => {
    expect(cumulativeBefore(indicatorOf('flow'), context, 11)).toBeNull();
    expect(cumulativeBefore(indicatorOf('stock'), context, 1)).toBeNull();
  });
});

/** The year so far, to one of its months. */
const after = (months: number) => ({
  context: { ...context, accepted: series(2020, toSeptember.slice(0, months)) },
});

describe('hintsOf', () => {
  it('has nothing to say about an ordinary month', () => {
    expect(codes(october(430.5))).toEqual([]);
  });

  it('sees a cumulative that falls', () => {
    expect(hint(october(347.99), 'falling')).toEqual({
      code: 'falling',
      indicator: 'prefab-area',
      value: 347.99,
      against: 348,
      weight: 16,
    });
    expect(codes(october(348))).not.toContain('falling');
  });

  it('sees one that falls within its month', () => {
    const accepted = [...context.accepted, { month: 10, asOf: '2020-10-16', cumulative: 480, denominator: null }];
    expect(hint(october(479, { context: { ...context, accepted } }), 'falling')?.against).toBe(480);
  });

  it('lets a flow begin again in January, and a stock not', () => {
    const january = { month: 1, asOf: '2020-01-31' };
    const start = { ...context, accepted: [], baseline: 20 };
    expect(codes(october(5, { ...january, context: start }))).not.toContain('falling');
    const stock = october(5, { ...january, context: start, indicator: indicatorOf('stock') });
    expect(hint(stock, 'falling')?.against).toBe(20);
  });

  it('sees a month far above the median one', () => {
    // Off 42 by 30 28 8 4 0 14 4 6 16, in the middle 8: 42 + 3.5 × 1.4826 × 8 = 83.5128.
    expect(codes(october(348 + 83.51))).not.toContain('jump');
    expect(hint(october(348 + 83.52), 'jump')).toMatchObject({ value: 83.52, against: 42 });
  });

  it('spreads a jump over the months that were not reported', () => {
    // November after September: 167.02 / 2 = 83.51 a month
    const november = { month: 11, asOf: '2020-11-30' };
    expect(codes(october(348 + 167.02, november))).not.toContain('jump');
    expect(hint(october(348 + 167.04, november), 'jump')?.value).toBe(83.52);
  });

  it('does not judge by fewer than six months', () => {
    const may = { month: 6, asOf: '2020-06-30' };
    expect(codes(october(599, { ...may, ...after(5) }))).not.toContain('jump');
    expect(codes(october(599, { month: 7, asOf: '2020-07-31', ...after(6) }))).toContain('jump');
  });

  it('sees a figure copied from last month or from last year', () => {
    expect(hint(october(348), 'copied')).toMatchObject({ value: 348, against: 348 });
    const lastYear = series(2019, [20, 60, 110, 170, 230, 290, 340, 390, 430, 470.5]);
    expect(codes(october(470.5, { context: { ...context, lastYear } }))).toContain('copied');
  });

  it('lets a count stay', () => {
    const count = { ...indicatorOf('flow'), scale: 1, decimals: 0 };
    const accepted = series(2020, [1, 1, 2, 3, 3, 4, 4, 5, 5]);
    const beside = { ...context, target: 6, accepted };
    const still = october(0, { indicator: count, context: beside, figure: { cumulative: 5, denominator: null } });
    expect(codes(still)).not.toContain('copied');
    expect(codes(still)).not.toContain('on-the-line');
    const met = october(0, { indicator: count, context: beside, figure: { cumulative: 6, denominator: null } });
    expect(hint(met, 'on-the-line')).toMatchObject({ value: 6, against: 5 });
  });

  it('sees a figure exactly on the target or on a line of the rule', () => {
    expect(hint(october(600), 'on-the-line')).toMatchObject({ value: 600, against: 599.99 });
    expect(codes(october(600.01))).not.toContain('on-the-line');
    expect(hint(october(417.55), 'on-the-line')).toMatchObject({ value: 417.55, against: 417.54 });
    expect(codes(october(417.54))).not.toContain('on-the-line');
  });

  it('says that it would be behind, as completion against pace', () => {
    // 400 / 600 = 66.67 % against 81.72 %
    const found = hint(october(400), 'would-be-behind');
    expect(found?.value).toBeCloseTo(400 / 600, 12);
    expect(found?.against).toBeCloseTo(starts2019Points[9] ?? 0, 12);
  });

  it('sees what compares with last year otherwise than the months before', () => {
    // Each month to September was 6/5 of last year's, so that October may be 1.2 ± 3.5 × 0.12 of 300: 234 to 486.
    const lastYear = series(2019, [...toSeptember.map((value) => (value * 5) / 6), 300]);
    const beside = { context: { ...context, lastYear } };
    expect(codes(october(485.9, beside))).not.toContain('far-from-last-year');
    expect(hint(october(486.1, beside), 'far-from-last-year')).toMatchObject({ value: 486.1, against: 300 });
    expect(codes(october(234.1, beside))).not.toContain('far-from-last-year');
    expect(hint(october(233.9, beside), 'far-from-last-year')).toMatchObject({ value: 233.9, against: 300 });
  });

  it("leaves a numerator that is another indicator's figure to that one", () => {
    const share = { ...indicatorOf('ratio'), code: 'prefab-share', numeratorFrom: 'prefab-area' };
    expect(codes(october(347, { indicator: share }))).not.toContain('falling');
  });
});

describe('absenceHint', () => {
  const unknown = { ...context, accepted: [] };
  const area = { code: 'prefab-area', required: true };

  it('sees what is required and not yet known, and what earlier months had', () => {
    expect(absenceHint(area, 'not-yet-known', unknown)).toMatchObject({
      code: 'not-yet-known',
      against: null,
      weight: 4,
    });
    expect(absenceHint({ ...area, required: false }, 'not-yet-known', unknown)).toBeNull();
    expect(absenceHint({ ...area, required: false }, 'not-yet-known', context)?.code).toBe('not-reported');
    expect(absenceHint(area, 'not-applicable', context)).toMatchObject({
      code: 'not-reported',
      against: 348,
      weight: 4,
    });
    expect(absenceHint(area, 'not-applicable', unknown)).toBeNull();
    expect(absenceHint(area, null, unknown)).toBeNull();
  });
});

const weightOf = (input: HintInput, code: string) => hint(input, code)?.weight ?? Number.NaN;

describe('riskOf', () => {
  it('puts a falling cumulative before all other hints of a figure together, and anything before nothing', () => {
    const lastYear = series(2019, [...toSeptember, 300]);
    const falling = weightOf(october(347), 'falling');
    const others = [
      weightOf(october(599), 'jump'),
      weightOf(october(348), 'copied'),
      weightOf(october(600), 'on-the-line'),
      weightOf(october(400), 'would-be-behind'),
      weightOf(october(600, { context: { ...context, lastYear } }), 'far-from-last-year'),
    ];
    expect(falling).toBeGreaterThan(riskOf(others.map((weight) => ({ weight }))));
    for (const weight of others) expect(weight).toBeGreaterThan(0);
    expect(riskOf([])).toBe(0);
  });
});
