/** The targets' rare branches, drawn from replies written by hand: partly set, none set, nothing to change. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { TargetCell, TargetStep } from '#api/targets/contract.ts';
import { listTargets } from '#api/targets/contract.ts';
import { query } from '#web/api/queries.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { pageAt, regionOf, rowsIn, wordsIn } from '../rendered.tsx';
import { indicatorOf } from '../standings.ts';
import { cellOf, stepOf } from './cells.ts';

beforeAll(() => startText('zh'));

const regions = [
  regionOf('330000', '浙江', { kind: 'province', parent: null, tile: null }),
  regionOf('330300', '温州'),
  regionOf('331100', '丽水'),
];
const indicators = [
  indicatorOf('area', { short: { zh: '面积', en: 'Area' }, name: { zh: '装配式面积', en: '' } }),
  indicatorOf('share', { kind: 'ratio', short: { zh: '占比', en: 'Share' } }),
];
const drawn = (cells: readonly TargetCell[], search = '', today = '2020-10-19') =>
  pageAt(`/targets?year=2020${search}`, {
    regions,
    indicators,
    today,
    read: [{ of: query(listTargets, { query: { year: 2020 } }), reply: { year: 2020, cells } }],
  });
const readOnly = (cell: TargetCell): TargetCell => ({ ...cell, can: { change: false, withdraw: false } });
const invented = (step: TargetStep): TargetStep => ({ ...step, origin: 'invented' });

describe('the table of the targets', () => {
  const cells = [
    cellOf('330000', 'area'),
    cellOf('330300', 'area', [invented(stepOf(1, 600)), stepOf(2, 650, 7)]),
    cellOf('330300', 'share', [stepOf(1, 0.29)]),
    readOnly(cellOf('331100', 'area')),
    readOnly(cellOf('331100', 'share', [invented(stepOf(1, 0.28))])),
  ];

  it('has the target of the year’s end, what is not set, and the sum of those that are', async () => {
    const markup = await drawn(cells);
    expect(rowsIn(markup).map((row) => row.replaceAll(/(浙江|温州|丽水) (面积|占比)/g, ''))).toEqual([
      '地区 | 面积万㎡ | 占比%',
      '全省自定目标 | 设定 | ',
      '各市合计 | 650.001/2 市 | --',
      '温州 | 650.00第 2 次，7月起 | 29.00%',
      '丽水 | 未设定 | 28.00%†',
    ]);
    expect(wordsIn(markup)).toContain('2020年目标：2个设区市×2项指标，已定 3 项。');
    expect(wordsIn(markup)).toContain('† 演示数据（虚构） 所列为年底执行的目标。');
    // One heading: the page's name gives way to its sentence.
    expect(markup.match(/<h1/g)).toHaveLength(1);
    // A cell that nobody may fill is nothing to click.
    expect(markup).toContain('open=330000-area');
    expect(markup).not.toContain('open=331100-area');
  });

  it('says what to do where nothing is set, by whether one may', async () => {
    const official = wordsIn(await drawn([cellOf('330300', 'area'), cellOf('331100', 'area')]));
    expect(official).toContain('2020年尚未设定任何目标。');
    expect(official).toContain('请在下表中打开一个地区的一项指标');
    expect(official).not.toContain('虚构');
    const other = wordsIn(await drawn([readOnly(cellOf('330300', 'area'))]));
    expect(other).toContain('目标由省厅账号在本页设定。');
    expect(other).not.toContain('各市合计');
    expect(wordsIn(await drawn(cells))).not.toContain('没有目标就无法判断进度');
  });
});

const panelOf = async (cell: TargetCell, today?: string) => {
  const markup = await drawn([cell], `&open=${cell.region}-${cell.indicator}`, today);
  return { markup, words: wordsIn(markup) };
};

describe('an opened target', () => {
  const area = cellOf('330300', 'area', [stepOf(1, 600)]);

  it('has its ledger, and the form for those who may change it', async () => {
    const { markup, words } = await panelOf(area);
    expect(words).toContain('温州 · 装配式面积 · 2020年目标 关闭');
    expect(rowsIn(markup)).toContain(
      '1 | 600.00 | 1月 | 浙建〔2020〕1号 | 年度目标分解下达 | official | 2020-01-20 | 本系统设定',
    );
    expect(words).toContain('调整目标');
    expect(words).toContain('现行目标 600.00');
    expect(words).toContain('10月如已有通过的数据，将按此目标判断。 10月之前的月份仍按原目标判断。');
    expect((await panelOf(readOnly(area))).markup).not.toContain('<form');
  });

  it('sets a first one from January on, which judges the months that have begun and keeps none', async () => {
    const { words } = await panelOf(cellOf('330300', 'area'));
    expect(words).toContain('今年尚未设定目标。 设定目标 目标（万㎡）');
    expect(words).not.toContain('现行目标');
    expect(words).toContain('1月至10月中已有通过数据的月份，将按此目标判断。');
    expect(words).not.toContain('仍按原目标判断');
    expect((await panelOf(cellOf('330300', 'area'), '2020-01-19')).words).toContain(
      '1月如已有通过的数据，将按此目标判断。',
    );
    expect((await panelOf(cellOf('330300', 'area'), '2019-12-19')).words).not.toContain('将按此目标判断');
    expect((await panelOf(cellOf('330300', 'area'), '2021-03-01')).words).toContain('1月至12月中');
    expect((await panelOf(cellOf('330300', 'share'))).words).toContain('目标（%，30 即 30%）');
  });
});
