import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysLate,
  deadlineOf as deadlineUnder,
  deadlineProblems,
  isClosed,
  maySet,
  permittedDays,
  usualDeadline as usualUnder,
  type DecidedMonth,
} from '#api/deadlines/lifecycle.ts';
import { roles } from '#api/http/endpoint.ts';
import { dayParts, lastDayOfMonth, nextMonth, type YearMonth } from '#api/measures/calendar.ts';

const lishui = '331100';
const quzhou = '330800';
const october = { year: 2020, month: 10 };
const all = { ...october, region: null };

/** An office that decided nothing on its years. */
const nothing = { rules: new Map(), special: new Map() } as const;
const usualDeadline = (month: YearMonth) => usualUnder(month, nothing);
const deadlineOf = (
  decisions: Parameters<typeof deadlineUnder>[0],
  place: YearMonth & { readonly region: string | null },
) => deadlineUnder(decisions, place, usualDeadline(place));

/** A decision on October 2020. */
const decision = (
  sequence: number,
  onTimeDay: string,
  more: { readonly region?: string; readonly closesOn?: string; readonly month?: number; readonly year?: number } = {},
) => ({ ...october, sequence, region: null, onTimeDay, closesOn: null, ...more });

describe('usualDeadline', () => {
  it('is the 5th of the next month, whatever the month’s length, and never closes', () => {
    expect(usualDeadline(october)).toEqual({ onTimeDay: '2020-11-05', closesOn: null });
    expect(usualDeadline({ year: 2020, month: 12 }).onTimeDay).toBe('2021-01-05');
    // Before a leap February and after it, and a year that is none.
    expect(usualDeadline({ year: 2020, month: 1 }).onTimeDay).toBe('2020-02-05');
    expect(usualDeadline({ year: 2020, month: 2 }).onTimeDay).toBe('2020-03-05');
    expect(usualDeadline({ year: 2100, month: 2 }).onTimeDay).toBe('2100-03-05');
  });
});

describe('deadlineOf', () => {
  it('is the usual one where the office set nothing, or only other months', () => {
    expect(deadlineOf([], all)).toEqual({ onTimeDay: '2020-11-05', closesOn: null });
    const others = [decision(1, '2020-12-10', { month: 11 }), decision(1, '2021-11-10', { year: 2021 })];
    expect(deadlineOf(others, all)).toEqual({ onTimeDay: '2020-11-05', closesOn: null });
  });

  it('is the newest decision for all cities, in whatever order they come', () => {
    const rows = [decision(2, '2020-11-08', { closesOn: '2020-11-20' }), decision(1, '2020-11-10')];
    expect(deadlineOf(rows, all)).toEqual({ onTimeDay: '2020-11-08', closesOn: '2020-11-20' });
    expect(deadlineOf(rows.toReversed(), { ...october, region: lishui })).toEqual(deadlineOf(rows, all));
  });

  it('gives a city its newest exception, and no other city', () => {
    const rows = [
      decision(1, '2020-11-10', { closesOn: '2020-11-20' }),
      decision(2, '2020-11-12', { region: lishui, closesOn: '2020-11-20' }),
      decision(3, '2020-11-15', { region: lishui, closesOn: '2020-11-25' }),
    ];
    expect(deadlineOf(rows, { ...october, region: lishui })).toEqual({
      onTimeDay: '2020-11-15',
      closesOn: '2020-11-25',
    });
    expect(deadlineOf(rows, { ...october, region: quzhou })).toEqual({
      onTimeDay: '2020-11-10',
      closesOn: '2020-11-20',
    });
    expect(deadlineOf(rows, all)).toEqual({ onTimeDay: '2020-11-10', closesOn: '2020-11-20' });
  });

  it('adds an exception to the usual day too', () => {
    const rows = [decision(1, '2020-11-09', { region: lishui })];
    expect(deadlineOf(rows, { ...october, region: lishui }).onTimeDay).toBe('2020-11-09');
    expect(deadlineOf(rows, all).onTimeDay).toBe('2020-11-05');
  });

  it('gives no city less than all get later', () => {
    const rows = [
      decision(1, '2020-11-10', { closesOn: '2020-11-12' }),
      decision(2, '2020-11-11', { region: lishui, closesOn: '2020-11-13' }),
      decision(3, '2020-11-20', { closesOn: '2020-11-30' }),
    ];
    expect(deadlineOf(rows, { ...october, region: lishui })).toEqual({
      onTimeDay: '2020-11-20',
      closesOn: '2020-11-30',
    });
    // Where the month no longer closes for all, it does not close for one.
    const reopened = [...rows, decision(4, '2020-11-10')];
    expect(deadlineOf(reopened, { ...october, region: lishui })).toEqual({ onTimeDay: '2020-11-11', closesOn: null });
  });
});

