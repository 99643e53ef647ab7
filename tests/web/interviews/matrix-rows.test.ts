import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedOf, duePoints, isDueSoon, rowDue, waitingByCity } from '#web/features/interviews/matrix-rows.ts';
import { dayAt, lanesOf } from '#web/features/interviews/timeline-layout.ts';
import { attendantsText, readAttendants } from '#web/features/interviews/attendants.ts';
import {
  asTemplate,
  withItem,
  withNewItem,
  withoutItem,
  withRequirement,
} from '#web/features/interviews/requirements-draft.ts';
import { glyphs } from '#web/features/interviews/glyph.ts';
import { itemOf, nothingAllowed } from './item.ts';

const due = (...days: string[]) => rowDue([null, ...days.map((dueOn) => ({ dueOn }))]);

describe('the day of a row', () => {
  it('is the one that most of its items have, the earliest of equals', () => {
    expect(due('2020-11-13', '2020-10-30', '2020-11-13')).toBe('2020-11-13');
    expect(due('2020-11-13', '2020-10-30')).toBe('2020-10-30');
    expect(due()).toBeNull();
  });
});

const soon = (today: string, state: 'open' | 'verified' = 'open') => isDueSoon({ state, dueOn: '2020-10-30' }, today);

describe('an item', () => {
  it('is due soon from seven days before its day until it is verified', () => {
    expect([soon('2020-10-22'), soon('2020-10-23'), soon('2020-11-30')]).toEqual([false, true, true]);
    expect(soon('2020-10-30', 'verified')).toBe(false);
  });

  it('has a sign of its own in every state', () => {
    expect(new Set(Object.values(glyphs)).size).toBe(4);
  });
});

describe('what is closed', () => {
  const items = [
    itemOf('a', '1.1', { state: 'verified', dueOn: '2020-11-30' }),
    itemOf('a', '1.2', { dueOn: '2020-10-30' }),
    itemOf('b', '1.1', { dueOn: '2020-11-30' }),
  ];

  it('is counted by city and by day', () => {
    expect(closedOf(items, 'a')).toEqual({ verified: 1, total: 2 });
    expect(duePoints(items)).toEqual([
      { day: '2020-10-30', items: 1, verified: 0 },
      { day: '2020-11-30', items: 2, verified: 1 },
    ]);
  });
});

describe('what waits to be verified', () => {
  it('is by city what the caller may verify, not what they reported themselves', () => {
    const can = { ...nothingAllowed, verify: true };
    const own = itemOf('b', '1.2', { state: 'reported' });
    const items = [itemOf('b', '1.1', { state: 'reported', can }), itemOf('a', '1.1'), own];
    expect(waitingByCity({ regions: ['a', 'b'], items })).toEqual([{ region: 'b', items: [items[0]] }]);
  });
});

const at = (day: string) => dayAt(day, '2020-10-15', '2020-12-31');

describe('the timeline', () => {
  it('places a day between its ends, and what lies outside at the nearer one', () => {
    // 77 days in all.
    expect([at('2020-10-15'), at('2020-12-31'), at('2020-10-26')]).toEqual([0, 1, 11 / 77]);
    expect([at('2020-01-01'), at('2021-06-01')]).toEqual([0, 1]);
    expect(dayAt('2020-12-31', '2020-12-31', '2020-12-31')).toBe(0);
  });

  it('never lets two labels of one lane touch', () => {
    const places = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 });
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 120 }), (unsorted, width) => {
        const sorted = unsorted.toSorted((a, b) => a - b);
        const lanes = lanesOf(sorted, width);
        for (const [first, lane] of lanes.entries()) {
          for (const [second, other] of lanes.entries()) {
            if (first < second && lane === other)
              expect(sorted[second]! - sorted[first]!).toBeGreaterThanOrEqual(width);
          }
        }
      }),
    );
  });
});

describe('attendants', () => {
  const cities = [{ code: '330300', names: ['温州市', '温州', 'Wenzhou'] }];

  it('are read from lines, with commas of either language, and belong to the city that their unit names', () => {
    expect(readAttendants('温州市住建局，张三，局长\n 省厅建管处,李四\n\n', cities)).toEqual([
      { region: '330300', unit: '温州市住建局', person: '张三', title: '局长' },
      { region: null, unit: '省厅建管处', person: '李四', title: '' },
    ]);
  });

  it('are the same after they were written and read', () => {
    const word = fc.stringMatching(/^[a-z]{0,5}$/);
    const attendant = fc.record({
      region: fc.constant(null),
      unit: fc.stringMatching(/^[a-z]{1,5}$/),
      person: word,
      title: word,
    });
    fc.assert(
      fc.property(fc.array(attendant), (attendants) => {
        expect(readAttendants(attendantsText(attendants), cities)).toEqual(attendants);
      }),
    );
  });
});

describe('requirements while they are edited', () => {
  const item = {
    key: '1.6',
    title: { zh: '推进项目落地', en: '' },
    checkedBy: 'projects' as const,
    evidence: false,
    owner: '建筑业管理处',
    dueOn: '2020-11-13',
  };
  const first = { key: 'a', title: { zh: '要求', en: '' }, items: [item] };

  it('change in one place and leave the others', () => {
    const other = { ...first, key: 'b' };
    expect(withRequirement([first, other], 'b', { items: [] })).toEqual([first, { ...other, items: [] }]);
    expect(withItem(first, '1.6', { owner: '办公室' }).items).toEqual([{ ...item, owner: '办公室' }]);
    expect(withoutItem(first, '1.6').items).toEqual([]);
  });

  it('take a new item with the next number in', () => {
    expect(withNewItem(first, 1, '2020-10-15').items[1]).toMatchObject({
      key: '1.7',
      dueOn: '2020-10-15',
      evidence: true,
    });
    expect(withNewItem({ ...first, items: [] }, 4, '2020-10-15').items[0]?.key).toBe('4.1');
  });

  it('become a template by the days after the meeting, none before it', () => {
    const { dueOn: _day, ...kept } = item;
    expect(asTemplate([first], '2020-10-15')[0]?.items).toEqual([{ ...kept, dueAfterDays: 29 }]);
    expect(asTemplate([first], '2020-12-01')[0]?.items[0]?.dueAfterDays).toBe(0);
  });
});
