/** Expectations written down by hand from the calendars of 2019 to 2021 and the State Council's notices. */
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, shiftDay } from '#api/measures/calendar.ts';
import {
  isWorkingDay,
  nthWorkingDay,
  ruledDay,
  workingDayFrom,
  workingDaysBefore,
  type SpecialDays,
} from '#api/measures/working-days.ts';
import { holidayYears } from '#seeds/reference/holidays.ts';

const notices: SpecialDays = new Map(holidayYears.flatMap(({ days }) => days.map(({ day, kind }) => [day, kind])));
const weekends: SpecialDays = new Map();
const month = (year: number, at: number) => ({ year, month: at });

describe('shiftDay', () => {
  it('crosses months, years and leap days both ways', () => {
    expect(shiftDay('2020-12-31', 1)).toBe('2021-01-01');
    expect(shiftDay('2021-01-01', -1)).toBe('2020-12-31');
    expect(shiftDay('2020-02-28', 2)).toBe('2020-03-01');
    expect(shiftDay('2021-03-01', -1)).toBe('2021-02-28');
    expect(shiftDay('2020-10-19', 0)).toBe('2020-10-19');
  });

  it('is undone by its opposite, and as far as it says', () => {
    assert(
      property(integer({ min: -800, max: 800 }), (days) => {
        const day = shiftDay('2020-02-29', days);
        expect(daysBetween('2020-02-29', day)).toBe(days);
        expect(shiftDay(day, -days)).toBe('2020-02-29');
      }),
    );
  });
});

const working = (days: readonly string[], special = notices) => days.map((day) => isWorkingDay(day, special));