const months = record({ year: integer({ min: 2000, max: 2099 }), month: integer({ min: 1, max: 12 }) });
const days = months.chain(({ year, month }) =>
  integer({ min: 1, max: dayParts(lastDayOfMonth(year, month)).day }).map(
    (day) => `${lastDayOfMonth(year, month).slice(0, 8)}${String(day).padStart(2, '0')}`,
  ),
);
/** Decisions on a few months, their sequences those of a ledger: each month's 1, 2, 3 … */
const ledgers = array(
  record({
    year: constantFrom(2019, 2020),
    month: constantFrom(2, 10, 12),
    region: constantFrom(null, lishui, quzhou),
    onTimeDay: days,
    closesOn: option(days),
  }),
  { maxLength: 12 },
).map((rows) =>
  rows.map((row, index) => ({
    ...row,
    sequence: 1 + rows.slice(0, index).filter(({ year, month }) => year === row.year && month === row.month).length,
  })),
);

describe('laws of deadlines', () => {
  it('exactly one is in force for a month and city, whatever the order of the decisions', () => {
    assert(
      property(ledgers, constantFrom(null, lishui, quzhou), (rows, region) => {
        const place = { ...october, region };
        const own = rows.filter(({ year, month }) => year === 2020 && month === 10);
        // Written down a second time, by looking from the end.
        const forAll = own.findLast((row) => row.region === null) ?? usualDeadline(october);
        const exception = region === null ? undefined : own.findLast((row) => row.region === region);
        const [, onTimeDay = ''] = [exception?.onTimeDay ?? '', forAll.onTimeDay].toSorted();
        expect(deadlineOf(rows, place).onTimeDay).toBe(onTimeDay);
        expect(deadlineOf(rows.toReversed(), place)).toEqual(deadlineOf(rows, place));
      }),
    );
  });

  it('a city never has less time than all have', () => {
    assert(
      property(ledgers, (rows) => {
        const ofAll = deadlineOf(rows, all);
        const ofCity = deadlineOf(rows, { ...october, region: lishui });
        expect(ofCity.onTimeDay >= ofAll.onTimeDay).toBe(true);
        expect(ofCity.closesOn === null || (ofAll.closesOn !== null && ofCity.closesOn >= ofAll.closesOn)).toBe(true);
      }),
    );
  });

  it('the usual day lies in the month after, on its 5th', () => {
    assert(
      property(months, (month) => {
        expect(dayParts(usualDeadline(month).onTimeDay)).toEqual({ ...nextMonth(month), day: 5 });
      }),
    );
  });

  it('what may be decided leaves what was in time in time', () => {
    assert(
      property(ledgers, days, days, (decisions, today, sent) => {
        const now = deadlineOf(decisions, all);
        const { earliest } = permittedDays({ ...october, decisions, usual: usualDeadline(october), today }, null);
        const wasInTime = sent <= now.onTimeDay && sent <= today;
        const wouldBeLate = sent > earliest;
        expect(wasInTime && wouldBeLate).toBe(false);
      }),
    );
  });
});

describe('daysLate', () => {
  it('counts whole days of Shanghai after the on-time day', () => {
    const due = { onTimeDay: '2020-11-10' };
    expect(daysLate('2020-10-19T01:00:00.000Z', due)).toBe(0);
    expect(daysLate('2020-11-10T15:59:59.999Z', due)).toBe(0);
    expect(daysLate('2020-11-10T16:00:00.000Z', due)).toBe(1);
    expect(daysLate('2020-11-13T01:00:00.000Z', due)).toBe(3);
    // 28 February to 1 March: two days in a leap year, one in another.
    expect(daysLate('2020-03-01T01:00:00.000Z', { onTimeDay: '2020-02-28' })).toBe(2);
    expect(daysLate('2021-03-01T01:00:00.000Z', { onTimeDay: '2021-02-28' })).toBe(1);
    expect(daysLate('2021-01-01T01:00:00.000Z', { onTimeDay: '2020-12-31' })).toBe(1);
  });
});

describe('isClosed', () => {
  it('begins the day after the closing day; without one, never', () => {
    expect(isClosed({ closesOn: '2020-11-20' }, '2020-11-20')).toBe(false);
    expect(isClosed({ closesOn: '2020-11-20' }, '2020-11-21')).toBe(true);
    expect(isClosed({ closesOn: null }, '2100-12-31')).toBe(false);
  });
});

describe('maySet', () => {
  it('is the department’s alone', () => {
    expect(roles.filter((role) => maySet({ role }))).toEqual(['official']);
  });
});

const reason = '因国庆假期顺延报送';
const decided = (more: Partial<DecidedMonth> = {}): DecidedMonth => ({
  ...october,
  decisions: [],
  usual: usualDeadline(october),
  today: '2020-10-19',
  ...more,
});
/** What is wrong with a decision: fields, codes and values. */
const wrong = (
  typed: Partial<Parameters<typeof deadlineProblems>[0]>,
  month: Partial<DecidedMonth> = {},
): readonly (readonly unknown[])[] =>
  deadlineProblems({ onTimeDay: '2020-11-10', reason, ...typed }, decided(month)).map(({ field, code, values }) => [
    field,
    code,
    values,
  ]);

