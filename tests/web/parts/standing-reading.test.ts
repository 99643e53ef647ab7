import { beforeAll, describe, expect, it } from 'vitest';
import { standingReading } from '#web/parts/standing-reading.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { indicatorOf, standingOf } from '../standings.ts';

beforeAll(() => startText('zh'));

const read = (kind: 'flow' | 'ratio', more: object) =>
  standingReading('温州', { ...standingOf('area'), asOf: '2020-09-30', ...more }, indicatorOf('area', { kind }), {
    t: textNow,
    language: 'zh',
  });

describe('a city on an indicator in words', () => {
  it('has its day, value, pace and gap', () => {
    const flow = { actual: 348, target: 600, completion: 0.58, pace: 0.7295, gapPoints: -14.95, gapAmount: -89.7 };
    expect(read('flow', flow)).toMatch(
      /^温州 .*（截至 2020-09-30）：348 .*完成 58%，序时 7[23](\.\d)?%，低于序时 .*（−89.7 /,
    );
  });

  it('has a ratio’s target in the place of a pace', () => {
    expect(read('ratio', { actual: 0.245, target: 0.29, gapPoints: -4.5 })).toMatch(/24.5%，目标 29%，低于目标 4.5/);
  });

  it('says that there is no target, and that there is no figure', () => {
    expect(read('flow', { actual: 12, target: null, gapPoints: null })).toMatch(/：12 .*，无目标$/);
    expect(read('flow', { actual: null })).toMatch(/尚无数据$/);
  });
});
