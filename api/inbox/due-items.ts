/** Whom a day tells that items are due or overdue. Pure. */
import type { ItemRow } from '#db/interviews.ts';
import type { NewNotice } from './notify.ts';

const daysAhead = 7;
const day = 24 * 60 * 60 * 1000;

/**
 * One notice for all items of a city that are due on one day: to its bureau within seven days before, and to its bureau and the
 * department once it has passed. An item that waits to be verified is not due anymore; one that is verified is neither.
 */
export function dueNotices(items: readonly ItemRow[], today: string): readonly NewNotice[] {
  const waiting = items.filter(({ state }) => state !== 'verified');
  const due = waiting.filter((item) => isNearlyDue(item, today));
  const late = waiting.filter(({ dueOn }) => dueOn < today);
  return [
    ...groups(due).map((group) => noticeOf('items-due', group, 'bureau')),
    ...groups(late).flatMap((group) => [
      noticeOf('items-overdue', group, 'bureau'),
      noticeOf('items-overdue', group, 'official'),
    ]),
  ];
}

/** Whether an item is due within seven days and neither verified nor waiting for that. */
export function isNearlyDue({ state, dueOn }: Pick<ItemRow, 'state' | 'dueOn'>, today: string): boolean {
  const last = new Date(Date.parse(today) + daysAhead * day).toISOString().slice(0, 10);
  return state !== 'verified' && state !== 'reported' && dueOn >= today && dueOn <= last;
}

type Group = readonly [ItemRow, ...ItemRow[]];

function groups(items: readonly ItemRow[]): readonly Group[] {
  const byDay = Map.groupBy(items, ({ interview, region, dueOn }) => `${interview}/${region}/${dueOn}`);
  return [...byDay.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

function noticeOf(kind: 'items-due' | 'items-overdue', group: Group, to: 'bureau' | 'official'): NewNotice {
  const [{ interview, region, dueOn, item }] = group;
  const only = group.length === 1 ? item : null;
  return {
    kind,
    to: to === 'bureau' ? { role: 'bureau', regions: [region] } : { role: 'official' },
    region,
    about: { interview, item: only, day: dueOn, count: group.length },
    once: dueOn,
  };
}
