import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatBarePoints,
  formatFigure,
  formatGap,
  formatInstant,
  formatIntensity,
  formatList,
  formatMonth,
  formatPercent,
  formatPoints,
  formatQuantity,
  formatShortMonth,
  formatTick,
} from '#web/text/format.ts';

const area = { kind: 'flow', decimals: 2, unit: { zh: '万㎡', en: '10k m²' } } as const;
const share = { kind: 'ratio', decimals: 2 } as const;
const count = { kind: 'flow', decimals: 0 } as const;

describe('formatAmount', () => {
  it('separates thousands and writes the indicator’s decimals', () => {
    expect(formatAmount(1234.5, area)).toBe('1,234.50');
    expect(formatAmount(5, count)).toBe('5');
  });

  it('tells no value from a real zero', () => {
    expect(formatAmount(null, area)).toBe('--');
    expect(formatAmount(0, area)).toBe('0.00');
  });
});

describe('formatFigure', () => {
  it('writes a ratio as a percentage', () => {
    expect(formatFigure(0.2974, share)).toBe('29.74%');
    expect(formatFigure(348, area)).toBe('348.00');
  });
});

describe('formatGap', () => {
  it('shows which side of the pace it lies on', () => {
    expect(formatGap(-89.7, area)).toBe('−89.70');
    expect(formatGap(12, area)).toBe('+12.00');
  });

  it('keeps two decimals where whole things are counted, because a gap is computed', () => {
    // 5 − 0.7295 × 9 = −1.5655
    expect(formatGap(5 - 0.7295 * 9, count)).toBe('−1.57');
  });

  it('gives a value that rounds to zero no sign', () => {
    expect(formatGap(-0.001, area)).toBe('0.00');
    expect(formatGap(0.001, area)).toBe('0.00');
  });
});

describe('percentages and points', () => {
  it('are told apart', () => {
    expect(formatPercent(0.9314)).toBe('93.14%');
    expect(formatPoints(-14.95, 'zh')).toBe('−14.95 个百分点');
    expect(formatPoints(-14.95, 'en')).toBe('−14.95 pts');
    expect(formatBarePoints(25.09)).toBe('+25.09');
  });
});

describe('formatIntensity', () => {
  it('has a sign for a need without any recent progress', () => {
    expect(formatIntensity('infinite')).toBe('∞');
    expect(formatIntensity(1.62)).toBe('1.62');
    expect(formatIntensity(null)).toBe('--');
  });
});

describe('formatTick', () => {
  it('has no decimals that say nothing', () => {
    expect(formatTick(600, area)).toBe('600');
    expect(formatTick(22.5, area)).toBe('22.5');
    expect(formatTick(0.3, share)).toBe('30%');
    expect(formatTick(0.225, share)).toBe('22.5%');
  });
});

describe('dates', () => {
  it('name a month in both languages', () => {
    expect(formatMonth(2020, 9, 'zh')).toBe('2020年9月');
    expect(formatMonth(2020, 9, 'en')).toBe('September 2020');
    expect(formatShortMonth(9, 'en')).toBe('Sep');
  });

  it('put an instant on the office’s clock, eight hours ahead of UTC', () => {
    expect(formatInstant('2020-10-18T23:30:00.000Z')).toBe('2020-10-19 07:30');
  });
});

describe('sentences', () => {
  it('join names and units as each language does', () => {
    expect(formatList(['丽水', '温州'], 'zh')).toBe('丽水、温州');
    expect(formatList(['Lishui', 'Wenzhou'], 'en')).toBe('Lishui, Wenzhou');
    expect(formatQuantity(69.55, area, 'zh')).toBe('69.55 万㎡');
    expect(formatQuantity(69.55, area, 'en')).toBe('69.55 × 10k m²');
  });
});
