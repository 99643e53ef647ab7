/** Where the lines of a burn-up lie, to the pixel: a line that is a month off looks right and is not. */
import { describe, expect, it } from 'vitest';
import { ownMax, type BurnUpInput, type BurnUpPoint, type BurnUpWords } from '#web/charts/burn-up-input.ts';
import { tickValues } from '#web/charts/burn-up-axis.ts';
import { burnUpLayout } from '#web/charts/burn-up-layout.ts';

const silent: BurnUpWords = {
  value: '',
  pending: '',
  target: '',
  pace: '',
  lastYear: '',
  projection: '',
  missing: '',
  needed: '',
  tick: () => '',
  month: () => '',
};
// Without words: 6 left, 9 right, 14 above, 16 below; 135 by 130, so that the plot is 120 wide and 100 high.
const size = { width: 135, height: 130, text: 10 };
const point = (position: number, value: number, more: Partial<BurnUpPoint> = {}): BurnUpPoint => ({
  month: Math.ceil(position),
  position,
  value,
  expected: null,
  accepted: true,
  ...more,
});
const linear = Array.from({ length: 13 }, (_, month) => month / 12);
const layoutOf = (more: Partial<BurnUpInput> = {}, words: Partial<BurnUpWords> = {}) =>
  burnUpLayout(
    { points: [], pace: [], targets: [{ from: 0, value: 1 }], start: 0, projection: null, max: 1, ...more },
    { ...silent, ...words },
    size,
  );
const placesOf = (pieces: readonly (readonly { readonly x: number; readonly y: number }[])[]) =>
  pieces.map((piece) => piece.map(({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]));

describe('the lines of a burn-up', () => {
  it('begin at 0 on New Year and put a month end at its place', () => {
    const { lines, plot, markers } = layoutOf({ points: [point(9, 0.75), point(3, 0.25)] });
    expect(plot).toEqual({ left: 6, right: 126, top: 14, bottom: 114 });
    // x = 6 + 10 × month, y = 114 − 100 × share
    expect(placesOf(lines.actual)).toEqual([
      [
        [6, 114],
        [36, 89],
        [96, 39],
      ],
    ]);
    expect(markers.map(({ x, y }) => [x, y])).toEqual([
      [36, 89],
      [96, 39],
    ]);
    expect(placesOf(lines.target)).toEqual([
      [
        [6, 14],
        [126, 14],
      ],
    ]);
  });

  it('begin with the first point where there is no start, as of a ratio', () => {
    expect(placesOf(layoutOf({ points: [point(3, 0.25), point(6, 0.5)], start: null }).lines.actual)).toEqual([
      [
        [36, 89],
        [66, 64],
      ],
    ]);
  });

  it('continue what is accepted to what waits, and keep it out of the line', () => {
    const { lines } = layoutOf({ points: [point(1, 0.1), point(2, 0.3, { accepted: false })] });
    expect(placesOf(lines.actual)).toEqual([
      [
        [6, 114],
        [16, 104],
      ],
    ]);
    expect(placesOf(lines.pending)).toEqual([
      [
        [16, 104],
        [26, 84],
      ],
    ]);
  });

  it('step the target where it changed', () => {
    const targets = [
      { from: 0, value: 1 },
      { from: 6, value: 0.8 },
    ];
    expect(placesOf(layoutOf({ targets }).lines.target)).toEqual([
      [
        [6, 14],
        [66, 14],
        [66, 34],
        [126, 34],
      ],
    ]);
  });

  it('are cut at the top of the scale, where they end open', () => {
    // From 0.8 in June to 1.2 in July: the scale’s 1 is half way.
    const { lines, exits, markers } = layoutOf({ points: [point(6, 0.8), point(7, 1.2)] });
    expect(placesOf(lines.actual)).toEqual([
      [
        [6, 114],
        [66, 34],
        [71, 14],
      ],
    ]);
    expect(exits).toEqual([{ x: 71, y: 14, of: 'actual' }]);
    expect(markers).toHaveLength(1);
    // A ratio that comes back is drawn again from where it does.
    const back = layoutOf({ points: [point(5, 0.8), point(6, 1.2), point(7, 0.8)], start: null });
    expect(placesOf(back.lines.actual)).toEqual([
      [
        [56, 34],
        [61, 14],
      ],
      [
        [71, 14],
        [76, 34],
      ],
    ]);
  });
});

describe('the future of a burn-up', () => {
  const points = [point(6, 0.25, { expected: 0.5 })];

  it('goes with the pace to the estimate, and straight to the target', () => {
    const pace = [0, 0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1];
    const { lines, projectionEnd } = layoutOf({ points, pace, projection: 0.75 }, { needed: '84' });
    // Nothing is expected before December.
    const flat = [7, 8, 9, 10, 11].map((month) => [6 + 10 * month, 89]);
    expect(placesOf(lines.projection)).toEqual([[[66, 89], ...flat, [126, 39]]]);
    expect(projectionEnd).toEqual({ x: 126, y: 39 });
    expect(placesOf(lines.needed)).toEqual([
      [
        [66, 89],
        [126, 14],
      ],
    ]);
  });

  it('is missing what lies between the estimate and the target, and once the year is over between its end and the target', () => {
    expect(layoutOf({ points, projection: 0.75 }, { missing: '150' }).bracket).toEqual({ x: 126, from: 39, to: 14 });
    expect(layoutOf({ points: [point(12, 0.5)] }, { missing: '300' }).bracket).toEqual({ x: 126, from: 64, to: 14 });
    expect(layoutOf({ points, projection: 1.2, max: 2 }, { missing: '0' }).bracket).toBeNull();
  });

  it('is not drawn of a year that has ended, nor needed where the target is reached', () => {
    const over = layoutOf({ points: [point(12, 0.5)], projection: 0.5 }, { needed: '1' });
    expect([over.lines.projection, over.lines.needed, over.projectionEnd]).toEqual([[], [], null]);
    expect(layoutOf({ points: [point(6, 1)] }, { needed: '1' }).lines.needed).toEqual([]);
  });

  it('marks the shortfall behind the pace alone', () => {
    expect(layoutOf({ points, pace: linear }).wedge.length).toBeGreaterThan(3);
    expect(layoutOf({ points: [point(6, 0.75, { expected: 0.5 })], pace: linear }).wedge).toEqual([]);
  });

  it('has a band from the last figure to both ends of its interval', () => {
    const { band } = layoutOf({ points, interval: { low: 0.5, high: 0.75 } });
    expect(placesOf([band])).toEqual([
      [
        [66, 89],
        [126, 39],
        [126, 64],
      ],
    ]);
    expect(layoutOf({ points }).band).toEqual([]);
  });
});

describe('scales', () => {
  it('have ticks at rounded quarters of the target', () => {
    expect(tickValues(600, 660)).toEqual([0, 200, 400, 600]);
    expect(tickValues(1, 1.1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(tickValues(1050, 1155)).toEqual([0, 250, 500, 750, 1000]);
    expect(tickValues(null, 0)).toEqual([]);
  });

  it('end a tenth above the target, and further where a picture’s own figures go', () => {
    expect([ownMax([348], 600), ownMax([700], 600), ownMax([5000], 600), ownMax([], null)]).toEqual([
      expect.closeTo(660, 9),
      735,
      960,
      1,
    ]);
  });
});
