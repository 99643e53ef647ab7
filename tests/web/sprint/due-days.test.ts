import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '#web/features/sprint/due-days.ts';

const item = (region: string, dueOn: string, state: 'open' | 'reported' | 'returned' | 'verified') => ({
  region,
  dueOn,
  state,
});

describe('deadlinesOf', () => {
  it('counts what is not verified by day and city, days and cities in their order', () => {
    const items = [
      item('b', '2020-11-06', 'open'),
      item('a', '2020-10-30', 'verified'),
      item('b', '2020-10-30', 'reported'),
      item('a', '2020-10-30', 'returned'),
      item('b', '2020-10-30', 'open'),
      item('c', '2020-10-30', 'open'),
    ];
    expect(deadlinesOf(items, ['a', 'b'])).toEqual([
      {
        day: '2020-10-30',
        items: 4,
        open: 3,
        cities: [
          { region: 'a', open: 1 },
          { region: 'b', open: 2 },
        ],
      },
      { day: '2020-11-06', items: 1, open: 1, cities: [{ region: 'b', open: 1 }] },
    ]);
  });

  it('keeps a day of which everything is verified, with nobody left', () => {
    expect(deadlinesOf([item('a', '2020-10-30', 'verified')], ['a'])).toEqual([
      { day: '2020-10-30', items: 1, open: 0, cities: [] },
    ]);
  });
});
