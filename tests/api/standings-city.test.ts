import { describe, expect, it } from 'vitest';
import { cityOf } from '#api/standings/replies.ts';
import {
  area,
  areas,
  close,
  demos,
  detailAt,
  everybody,
  figuresOf,
  north,
  ofArea,
  province,
  smallOffice,
  south,
  target,
  versionRow,
} from '#tests/support/small-office.ts';

describe('the projection of a city', () => {
  it('goes on from the months up to the one asked for', () => {
    // June: 540 + 540 / 0.5 · 0.5; the months after it are not known yet.
    expect(detailAt(ofArea(areas), 6)?.projection).toBe(1080);
  });

  it('looks back over six accepted months at most', () => {
    // August, since February: 630 in half a year, and a third of the year to come: 780 + 1260 / 3.
    expect(detailAt(ofArea(areas), 8)?.projection).toEqual(close(1200));
  });

  it('needs three accepted months', () => {
    expect(detailAt(ofArea(areas), 2)?.projection).toBeNull();
    // 300 by the end of March is 1200 a year.
    expect(detailAt(ofArea(areas), 3)?.projection).toBe(1200);
  });
});

describe('the reply of a city', () => {
  const raised = target(north, area, 1500, {
    sequence: 2,
    effectiveMonth: 7,
    documentNumber: 'No. 2',
    reason: 'more land',
  });
  const snapshot = smallOffice({
    revision: 41,
    indicators: [area, demos],
    targets: [target(north, area, 1200), raised],
    figures: [
      ...figuresOf(north, area, { 6: 540 }, { origin: 'published', source: 'https://example.org/june' }),
      ...figuresOf(north, area, { 7: 680 }),
    ],
    pending: [
      ...figuresOf(north, area, { 8: 700 }).map((row) => ({ ...row, asOf: '2021-08-15', submittedAt: null })),
      ...figuresOf(north, area, { 7: 690 }).map((row) => ({ ...row, submittedAt: null })),
    ],
    lastYear: figuresOf(north, area, { 1: 50, 12: 900 }, { year: 2020 }),
    versions: [versionRow(north, 6), versionRow(north, 7, { state: 'returned' })],
    months: [
      { year: 2021, month: 7 },
      { year: 2020, month: 12 },
    ],
  });

  it('names the place, the time, the rule and the months that there are', () => {
    const reply = cityOf(snapshot, north, 6, everybody);
    expect(reply).toMatchObject({
      region: north,
      year: 2021,
      month: 6,
      revision: 41,
      level: 'watch',
      status: 'accepted',
      counts: { achieved: 0, 'on-pace': 0, watch: 1, behind: 0, 'no-data': 0, 'no-target': 0 },
      rule: {
        id: 'gap',
        version: 1,
        name: { zh: '缺口', en: 'Gap' },
        source: { zh: 'a test', en: 'a test' },
        effectiveYear: 2017,
        effectiveMonth: 1,
      },
      months: [
        { year: 2021, month: 7 },
        { year: 2020, month: 12 },
      ],
    });
    expect(reply?.indicators.map(({ standing }) => standing.indicator)).toEqual(['area', 'demos']);
    expect(cityOf(snapshot, north, 7, everybody)?.status).toBe('returned');
    expect(cityOf(snapshot, north, 8, everybody)?.status).toBe('missing');
  });

  it('has the year’s figures against what the target in force expected of that day', () => {
    expect(detailAt(snapshot, 6)?.series).toEqual([
      {
        month: 6,
        asOf: '2021-06-30',
        cumulative: 540,
        denominator: null,
        expected: close(600), // 6/12 of 1200
        accepted: true,
        origin: 'published',
        source: 'https://example.org/june',
      },
      {
        month: 7,
        asOf: '2021-07-31',
        cumulative: 680,
        denominator: null,
        expected: close(875), // 7/12 of 1500
        accepted: true,
        origin: 'reported',
        source: null,
      },
    ]);
  });

  it('adds what waits for review for those who may see it, after the accepted figure of the same month', () => {
    const seen = cityOf(snapshot, north, 6, { city: null, pending: true })?.indicators[0]?.series;
    expect(
      seen?.map(({ month, asOf, cumulative: value, expected, accepted }) => [month, asOf, value, expected, accepted]),
    ).toEqual([
      [6, '2021-06-30', 540, close(600), true],
      [7, '2021-07-31', 680, close(875), true],
      [7, '2021-07-31', 690, close(875), false],
      // 15 of 31 days after 7/12 of 1500: 875 + 125 · 15/31
      [8, '2021-08-15', 700, close(875 + (125 * 15) / 31), false],
    ]);
  });

  it('has last year month by month and every line of the ledger', () => {
    const detail = detailAt(snapshot, 6);
    expect(detail?.lastYear).toEqual([
      { month: 1, cumulative: 50, denominator: null },
      { month: 12, cumulative: 900, denominator: null },
    ]);
    expect(detail?.targets).toEqual([
      {
        sequence: 1,
        amount: 1200,
        effectiveMonth: 1,
        documentNumber: 'No. 1',
        documentDate: null,
        reason: 'the year’s target',
        author: 'official',
        decidedAt: '2021-01-20T02:00:00.000Z',
        origin: 'reported',
        source: null,
      },
      expect.objectContaining({ sequence: 2, amount: 1500, effectiveMonth: 7, reason: 'more land' }),
    ]);
  });

  it('is nothing for a city that is not there, for the province, and for a bureau of another city', () => {
    const both = { ...snapshot, regions: smallOffice({ cities: [north, south] }).regions };
    expect(cityOf(both, '339900', 6, everybody)).toBeNull();
    expect(cityOf(both, province, 6, everybody)).toBeNull();
    expect(cityOf(both, north, 6, { city: south, pending: true })).toBeNull();
    expect(cityOf(both, south, 6, { city: south, pending: true })?.region).toBe(south);
    expect(cityOf(both, north, 6, { city: north, pending: true })?.region).toBe(north);
  });
});
