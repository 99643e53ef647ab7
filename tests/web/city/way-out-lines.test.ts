import { beforeAll, describe, expect, it } from 'vitest';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { wayOutLines } from '#web/features/city/way-out-lines.ts';
import { indicatorOf, standingOf } from '../standings.ts';

const way = { by: '2020-10-31', denominatorAdded: null } as const;

const linesOf = (wayOut: Parameters<typeof standingOf>[1]) =>
  wayOutLines(standingOf('area', wayOut), indicatorOf('area'), { t: textNow, language: 'zh' }).map(({ text }) => text);

describe('wayOutLines', () => {
  beforeAll(() => startText('zh'));

  it('says what the next report must add for each better level', () => {
    const wayOut = [
      { ...way, level: 'watch', add: 69.55 },
      { ...way, level: 'on-pace', add: 117.82 },
    ] as const;
    expect(linesOf({ wayOut: [...wayOut] })).toEqual(['10月再增 69.55 万㎡ → 预警', '10月再增 117.82 万㎡ → 正常']);
  });

  it('counts from the day of a figure of the middle of the month on', () => {
    const wayOut = [
      { ...way, level: 'on-pace', add: 48 },
      { ...way, level: 'achieved', add: null },
    ] as const;
    expect(linesOf({ asOf: '2020-10-16', wayOut: [...wayOut] })).toEqual([
      '10-16 起再增 48.00 万㎡ → 正常',
      '10-16 起本月无论增加多少，都不能达到“已完成”',
    ]);
    // A figure of September's end leaves all of October.
    expect(linesOf({ asOf: '2020-09-30', wayOut: [wayOut[0]] })).toEqual(['10月再增 48.00 万㎡ → 正常']);
  });

  it('says so where no amount can', () => {
    expect(linesOf({ wayOut: [{ ...way, level: 'on-pace', add: null }] })).toEqual([
      '10月无论增加多少，都不能达到“正常”',
    ]);
  });

  it('names the growth of the denominator that a ratio presumes', () => {
    expect(linesOf({ wayOut: [{ ...way, level: 'watch', add: 44.24, denominatorAdded: 170.81 }] })).toEqual([
      '10月新开工按 170.81 万㎡ 计，其中装配式达 44.24 万㎡ → 预警',
    ]);
  });
});