describe('deadlineProblems', () => {
  const window = { earliest: '2020-10-31', latest: '2021-10-31' };

  it('finds none from the month’s last day to a year after it', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ onTimeDay: '2020-10-31' })).toEqual([]);
    expect(wrong({ onTimeDay: '2021-10-31' })).toEqual([]);
    expect(wrong({ onTimeDay: '2020-10-30' })).toEqual([['onTimeDay', 'deadline-outside', window]]);
    expect(wrong({ onTimeDay: '2021-11-01' })).toEqual([['onTimeDay', 'deadline-outside', window]]);
    // The years of a leap February: 28 February 2020 is not its last day, and 2021 has no 29th.
    const february = { month: 2, today: '2020-01-10' };
    expect(wrong({ onTimeDay: '2020-02-28' }, february)).toEqual([
      ['onTimeDay', 'deadline-outside', { earliest: '2020-02-29', latest: '2021-02-28' }],
    ]);
  });

  it('lets no day that has passed be moved forward, and any be moved back', () => {
    const today = '2020-11-08';
    const passed = { earliest: '2020-11-05', latest: '2021-10-31' };
    expect(wrong({ onTimeDay: '2020-11-04' }, { today })).toEqual([['onTimeDay', 'deadline-outside', passed]]);
    expect(wrong({ onTimeDay: '2020-11-05' }, { today })).toEqual([]);
    expect(wrong({ onTimeDay: '2020-11-07' }, { today })).toEqual([]);
    const extended = { today, decisions: [decision(1, '2020-11-20')] };
    expect(wrong({ onTimeDay: '2020-11-08' }, extended)).toEqual([]);
    expect(wrong({ onTimeDay: '2020-11-07' }, extended)[0]?.[2]).toEqual({ ...passed, earliest: today });
  });

  it('gives a city no less than all have', () => {
    const decisions = [decision(1, '2020-11-10')];
    const later = { earliest: '2020-11-10', latest: '2021-10-31' };
    expect(wrong({ region: lishui, onTimeDay: '2020-11-09' }, { decisions })).toEqual([
      ['onTimeDay', 'deadline-outside', later],
    ]);
    expect(wrong({ region: lishui, onTimeDay: '2020-11-10' }, { decisions })).toEqual([]);
    expect(wrong({ region: null, onTimeDay: '2020-11-09' }, { decisions })).toEqual([]);
  });

  it('closes no earlier than the deadline, and not in the past', () => {
    expect(wrong({ closesOn: '2020-11-10' })).toEqual([]);
    expect(wrong({ closesOn: '2020-11-09' })).toEqual([['closesOn', 'closing-too-early', { earliest: '2020-11-10' }]]);
    expect(wrong({ closesOn: '2021-10-31' })).toEqual([]);
    expect(wrong({ closesOn: '2021-11-01' })[0]?.slice(0, 2)).toEqual(['closesOn', 'deadline-outside']);
    const today = '2020-11-15';
    expect(wrong({ closesOn: '2020-11-14' }, { today })).toEqual([
      ['closesOn', 'closing-too-early', { earliest: today }],
    ]);
    expect(wrong({ closesOn: today }, { today })).toEqual([]);
    // What closed already stays as it was.
    const decisions = [decision(1, '2020-11-10', { closesOn: '2020-11-12' })];
    expect(wrong({ closesOn: '2020-11-12' }, { today, decisions })).toEqual([]);
    expect(wrong({ closesOn: '2020-11-11' }, { today, decisions })[0]?.[1]).toBe('closing-too-early');
  });

  it('closes for one city only where it closes for all, and later', () => {
    expect(wrong({ region: lishui, closesOn: '2020-11-20' })).toEqual([['closesOn', 'closing-for-one', {}]]);
    const decisions = [decision(1, '2020-11-10', { closesOn: '2020-11-20' })];
    expect(wrong({ region: lishui, closesOn: '2020-11-19' }, { decisions })).toEqual([
      ['closesOn', 'closing-too-early', { earliest: '2020-11-20' }],
    ]);
    expect(wrong({ region: lishui, closesOn: '2020-11-20' }, { decisions })).toEqual([]);
    expect(wrong({ region: lishui, closesOn: null }, { decisions })).toEqual([]);
  });

  it('asks for a reason, and says everything at once', () => {
    expect(wrong({ reason: ' 顺延 ' })).toEqual([['reason', 'reason-required', {}]]);
    const fields = wrong({ onTimeDay: '2020-10-01', closesOn: '2020-09-01', reason: '' }).map(([field]) => field);
    expect(fields).toEqual(['onTimeDay', 'closesOn', 'reason']);
  });
});
