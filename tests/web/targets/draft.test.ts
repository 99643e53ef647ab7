/** Next year's targets as an official drafts them: growth and rounding an indicator, any cell written over, the sum beside the province's own. */
import { describe, expect, it } from 'vitest';
import {
  draftColumn,
  draftedYear,
  draftSum,
  draftTable,
  emptyDraft,
  growthOf,
  readDraft,
  roundingsOf,
  type TypedDraft,
} from '#web/features/targets/draft/draft.ts';
import { targetRows } from '#web/features/targets/ledger.ts';
import { regionOf } from '../rendered.tsx';
import { indicatorOf } from '../standings.ts';
import { cellOf, stepOf } from './cells.ts';

const regions = [
  regionOf('330000', '浙江', { kind: 'province', parent: null, tile: null }),
  regionOf('330300', '温州'),
  regionOf('331000', '台州'),
  regionOf('331100', '丽水'),
];
const area = indicatorOf('area', { scale: 10_000, decimals: 2 });
const share = indicatorOf('share', { kind: 'ratio', scale: 10_000, decimals: 2 });
const indicators = [area, share];
const rows = targetRows(
  [
    cellOf('330000', 'area', [stepOf(1, 1400)]),
    cellOf('330000', 'share'),
    cellOf('330300', 'area', [stepOf(1, 601.25)]),
    cellOf('330300', 'share', [stepOf(1, 0.29)]),
    // The year's end counts: it was raised from July on.
    cellOf('331000', 'area', [stepOf(1, 700), stepOf(2, 760, 7)]),
    cellOf('331000', 'share', [stepOf(1, 0.35)]),
    cellOf('331100', 'area'),
    cellOf('331100', 'share'),
  ],
  regions,
  indicators,
);
const grown: TypedDraft = {
  ...emptyDraft,
  growths: { area: '10', share: '1.5' },
  roundings: { area: '5', share: '0.01' },
};
const textsOf = (typed: TypedDraft, of = area) => draftColumn(rows, of, typed).map(({ text }) => text);

describe('a draft', () => {
  it('adds the growth, rounds, and leaves missing what is missing', () => {
    // 1,540; 601.25 × 1.1 = 661.375 to 5: 660; 760 × 1.1 = 836 to 5: 835.
    expect(textsOf(grown)).toEqual(['1540.00', '660.00', '835.00', '']);
    expect(textsOf(grown, share)).toEqual(['', '30.50', '36.50', '']);
    expect(textsOf({ ...grown, growths: {} })).toEqual(['', '', '', '']);
    expect(textsOf({ ...grown, growths: { area: '1,2', share: '' } })).toEqual(['', '', '', '']);
    // To whole units unless another rounding is chosen.
    expect(textsOf({ ...grown, roundings: {} })).toEqual(['1540.00', '661.00', '836.00', '']);
  });

  it('takes a cell that was written over, also one that was emptied', () => {
    const typed = { ...grown, cells: { '330300-area': '650.5', '331000-area': '', '331100-area': '12万' } };
    const column = draftColumn(rows, area, typed);
    expect(column.map(({ amount, isWrong, isTyped }) => [amount, isWrong, isTyped])).toEqual([
      [15_400_000, false, false],
      [6_505_000, false, true],
      [null, false, true],
      [null, true, true],
    ]);
  });

  it('sums the cities beside the province’s own; shares do not add up', () => {
    // 660 + 835 = 1,495, which is 45 less than 1,540.
    expect(draftSum(draftColumn(rows, area, grown), area)).toEqual({
      sum: 14_950_000,
      set: 2,
      of: 3,
      terms: [6_600_000, 8_350_000],
      own: 15_400_000,
      difference: -450_000,
    });
    expect(draftSum(draftColumn(rows, share, grown), share)).toMatchObject({ sum: null, difference: null, set: 2 });
    const without = { ...grown, cells: { '330000-area': '' } };
    expect(draftSum(draftColumn(rows, area, without), area)).toMatchObject({ own: null, difference: null });
  });

  it('is issued as a block of those indicators that are drafted', () => {
    expect(draftTable(rows, indicators, emptyDraft)).toBeNull();
    expect(draftTable(rows, indicators, { ...grown, growths: { share: '0' } })).toBe(
      ['"","share"', '"330000",""', '"330300","29.00"', '"331000","35.00"', '"331100",""'].join('\n'),
    );
    expect(draftTable(rows, indicators, grown)?.split('\n')).toMatchObject({
      0: '"","area","share"',
      2: '"330300","660.00","30.50"',
    });
  });

  it('reads a growth with its sign and two decimals', () => {
    const read = (text: string) => growthOf({ ...grown, growths: { area: text } }, area);
    expect(read(' ')).toBeNull();
    expect(read('-2.5')).toEqual({ ok: true, value: -250 });
    expect(read('5%')).toEqual({ ok: true, value: 500 });
    expect(read('1.234')).toMatchObject({ ok: false });
    expect(roundingsOf(area)).toEqual(['0.01', '1', '5', '10', '50', '100']);
    expect(roundingsOf(indicatorOf('items', { scale: 1, decimals: 0 }))[0]).toBe('1');
  });

  it('is of the year to come, or of the running one while nothing is set', () => {
    expect([draftedYear(2020, 2020, true), draftedYear(2020, 2020, false)]).toEqual([2021, 2020]);
    expect([draftedYear(2021, 2020, false), draftedYear(2021, 2020, true)]).toEqual([2021, 2021]);
    expect(draftedYear(2019, 2020, false)).toBeNull();
  });

  it('is taken up again as it was kept, and nothing else is', () => {
    expect(readDraft(JSON.parse(JSON.stringify(grown)))).toEqual(grown);
    expect([readDraft(null), readDraft({}), readDraft({ ...grown, cells: { a: 1 } })]).toEqual([null, null, null]);
  });
});
