import { describe, expect, it } from 'vitest';
import { differingDays, isStale } from '#web/features/overview/as-of.ts';
import { earlierDay } from '#web/parts/as-of.ts';
import { cityOf, standingOf } from '../standings.ts';

const old = cityOf('331100', 'behind', [standingOf('area', { asOf: '2020-09-30', missingMonths: 1 })]);
const early = cityOf('330300', 'on-pace', [standingOf('area', { asOf: '2020-10-16' })]);
const full = cityOf('330100', 'on-pace', [standingOf('area', { asOf: '2020-10-31' })]);
const none = cityOf('330900', 'no-data', [standingOf('area')]);

describe('the days of the overview’s figures', () => {
  it('are told of a row whose figures are not of the month’s end', () => {
    const days = [old, early, full, none].map(({ indicators }) => earlierDay(indicators, { year: 2020, month: 10 }));
    expect(days).toEqual(['2020-09-30', '2020-10-16', null, null]);
  });

  it('are of an earlier month only where months are missing', () => {
    expect([old, early, full, none].map(isStale)).toEqual([true, false, false, false]);
  });

  it('are told of the province where they differ', () => {
    expect(differingDays({ regions: [full, old, none] }, 'area')).toEqual({ from: '2020-09-30', to: '2020-10-31' });
    expect(differingDays({ regions: [full, none] }, 'area')).toBeNull();
  });
});
