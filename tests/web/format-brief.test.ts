import { describe, expect, it } from 'vitest';
import {
  formatBrief,
  formatBriefEnough,
  formatBriefPercent,
  formatBriefQuantity,
  formatPointsApart,
} from '#web/text/format.ts';

const area = { kind: 'flow', unit: { zh: '万㎡', en: '10k m²' } } as const;

describe('numbers in sentences and pictures', () => {
  it('have one decimal at most and no trailing zeros', () => {
    expect([7000, 112.64, 0.25, -3, 0, 69.96].map((value) => formatBrief(value, area))).toEqual([
      '7,000',
      '112.6',
      '0.3',
      '−3',
      '0',
      '70',
    ]);
    expect(formatBriefQuantity(112.64, area, 'zh')).toBe('112.6 万㎡');
    expect(formatBriefQuantity(112.64, area, 'en')).toBe('112.6 × 10k m²');
    expect([formatBrief(null, area), formatBriefQuantity(null, area, 'zh')]).toEqual(['--', '--']);
  });

  it('never make a zero of what is none', () => {
    expect([0.04, 0.004, 0.00001].map((value) => formatBrief(value, area))).toEqual(['0.04', '0.004', '0']);
    expect(formatPointsApart(-14.95)).toBe('15');
    expect(formatPointsApart(-0.02)).toBe('0.02');
  });

  it('are 100 % only where all is done', () => {
    expect([1, 0.9996, 1.0004, 0.58, 0.94289, 1.2627, null].map(formatBriefPercent)).toEqual([
      '100%',
      '99.96%',
      '100.04%',
      '58%',
      '94.3%',
      '126.3%',
      '--',
    ]);
    expect(formatBrief(0.285, { kind: 'ratio' })).toBe('28.5%');
  });

  it('are rounded up where they must suffice', () => {
    expect([117.82, 69.55, 252, 69.6, 0.01].map(formatBriefEnough)).toEqual(['117.9', '69.6', '252', '69.6', '0.1']);
  });
});
