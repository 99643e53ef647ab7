import { describe, expect, it } from 'vitest';
import { parseBlock } from '#web/features/submissions/form/grid.ts';
import { namedBlock } from '#web/features/submissions/form/paste-by-name.ts';
import { indicatorOf } from './month.ts';

const named = (zh: string, en: string, shortZh: string) => ({
  name: { zh, en },
  short: { zh: shortZh, en: `${en} (short)` },
});
const area = indicatorOf('prefab-area', named('新开工装配式建筑面积', 'Prefabricated starts', '装配式面积'));
const civil = indicatorOf('prefab-civil', {
  ...named('新开工装配式住宅和公共建筑（不含场馆建筑）面积', 'Housing and public starts', '装配式住宅和公建'),
});
const share = indicatorOf('prefab-share', { kind: 'ratio', ...named('装配式占比', 'Prefabricated share', '占比') });
const green = indicatorOf('green-demo', {
  ...named('绿色建筑示范工程', 'Demonstrations', '绿建示范'),
  unit: { zh: '项', en: 'projects' },
});
const indicators = [area, civil, share, green];

const block = (text: string) => namedBlock(parseBlock(text), indicators);
/** Indicator, then field and text, of each row that was matched. */
const placed = (text: string) =>
  block(text)?.rows.map(({ indicator, texts }) => [indicator.code, ...texts.flatMap((one) => [one.field, one.text])]);

describe('a block whose first column names indicators', () => {
  it('is matched by name in any order, in both languages, by short name and by code', () => {
    expect(placed('绿建示范\t3\nPrefabricated starts\t134.5\nprefab-civil\t90')).toEqual([
      ['green-demo', 'cumulative', '3'],
      ['prefab-area', 'cumulative', '134.5'],
      ['prefab-civil', 'cumulative', '90'],
    ]);
    expect(block('绿建示范\t3\n装配式面积\t134.5')?.cells).toEqual([
      { row: 3, column: 1, text: '3' },
      { row: 0, column: 1, text: '134.5' },
    ]);
  });

  it('is matched with units, numbers, brackets and spaces around its names', () => {
    for (const name of [
      '新开工装配式建筑面积（万㎡）',
      ' 1、新开工装配式建筑面积',
      '一、新开工装配式建筑面积：',
      '新开工装配式建筑面积万㎡',
      '（1）新开工 装配式建筑面积',
    ]) {
      expect([name, placed(`${name}\t134.50`)]).toEqual([name, [['prefab-area', 'cumulative', '134.50']]]);
    }
    expect(placed('新开工装配式住宅和公共建筑面积\t90')).toEqual([['prefab-civil', 'cumulative', '90']]);
  });

  it('takes two numbers as the form’s two cells, and passes a column of units over', () => {
    expect(placed('装配式面积\t万㎡\t30\t134.5\n占比\t\t134.5\t400\n绿建示范\t项\t1\t3')).toEqual([
      ['prefab-area', 'increment', '30', 'cumulative', '134.5'],
      ['prefab-share', 'numerator', '134.5', 'denominator', '400'],
      ['green-demo', 'increment', '1', 'cumulative', '3'],
    ]);
  });

  it('goes by a line of headings where there is one', () => {
    const text = '指标\t单位\t累计\t去年同期\t本月新增\n装配式面积\t万㎡\t134.5\t99\t30\n占比\t%\t1\t2\t3';
    expect(placed(text)).toEqual([['prefab-area', 'cumulative', '134.5', 'increment', '30']]);
    expect(block(text)?.left).toEqual(['占比']);
    expect(placed('Indicator\tDenominator\tNumerator\nprefab-share\t400\t134.5')).toEqual([
      ['prefab-share', 'denominator', '400', 'numerator', '134.5'],
    ]);
  });

  it('names what goes nowhere: an unknown name, a second row of one indicator, a ratio with one number', () => {
    const found = block('装配式面积\t134.5\n商品房\t7\n装配式面积\t9\n占比\t33\n合计\t');
    expect(found?.rows.map(({ name }) => name)).toEqual(['装配式面积']);
    expect(found?.left).toEqual(['商品房', '装配式面积', '占比']);
    expect(placed('占比\t不适用')).toEqual([['prefab-share', 'denominator', '不适用']]);
  });

  it('is none where no name is an indicator’s, or nothing stands beside them', () => {
    expect(block('134.5\t90\n3\t4')).toBeNull();
    expect(block('装配式面积\n绿建示范')).toBeNull();
    expect(block('商品房\t7')).toBeNull();
  });
});
