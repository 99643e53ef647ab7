import { beforeAll, describe, expect, it } from 'vitest';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { startText, textNow } from '#web/text/messages/use-text.ts';
import { projectionRow } from '#web/parts/proof/projection-row.ts';
import { noForecast } from '../replies.ts';
import { indicatorOf, standingOf } from '../standings.ts';

const indicator = indicatorOf('area');
const point = (month: number, asOf: string, value: number): SeriesPoint => ({
  month,
  asOf,
  cumulative: value,
  denominator: null,
  expected: null,
  accepted: true,
  origin: 'reported',
  source: null,
});

const detail = (series: SeriesPoint[], projection: number | null): IndicatorDetail => ({
  standing: standingOf('area'),
  series,
  lastYear: [],
  targets: [],
  strip: [],
  projection,
  forecast: noForecast,
});

const input = { indicator, period: { year: 2020, month: 3 }, t: textNow, language: 'zh' } as const;
const threeMonths = [point(1, '2020-01-31', 10), point(2, '2020-02-29', 20), point(3, '2020-03-31', 30)];

describe('the projection in the proof', () => {
  beforeAll(() => startText('zh'));

  it('shows its arithmetic from the start of the year with fewer than seven months', () => {
    // 30 + 30 ÷ 25 % × 75 % = 120
    expect(projectionRow({ ...input, detail: detail(threeMonths, 120) })).toMatchObject({
      value: '120.00',
      formula: '30.00 + (30.00 − 0.00) ÷ (25.00000% − 0.00000%) × (1 − 25.00000%)',
      how: '取最近至多六个已通过月份，自年初起。尚无已完成的年度，季节取判定所用的序时曲线。',
    });
  });

  it('looks back six accepted months, whatever else is in the series', () => {
    const ends = ['01-31', '02-29', '03-31', '04-30', '05-31', '06-30', '07-31'];
    const series = ends.map((end, index) => point(index + 1, `2020-${end}`, 10 + 5 * index));
    const at = { ...input, period: { year: 2020, month: 7 } };
    // 40 + (40 − 10) ÷ 50 % × (1 − 58.33 %) = 65
    expect(projectionRow({ ...at, detail: detail(series, 65) })?.how).toContain('自 2020-01-31 起');
  });

  it('takes the season that the forecast takes, and names its years', () => {
    const season = { years: [2018, 2019], points: [0.1, 0.2, 0.5, 0.6, 0.7, 0.8, 0.8, 0.8, 0.8, 0.9, 0.9, 1] };
    const given = { ...detail(threeMonths, 60), forecast: { ...noForecast, season } };
    // 30 + 30 ÷ 50 % × 50 % = 60
    expect(projectionRow({ ...input, detail: given })).toMatchObject({
      formula: '30.00 + (30.00 − 0.00) ÷ (50.00000% − 0.00000%) × (1 − 50.00000%)',
      how: '取最近至多六个已通过月份，自年初起。季节取2018、2019年各地已完成年度的合并进度。',
    });
  });

  it('is left out where the page’s figures do not lead to it', () => {
    expect(projectionRow({ ...input, detail: detail(threeMonths, 121) })).toBeNull();
    expect(projectionRow({ ...input, detail: detail([], null) })).toBeNull();
  });
});
