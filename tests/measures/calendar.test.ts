import { describe, expect, it } from 'vitest';
import {
  compareMonths,
  dayParts,
  daysBetween,
  daysInMonth,
  isDay,
  lastDayOfMonth,
  monthsLeft,
  nextMonth,
  previousMonth,
  yearPosition,
} from '#api/measures/calendar.ts';

describe('daysInMonth', () => {
  it('knows every month of a common year', () => {
    const lengths = Array.from({ length: 12 }, (_, index) => daysInMonth(2019, index + 1));
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it('gives February a 29th every fourth year, except in centuries that 400 does not divide', () => {
    expect([2019, 2020, 2024, 2025, 2100, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28, 28, 29]);
    expect(daysInMonth(2020, 1)).toBe(31);
  });

  it('refuses a thirteenth month and a month 0', () => {
    expect(() => daysInMonth(2020, 13)).toThrow(RangeError);
    expect(() => daysInMonth(2020, 0)).toThrow(RangeError);
  });
});

describe('lastDayOfMonth', () => {
  it('writes the day with leading zeros', () => {
    expect(lastDayOfMonth(2020, 2)).toBe('2020-02-29');
    expect(lastDayOfMonth(2020, 12)).toBe('2020-12-31');
    expect(lastDayOfMonth(987, 9)).toBe('0987-09-30');
  });
});

describe('isDay', () => {
  it.each(['2020-02-29', '2020-01-01', '2020-12-31', '2000-02-29', '0099-10-10', '0000-01-01'])(
    'accepts %s',
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  it.each([
    '2019-02-29',
    '2020-02-30',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-10-00',
    '2020-1-01',
    '2020-01-1',
    '2020-01-011',
    '2020/01/01',
    '2020-01/01',
    '2020/01-01',
    '20 0-01-01',
    '2020-0:-01',
    '２０２０-01-01',
    '2020-10-15T00:00:00Z',
    '',
  ])('refuses %s', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('dayParts', () => {
  it('reads the numbers', () => {
    expect(dayParts('2020-09-08')).toEqual({ year: 2020, month: 9, day: 8 });
  });

  it('throws where the text is not a day', () => {
    expect(() => dayParts('2020-02-30')).toThrow('Not a day: 2020-02-30');
  });
});

describe('yearPosition', () => {
  it('counts the months elapsed with the running month by day', () => {
    // 16 October: 9 whole months and 16 of 31 days.
    expect(yearPosition('2020-10-16')).toBe(9 + 16 / 31);
    expect(yearPosition('2020-01-01')).toBe(1 / 31);
    expect(yearPosition('2020-02-29')).toBe(2);
    expect(yearPosition('2020-12-31')).toBe(12);
  });
});

describe('months', () => {
  it('follow each other over the turn of the year', () => {
    expect(nextMonth({ year: 2020, month: 11 })).toEqual({ year: 2020, month: 12 });
    expect(nextMonth({ year: 2020, month: 12 })).toEqual({ year: 2021, month: 1 });
    expect(previousMonth({ year: 2020, month: 2 })).toEqual({ year: 2020, month: 1 });
    expect(previousMonth({ year: 2020, month: 1 })).toEqual({ year: 2019, month: 12 });
  });

  it('compare by how many months lie between them', () => {
    expect(compareMonths({ year: 2020, month: 3 }, { year: 2019, month: 12 })).toBe(3);
    expect(compareMonths({ year: 2019, month: 12 }, { year: 2020, month: 3 })).toBe(-3);
    expect(compareMonths({ year: 2020, month: 3 }, { year: 2020, month: 3 })).toBe(0);
  });

  it('are left in the year after one of them', () => {
    expect([1, 9, 12].map(monthsLeft)).toEqual([11, 3, 0]);
  });
});

describe('daysBetween', () => {
  it('counts over leap days, years and centuries, in both directions', () => {
    // 15 October to 31 December 2020: 16 + 30 + 31 = 77.
    expect(daysBetween('2020-10-15', '2020-12-31')).toBe(77);
    expect(daysBetween('2020-12-31', '2020-10-15')).toBe(-77);
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
    expect(daysBetween('2019-02-28', '2019-03-01')).toBe(1);
    expect(daysBetween('2019-12-31', '2020-12-31')).toBe(366);
    // 400 years are 400·365 + 97 leap days = 146 097; 2100 is none of them.
    expect(daysBetween('2000-01-01', '2400-01-01')).toBe(146_097);
    expect(daysBetween('2100-01-01', '2101-01-01')).toBe(365);
    for (const year of [1999, 2000, 2003, 2004, 2100]) {
      expect(daysBetween(`${year}-12-31`, `${year + 1}-01-01`)).toBe(1);
    }
    expect(daysBetween('2020-10-15', '2020-10-15')).toBe(0);
  });
});
