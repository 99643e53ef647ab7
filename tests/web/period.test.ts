import { describe, expect, it } from 'vitest';
import { latestReportedMonth } from '#web/parts/period.ts';

describe('latestReportedMonth', () => {
  it('is the month before the office’s day', () => {
    expect(latestReportedMonth('2020-10-19')).toEqual({ year: 2020, month: 9 });
  });

  it('is December of the year before in January', () => {
    expect(latestReportedMonth('2021-01-04')).toEqual({ year: 2020, month: 12 });
  });
});
