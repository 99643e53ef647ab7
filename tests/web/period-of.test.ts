import { describe, expect, it } from 'vitest';
import { periodOf } from '#web/parts/period.ts';

describe('the month that a page shows', () => {
  it('is the address’s, whatever the day', () => {
    expect(periodOf({ year: 2019, month: 3 }, '2020-10-19')).toEqual({ year: 2019, month: 3 });
  });

  it('is the latest reported one where the address says nothing', () => {
    expect(periodOf({}, '2020-10-19')).toEqual({ year: 2020, month: 9 });
    expect(periodOf({}, '2021-01-04')).toEqual({ year: 2020, month: 12 });
  });

  it('takes from the latest reported one only what the address leaves open', () => {
    expect(periodOf({ year: 2019 }, '2020-10-19')).toEqual({ year: 2019, month: 9 });
    expect(periodOf({ month: 2 }, '2020-10-19')).toEqual({ year: 2020, month: 2 });
  });
});