describe('isWorkingDay', () => {
  it('is Monday to Friday where nothing is named', () => {
    // Monday 19 to Sunday 25 October 2020, and a week before the day from which weekdays are counted.
    const week = ['19', '20', '21', '22', '23', '24', '25'].map((day) => `2020-10-${day}`);
    expect(working(week, weekends)).toEqual([true, true, true, true, true, false, false]);
    expect(working(['2017-12-29', '2017-12-30', '2017-12-31', '2018-01-01'], weekends)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('follows the National Day of 2020: eight days off, the Sunday before and the Saturday after worked', () => {
    const off = ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2020-10-${day}`);
    expect(working(off)).toEqual(off.map(() => false));
    expect(working(['2020-09-27', '2020-09-28', '2020-09-30', '2020-10-09', '2020-10-10', '2020-10-11'])).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('follows the longer Spring Festival of 2020: to Sunday 2 February, and Saturday the 1st is not worked', () => {
    expect(working(['2020-01-19', '2020-01-23', '2020-01-24', '2020-01-31'])).toEqual([true, true, false, false]);
    expect(working(['2020-02-01', '2020-02-02', '2020-02-03'])).toEqual([false, false, true]);
  });

  it('follows the changed Labour Day of 2019', () => {
    expect(working(['2019-04-28', '2019-05-01', '2019-05-03', '2019-05-04', '2019-05-05'])).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('the holidays that the program brings', () => {
  it('are as many as the notices name, each once and in its own year', () => {
    const counts = holidayYears.map(({ year, days }) => [
      year,
      days.filter(({ kind }) => kind === 'off').length,
      days.filter(({ kind }) => kind === 'working').length,
    ]);
    // 2019: 1+7+1+4+1+1+7 named off; 2020: 1+7+3+3+5+3+8; 2021: 3+7+3+5+3+3+7.
    expect(counts).toEqual([
      [2019, 22, 6],
      [2020, 30, 6],
      [2021, 31, 7],
    ]);
    for (const { year, days } of holidayYears) {
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
      expect(days.every(({ day }) => day.startsWith(`${year}-`))).toBe(true);
    }
  });

  it('shift weekends alone: what is worked lies at one', () => {
    const worked = holidayYears.flatMap(({ days }) => days.filter(({ kind }) => kind === 'working'));
    expect(worked.filter(({ day }) => isWorkingDay(day, weekends))).toEqual([]);
  });
});

describe('working days of a month', () => {
  it('are counted from its first day on', () => {
    // October 2020 begins with eight days off: 9, 10 (a worked Saturday), 12, 13 …
    expect([1, 2, 3, 4].map((n) => nthWorkingDay(month(2020, 10), n, notices))).toEqual([
      '2020-10-09',
      '2020-10-10',
      '2020-10-12',
      '2020-10-13',
    ]);
    // Without the notices the 1st is a Thursday.
    expect([1, 2, 3].map((n) => nthWorkingDay(month(2020, 10), n, weekends))).toEqual([
      '2020-10-01',
      '2020-10-02',
      '2020-10-05',
    ]);
    // February 2020: 3 (Monday) to 7, then 10; May 2020: 6, 7, 8, 9 (a worked Saturday), 11.
    expect(nthWorkingDay(month(2020, 2), 6, notices)).toBe('2020-02-10');
    expect([1, 4, 5].map((n) => nthWorkingDay(month(2020, 5), n, notices))).toEqual([
      '2020-05-06',
      '2020-05-09',
      '2020-05-11',
    ]);
  });

  it('go on in the next month where there are not so many', () => {
    // February 2021 has 17: 1–5, the worked Sunday 7th, 8–10, 18, 19, the worked Saturday 20th, 22–26.
    expect(nthWorkingDay(month(2021, 2), 17, notices)).toBe('2021-02-26');
    expect(nthWorkingDay(month(2021, 2), 18, notices)).toBe('2021-03-01');
  });

  it('move a day off to the next one, and leave a working day', () => {
    expect(workingDayFrom('2020-10-05', notices)).toBe('2020-10-09');
    expect(workingDayFrom('2020-10-10', notices)).toBe('2020-10-10');
    expect(workingDayFrom('2020-10-11', notices)).toBe('2020-10-12');
    expect(workingDayFrom('2020-12-05', notices)).toBe('2020-12-07');
  });

  it('are counted backwards too', () => {
    // Before Thursday 5 November: 4, 3, 2; before 9 October: 30, 29, 28 September.
    expect(workingDaysBefore('2020-11-05', 3, notices)).toBe('2020-11-02');
    expect(workingDaysBefore('2020-10-09', 3, notices)).toBe('2020-09-28');
    expect(workingDaysBefore('2020-10-09', 4, notices)).toBe('2020-09-27');
    expect(workingDaysBefore('2020-11-05', 0, notices)).toBe('2020-11-05');
  });
});

/** A ruled day of October 2020. */
const inOctober = (count: 'calendar' | 'working', day: number, moves = true) =>
  ruledDay(month(2020, 10), { count, day }, { special: notices, moves });

describe('a ruled day', () => {
  it('is the day of the calendar, moved where it is off only if the office says so', () => {
    expect(inOctober('calendar', 5, false)).toBe('2020-10-05');
    expect(inOctober('calendar', 5)).toBe('2020-10-09');
    expect(inOctober('calendar', 10)).toBe('2020-10-10');
    expect(inOctober('calendar', 31, false)).toBe('2020-10-31');
    expect(inOctober('calendar', 31)).toBe('2020-11-02');
    expect(ruledDay(month(2021, 2), { count: 'calendar', day: 31 }, { special: notices, moves: false })).toBe(
      '2021-02-28',
    );
  });

  it('is the nth working day', () => {
    expect(inOctober('working', 3)).toBe('2020-10-12');
    expect(inOctober('working', 1, false)).toBe('2020-10-09');
  });

  it('is a working day whatever is counted, once days off move', () => {
    assert(
      property(integer({ min: 1, max: 31 }), integer({ min: 1, max: 12 }), (day, at) => {
        for (const count of ['calendar', 'working'] as const) {
          const found = ruledDay(month(2020, at), { count, day }, { special: notices, moves: true });
          expect(isWorkingDay(found, notices)).toBe(true);
        }
      }),
    );
  });
});
