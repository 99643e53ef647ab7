import { beforeAll, describe, expect, it } from 'vitest';
import { measureText } from '#web/text/measure-text.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { paceText, sideOf } from '#web/text/pace-text.ts';

describe('the value of a rule’s measure', () => {
  it('is written as people write it, each in its own unit', () => {
    expect(measureText('gapPoints', -5, 'zh')).toBe('−5.00 个百分点');
    expect(measureText('pointsAgainstPeers', 2.5, 'en')).toBe('+2.50 pts');
    expect(measureText('completion', 0.58, 'zh')).toBe('58.00%');
    expect(measureText('neededShare', 1, 'zh')).toBe('100.00%');
    expect(measureText('growthOnLastYear', -0.031, 'zh')).toBe('−3.10%');
    expect(measureText('scheduleRatio', 0.85, 'zh')).toBe('0.850');
    expect(measureText('intensity', 1.5, 'zh')).toBe('1.50');
    expect(measureText('monthsBelowPlan', 2, 'zh')).toBe('2');
  });

  it('tells what is without bound from what has no value', () => {
    expect(measureText('intensity', 'infinite', 'zh')).toBe('∞');
    expect(measureText('neededShare', 'infinite', 'zh')).toBe('∞');
    expect(measureText('gapPoints', null, 'zh')).toBe('--');
    expect(measureText('monthsBelowPlan', 0, 'zh')).toBe('0');
  });
});

describe('the distance to the pace in words', () => {
  beforeAll(() => startText('zh'));

  it('has a side as far as two decimals show one', () => {
    expect([-0.005, -0.0049, 0, 0.0049, 0.005].map(sideOf)).toEqual(['below', 'even', 'even', 'even', 'above']);
  });

  it('says the points without a sign', () => {
    expect(paceText(-14.951, 'flow', { t: textNow })).toBe('低于序时 15 个百分点');
    expect(paceText(15.67, 'stock', { t: textNow })).toBe('高于序时 15.7 个百分点');
    expect(paceText(0, 'flow', { t: textNow })).toBe('与序时持平');
  });

  it('puts a ratio under or above its target, because it has no pace', () => {
    expect([-1.5, 2, 0].map((points) => paceText(points, 'ratio', { t: textNow }))).toEqual([
      '低于目标 1.5 个百分点',
      '高于目标 2 个百分点',
      '与目标持平',
    ]);
  });
});
