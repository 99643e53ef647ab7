import { describe, expect, it } from 'vitest';
import { daysOverdue, dueFirst, itemKey, openItem, rowItems } from '#web/features/interviews/checklist.ts';
import { itemOf as item } from './item.ts';

describe('openItem', () => {
  const items = [item('331100', '2.4'), item('330300', '2.4')];

  it('finds the item that an address names', () => {
    expect(openItem(items, '331100-2.4')).toBe(items[0]);
    expect(openItem(items, itemKey(item('330300', '2.4')))).toBe(items[1]);
  });

  it('falls back to none for anything else', () => {
    expect(openItem(items, undefined)).toBeNull();
    expect(openItem(items, '331100-9.9')).toBeNull();
    expect(openItem(items, 'rule')).toBeNull();
  });
});

describe('rowItems', () => {
  it('follows the order of the cities and leaves a gap where a city has no such item', () => {
    const items = [item('331100', '1.1'), item('330300', '1.1')];
    const row = rowItems({ regions: ['330300', '330700', '331100'], items }, '1.1');
    expect(row.map((cell) => cell?.region ?? null)).toEqual(['330300', null, '331100']);
  });
});

describe('dueFirst', () => {
  it('puts what is due first on top and what is verified last', () => {
    const items = [
      item('330300', '1.1', { state: 'verified', dueOn: '2020-10-01' }),
      item('330300', '3.6', { dueOn: '2020-12-31' }),
      item('330300', '1.10', { dueOn: '2020-11-06' }),
      item('330300', '1.2', { dueOn: '2020-11-06' }),
    ];
    expect(dueFirst(items).map((one) => one.item)).toEqual(['1.2', '1.10', '3.6', '1.1']);
  });
});

describe('daysOverdue', () => {
  it('counts the days since an item was due, and none where it is not late', () => {
    expect(daysOverdue({ overdue: true, dueOn: '2020-10-30' }, '2020-11-02')).toBe(3);
    expect(daysOverdue({ overdue: false, dueOn: '2020-10-30' }, '2020-11-02')).toBe(0);
  });
});
