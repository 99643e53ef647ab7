import { describe, expect, it } from 'vitest';
import {
  cellKey,
  judgedMonths,
  openCell,
  sumOfCities,
  sumProofs,
  targetRows,
  yearTarget,
} from '#web/features/targets/ledger.ts';
import { indicatorOf } from '../standings.ts';
import { cellOf, regionOf, stepOf } from './cells.ts';

const area = indicatorOf('prefab-area');
const share = indicatorOf('prefab-share', { kind: 'ratio' });

const rowsOf = (indicator: string, amounts: readonly (number | null)[]) =>
  amounts.map((amount, index) => ({
    region: regionOf(String(index)),
    cells: [cellOf(String(index), indicator, amount === null ? [] : [stepOf(1, amount)])],
  }));

describe('openCell', () => {
  const cells = [cellOf('330300', 'prefab-area'), cellOf('330300', 'prefab-share')];

  it('finds the cell that an address names', () => {
    expect(cellKey(cellOf('330300', 'prefab-share'))).toBe('330300-prefab-share');
    expect(openCell(cells, '330300-prefab-share')).toBe(cells[1]);
  });

  it('falls back to none for anything else', () => {
    expect(openCell(cells, undefined)).toBeNull();
    expect(openCell(cells, '330300-no-such')).toBeNull();
  });
});

describe('yearTarget', () => {
  it('is the target that the year ends with', () => {
    expect(yearTarget(cellOf('331000', 'prefab-area', [stepOf(1, 700), stepOf(2, 760, 7)]))?.amount).toBe(760);
    expect(yearTarget(cellOf('331000', 'prefab-area'))).toBeNull();
  });
});

describe('targetRows', () => {
  it('follows the order of regions and indicators and leaves out regions without cells', () => {
    const cells = [cellOf('330300', 'prefab-share'), cellOf('330300', 'prefab-area'), cellOf('330000', 'prefab-area')];
    const regions = [regionOf('330000', 'province'), regionOf('330100'), regionOf('330300')];
    const rows = targetRows(cells, regions, [area, share]);
    expect(rows.map(({ region, cells: own }) => [region.code, own.map(({ indicator }) => indicator)])).toEqual([
      ['330000', ['prefab-area']],
      ['330300', ['prefab-area', 'prefab-share']],
    ]);
  });
});

describe('sumOfCities', () => {
  it('adds exactly and says how many cities it rests on', () => {
    // 0.1 + 0.2 is 0.3 and not 0.30000000000000004
    expect(sumOfCities(rowsOf('prefab-area', [0.1, 0.2, null]), area)).toEqual({ amount: 0.3, set: 2, of: 3 });
  });

  it('is unknown where no city has a target, which is not 0', () => {
    expect(sumOfCities(rowsOf('prefab-area', [null]), area)).toEqual({ amount: null, set: 0, of: 1 });
  });

  it('is none for shares, which do not add up', () => {
    expect(sumOfCities(rowsOf('prefab-share', [0.3, 0.28]), share)).toEqual({ amount: null, set: 2, of: 2 });
  });
});

describe('judgedMonths', () => {
  const today = '2020-10-19';

  it('goes from the effective month to the running one', () => {
    expect(judgedMonths(2020, 7, today)).toEqual({ from: 7, to: 10 });
    expect(judgedMonths(2020, 10, today)).toEqual({ from: 10, to: 10 });
    expect(judgedMonths(2019, 7, today)).toEqual({ from: 7, to: 12 });
  });

  it('is none where no month of it has begun', () => {
    expect(judgedMonths(2020, 11, today)).toBeNull();
    expect(judgedMonths(2021, 1, today)).toBeNull();
  });
});

describe('sumProofs', () => {
  const province = {
    region: regionOf('330000', 'province'),
    cells: [cellOf('330000', 'prefab-area', [stepOf(1, 12_000.5)])],
  };

  it('has the cities’ targets, their sum and what it has more than the province’s own', () => {
    const rows = [province, ...rowsOf('prefab-area', [650.1, null, 11_400.45])];
    const [proof, ...others] = sumProofs(rows, [area, share]);
    expect(proof).toMatchObject({ terms: [650.1, 11_400.45], sum: 12_050.55, own: 12_000.5, difference: 50.05 });
    expect(others).toEqual([]);
  });

  it('has no difference without an own target, and nothing where no city has one', () => {
    expect(sumProofs(rowsOf('prefab-area', [650, 10]), [area])).toMatchObject([{ own: null, difference: null }]);
    expect(sumProofs([province, ...rowsOf('prefab-area', [null, null])], [area])).toEqual([]);
  });
});
