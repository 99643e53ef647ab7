/** What the other tests of the formatter leave open: signs, edges, the words of days and months, units. */
import { describe, expect, it } from 'vitest';
import {
  figureUnitOf,
  formatAmount,
  formatComputed,
  formatDay,
  formatFigure,
  formatGap,
  formatInstant,
  formatIntensity,
  formatLongDay,
  formatMonthName,
  formatPercent,
  formatPoints,
  formatPointsApart,
  formatBarePoints,
  formatQuantity,
  formatRatio,
  formatShortDay,
  formatShortMonth,
  formatSignedAmount,
  formatTick,
  inSentence,
  unitOf,
  withUnit,
} from '#web/text/format.ts';

const area = { kind: 'flow', decimals: 2, unit: { zh: '万㎡', en: '10k m²' } } as const;
const share = { kind: 'ratio', decimals: 2, unit: { zh: '万㎡', en: '10k m²' } } as const;
const count = { kind: 'flow', decimals: 0, unit: { zh: '项', en: 'projects' } } as const;

describe('signs', () => {
  it('stand before what lies above or below, and nowhere else', () => {
    expect(formatSignedAmount(12, area)).toBe('+12.00');
    expect(formatSignedAmount(-3, count)).toBe('−3');
    expect(formatSignedAmount(0, count)).toBe('0');
    expect(formatSignedAmount(1234, count)).toBe('+1,234');
    expect(formatSignedAmount(null, count)).toBe('--');
    expect(formatAmount(-0.5, area)).toBe('−0.50');
    expect(formatAmount(-0.004, area)).toBe('0.00');
    expect(formatBarePoints(0)).toBe('0.00');
    expect(formatBarePoints(-0.004)).toBe('0.00');
    expect(formatBarePoints(100)).toBe('+100.00');
    expect(formatBarePoints(null)).toBe('--');
  });

  it('are left out where words say the side', () => {
    expect(formatPointsApart(-14.951)).toBe('15');
    expect(formatPointsApart(3)).toBe('3');
  });
});

describe('no value', () => {
  it('is two dashes in every format', () => {
    const written = [
      formatComputed(null, area),
      formatGap(null, area),
      formatFigure(null, area),
      formatFigure(null, share),
      formatPercent(null),
      formatPoints(null, 'zh'),
      formatRatio(null),
      formatDay(null),
      formatInstant(null),
      formatQuantity(null, area, 'zh'),
    ];
    expect(written).toEqual(written.map(() => '--'));
    expect(formatPercent(0)).toBe('0.00%');
    expect(formatRatio(0)).toBe('0.000');
    expect(formatIntensity(0)).toBe('0.00');
  });
});

describe('decimals', () => {
  it('are two at least where a value is computed, the indicator’s own where it is counted', () => {
    expect(formatComputed(4 / 3, count)).toBe('1.33');
    expect(formatComputed(84, area)).toBe('84.00');
    expect(formatComputed(1.2345, { decimals: 3 })).toBe('1.235');
    expect(formatAmount(4, count)).toBe('4');
    expect(formatRatio(0.79508)).toBe('0.795');
    expect(formatPercent(0.5149, 0)).toBe('51%');
    expect(formatPercent(1.2346, 1)).toBe('123.5%');
  });

  it('are as few as a tick needs', () => {
    expect([0, 0.5, 0.25, 1200, 0.125].map((value) => formatTick(value, area))).toEqual([
      '0',
      '0.5',
      '0.25',
      '1,200',
      '0.13',
    ]);
    expect([0, 0.3, 0.225, 0.2225].map((value) => formatTick(value, share))).toEqual(['0%', '30%', '22.5%', '22.25%']);
  });
});

describe('days and months', () => {
  it('are named in both languages', () => {
    expect([formatShortDay('2020-09-30', 'zh'), formatShortDay('2020-09-05', 'en')]).toEqual(['9-30', '5 Sep']);
    expect([formatLongDay('2020-10-19', 'zh'), formatLongDay('2020-10-09', 'en')]).toEqual([
      '2020年10月19日',
      '9 October 2020',
    ]);
    const months = Array.from({ length: 12 }, (_, index) => formatShortMonth(index + 1, 'en'));
    expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    expect([1, 12].map((month) => formatMonthName(month, 'zh'))).toEqual(['1月', '12月']);
    expect(formatShortMonth(12, 'zh')).toBe('12月');
    expect(formatDay('2020-09-30')).toBe('2020-09-30');
  });
});

describe('units', () => {
  it('are a share’s percent where the share is written, and the indicator’s own elsewhere', () => {
    expect(figureUnitOf(share, 'zh')).toBe('%');
    expect(unitOf(share, 'zh')).toBe('万㎡');
    expect(figureUnitOf(area, 'en')).toBe('10k m²');
  });

  it('do not read as one more figure', () => {
    expect(withUnit('69.55', area, 'en')).toBe('69.55 × 10k m²');
    expect(withUnit('3', count, 'en')).toBe('3 projects');
    expect(withUnit('3', count, 'zh')).toBe('3 项');
  });

  it('follow a name without its capital in English alone', () => {
    expect(inSentence('Prefabricated area', 'en')).toBe('prefabricated area');
    expect(inSentence('Q装配', 'zh')).toBe('Q装配');
  });
});
