import { describe, expect, it } from 'vitest';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { burnUpRows, drawnValue, expectedValue, shownSeries } from '#web/features/city/burn-up-data.ts';
import { indicatorOf, standingOf } from '../standings.ts';

const point = (month: number, asOf: string, value: number, more: Partial<SeriesPoint> = {}): SeriesPoint => ({
  month,
  asOf,
  cumulative: value,
  denominator: null,
  expected: null,
  accepted: true,
  origin: 'reported',
  source: null,
  ...more,
});

const step = (sequence: number, amount: number, effectiveMonth: number): IndicatorDetail['targets'][number] => ({
  sequence,
  amount,
  effectiveMonth,
  documentNumber: '',
  reason: '',
  author: '',
  decidedAt: '2020-01-20',
  origin: 'reported',
  source: null,
});

const detail: IndicatorDetail = {
  standing: standingOf('area'),
  series: [point(1, '2020-01-31', 50), point(2, '2020-02-15', 70, { accepted: false })],
  lastYear: [{ month: 12, cumulative: 590, denominator: null }],
  targets: [step(1, 600, 1), step(2, 480, 7)],
  strip: [],
  projection: null,
};

const rowAt = (position: number) =>
  burnUpRows(detail, detail.series, indicatorOf('area')).find((row) => row.position === position);

describe('burnUpRows', () => {
  it('draws the pace of the target that is in force in each month', () => {
    // linear: half of 600 by June; 7/12 of 480 by July
    expect(rowAt(6)).toMatchObject({ target: 600, pace: 300 });
    expect(rowAt(7)).toMatchObject({ target: 480, pace: 280 });
  });

  it('starts a flow at zero and puts a figure where its day lies', () => {
    expect(rowAt(0)).toMatchObject({ accepted: 0 });
    expect(rowAt(1)).toMatchObject({ accepted: 50 });
    // 15 February 2020 is 1 + 15/29 months into the year
    expect(rowAt(1 + 15 / 29)).toMatchObject({ accepted: null, pending: 70 });
  });

  it('joins what is pending to the last accepted figure', () => {
    expect(rowAt(1)).toMatchObject({ pending: 50 });
  });

  it('has last year beside it, in the order of time', () => {
    expect(rowAt(12)).toMatchObject({ lastYear: 590 });
    const positions = burnUpRows(detail, detail.series, indicatorOf('area')).map((row) => row.position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  it('starts a stock at its level at the end of last year', () => {
    const stock = { ...detail, standing: standingOf('area', { baseline: 120 }) };
    const rows = burnUpRows(stock, stock.series, indicatorOf('area', { kind: 'stock' }));
    // 120 + 6/12 · (600 − 120)
    expect(rows.find((row) => row.position === 6)).toMatchObject({ pace: 360 });
    expect(rows[0]).toMatchObject({ accepted: 120 });
  });

  it('draws no pace and no start for a ratio, which is judged against its target all year', () => {
    const rows = burnUpRows(detail, [], indicatorOf('area', { kind: 'ratio' }));
    expect(rows.every(({ pace, accepted }) => pace === null && accepted === null)).toBe(true);
  });
});

describe('drawnValue', () => {
  it('is a ratio’s share, and nothing where nothing was started', () => {
    expect(drawnValue({ cumulative: 30, denominator: 120 })).toBe(0.25);
    expect(drawnValue({ cumulative: 0, denominator: 0 })).toBeNull();
    expect(drawnValue({ cumulative: 30, denominator: null })).toBe(30);
  });
});

describe('expectedValue', () => {
  it('is the target for a ratio, the curve’s amount for anything else', () => {
    const ratio = { ...detail, standing: standingOf('share', { target: 0.3 }) };
    expect(expectedValue(point(1, '2020-01-31', 30, { denominator: 120 }), ratio)).toBe(0.3);
    expect(expectedValue(point(1, '2020-01-31', 30, { expected: 26.11 }), detail)).toBe(26.11);
  });
});

describe('shownSeries', () => {
  it('keeps what is pending after the latest accepted month', () => {
    expect(shownSeries(detail.series, 1)).toHaveLength(2);
  });

  it('leaves out everything later where the page looks back', () => {
    const series = [...detail.series, point(3, '2020-03-31', 90)];
    expect(shownSeries(series, 1)).toEqual([series[0]]);
  });
});
