/** A curve as it is being written, the months it may begin in, and where its picture is touched. */
import { describe, expect, it } from 'vitest';
import { linearPoints } from '#api/measures/curve.ts';
import { curveLayout, curvePath, shareUnder, yOf } from '#web/charts/curve-layout.ts';
import { offeredMonths } from '#web/features/curves/months.ts';
import { begunFrom, freeCode, keptCurve } from '#web/features/curves/written.ts';

const curve = {
  code: 'linear',
  version: 0,
  name: { zh: '按月均摊', en: 'Linear' },
  points: [...linearPoints],
  source: { zh: '依据', en: 'Source' },
  reason: null,
  author: null,
  at: null,
};

describe('a curve that is begun', () => {
  it('from one of the program is a new one, from one of the office its next version', () => {
    expect(begunFrom(curve)).toMatchObject({ code: null, name: { zh: '', en: '' }, source: curve.source });
    expect(begunFrom({ ...curve, code: 'office-2', version: 3 })).toMatchObject({ code: 'office-2', name: curve.name });
  });

  it('takes the next free code', () => {
    expect(freeCode({ curves: [curve] })).toBe('office-1');
    expect(freeCode({ curves: [curve, { ...curve, code: 'office-10' }, { ...curve, code: 'office-2' }] })).toBe(
      'office-11',
    );
  });

  it('is read back from the tab, and nothing else is', () => {
    const written = begunFrom(curve);
    expect(keptCurve(JSON.stringify(written))).toEqual(written);
    const broken = ['', '{', '[]', JSON.stringify({ ...written, texts: ['1'] })];
    expect(broken.map(keptCurve)).toEqual([null, null, null, null]);
  });
});

it('offers the months from the first that nothing was judged in, across the year’s turn', () => {
  expect(offeredMonths({ year: 2020, month: 11 }, 2020).slice(0, 3)).toEqual([
    { year: 2020, month: 11 },
    { year: 2020, month: 12 },
    { year: 2021, month: 1 },
  ]);
  expect(offeredMonths(null, 2020)[0]).toEqual({ year: 2020, month: 1 });
});

describe('the picture of a curve', () => {
  it('reads the share back that it drew, at any size', () => {
    const layout = curveLayout(640);
    for (const share of [0, 0.25, 0.817, 1])
      for (const scale of [1, 0.5, 1.7])
        expect(shareUnder(layout, yOf(layout, share) * scale, layout.height * scale)).toBeCloseTo(share, 3);
    expect(shareUnder(layout, -50, layout.height)).toBe(1);
  });

  it('goes on over a month that is not known', () => {
    const path = curvePath(curveLayout(640), [0.1, null, 0.3, ...linearPoints.slice(3)]);
    expect(path.split('L')).toHaveLength(12);
  });
});
