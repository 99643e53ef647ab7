import { describe, expect, it } from 'vitest';
import { compareValues, sortedBy } from '#web/ui/sort.ts';

const valueOf = (row: { readonly value: number | null }): number | null => row.value;
const keyOf = (column: string) => (column === 'value' ? valueOf : null);

describe('sortedBy', () => {
  const rows = [{ value: 2 }, { value: null }, { value: 1 }];

  it('puts what has no value last, ascending and descending', () => {
    expect(sortedBy(rows, 'value', keyOf).map(({ value }) => value)).toEqual([1, 2, null]);
    expect(sortedBy(rows, '-value', keyOf).map(({ value }) => value)).toEqual([2, 1, null]);
  });

  it('keeps the order without a column and with an unknown one', () => {
    expect(sortedBy(rows, undefined, keyOf)).toEqual(rows);
    expect(sortedBy(rows, '-other', keyOf)).toEqual(rows);
  });
});

describe('compareValues', () => {
  it('says that equal values are equal, infinite ones too', () => {
    expect(compareValues(Infinity, Infinity)).toBe(0);
    expect(compareValues(null, null)).toBe(0);
  });
});
