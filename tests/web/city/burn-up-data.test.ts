import { describe, expect, it } from 'vitest';
import type { IndicatorDetail, SeriesPoint } from '#api/standings/contract.ts';
import { burnUpInput, drawnValue, expectedValue, inShares, shownSeries } from '#web/features/city/burn-up-data.ts';
import { noForecast } from '../replies.ts';
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
  documentDate: null,
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
  forecast: noForecast,
};

const inputOf = (more: Partial<IndicatorDetail> = {}, kind: 'flow' | 'ratio' | 'stock' = 'flow') => {
  const shown = { ...detail, ...more };
  return burnUpInput(shown, shown.series, indicatorOf('area', { kind }));
};

describe('burnUpInput', () => {
  it('draws the pace of the target that is in force in each month, and the targets in steps', () => {
    const { pace, targets } = inputOf();
    // linear: half of 600 by June; 7/12 of 480 by July
    expect([pace.length, pace[0], pace[6], pace[7]]).toEqual([13, 0, 300, 280]);
    expect(targets).toEqual([
      { from: 0, value: 600 },
      { from: 6, value: 480 },
    ]);
  });

  it('starts a flow at zero and puts a figure where its day lies, what waits as such', () => {
    const { start, points } = inputOf();
    expect(start).toBe(0);
    // 15 February 2020 is 1 + 15/29 months into the year
    expect(points.map(({ position, value, accepted }) => [position, value, accepted])).toEqual([
      [1, 50, true],
      [1 + 15 / 29, 70, false],
    ]);
  });

  it('has last year beside it, and where the recent pace leads', () => {
    expect(inputOf({ projection: 487 })).toMatchObject({ lastYear: [{ position: 12, value: 590 }], projection: 487 });
  });

  it('starts a stock at its level at the end of last year', () => {
    const stock = inputOf({ standing: standingOf('area', { baseline: 120 }) }, 'stock');
    // 120 + 6/12 · (600 − 120)
    expect([stock.start, stock.pace[6]]).toEqual([120, 360]);
  });

  it('draws no pace and no start for a ratio, which is judged against its target all year', () => {
    expect(inputOf({}, 'ratio')).toMatchObject({ pace: [], start: null });
  });

  it('has no pace before there is a target, and a scale of its own a tenth above it', () => {
    expect(inputOf({ targets: [] })).toMatchObject({ pace: [], targets: [] });
    expect(inputOf({ targets: [step(1, 600, 1)] }).max).toBeCloseTo(660, 9);
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

describe('inShares', () => {
  it('puts all values on the way from the year’s start to the target now in force', () => {
    // 50 and 70 of 480; the pace of June was half of the 600 then in force.
    const { input, span } = inShares({ ...inputOf(), projection: 240, interval: { low: 120, high: 480 } });
    expect([span, input.points[0]?.value, input.pace[6], input.targets.map(({ value }) => value)]).toEqual([
      480,
      50 / 480,
      300 / 480,
      [1.25, 1],
    ]);
    expect([input.start, input.projection, input.interval, input.lastYear]).toEqual([
      0,
      0.5,
      { low: 0.25, high: 1 },
      [{ position: 12, value: 590 / 480 }],
    ]);
  });

  it('counts a stock from the level at which the year began', () => {
    // From 24 to the target of 480: 456 to go, 26 of them done by January.
    const stock = inputOf({ standing: { ...detail.standing, baseline: 24 } }, 'stock');
    const { input, span } = inShares(stock);
    expect([span, input.start, input.points[0]?.value]).toEqual([456, 0, 26 / 456]);
  });

  it('draws nothing without a target', () => {
    expect(inShares(inputOf({ targets: [] }))).toMatchObject({ span: null, input: { points: [], pace: [] } });
  });
});
