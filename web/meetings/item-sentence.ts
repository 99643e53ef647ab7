/** The sentences of the meetings' pages. Pure: `t` is the page's texts. */
import type { ItemState } from '#api/interviews/contract.ts';
import type { Text } from '../messages/catalogue.ts';
import type { DueSoon, ItemSums } from './item-sums.ts';

/** In the order in which they are said: what is settled first, what nobody has touched last. */
const spokenStates: readonly ItemState[] = ['verified', 'returned', 'reported', 'open'];

/**
 * “3 cities, 51 items: 2 verified, 1 returned, 9 reported, 39 open. 4 due this week.” States without items are left out;
 * `due` is null where the days are not known.
 */
export function itemSentence(who: string, sums: ItemSums, due: DueSoon | null, t: Text): string {
  const states = spokenStates
    .filter((state) => sums.states[state] > 0)
    .map((state) => t('meetings.statePart', { state: lowered(t(`meetings.state.${state}`)), n: sums.states[state] }))
    .join(t('meetings.join'));
  const overdue = sums.overdue === 0 ? '' : t('meetings.overdue', { n: sums.overdue });
  return t('meetings.sentence', {
    who,
    items: sums.items,
    states,
    due: overdue + (due === null ? '' : dueText(due, t)),
  }).trim();
}

/** How many cities: “3 cities”, “1 city”. */
export function citiesText(cities: number, t: Text): string {
  return cities === 1 ? t('meetings.oneCity') : t('meetings.cities', { n: cities });
}

/** How many meetings with how many cities. */
export function meetingsText(meetings: number, cities: number, t: Text): string {
  const said = citiesText(cities, t);
  return meetings === 1
    ? t('meetings.oneMeeting', { cities: said })
    : t('meetings.meetings', { n: meetings, cities: said });
}

function dueText({ thisWeek, next }: DueSoon, t: Text): string {
  if (thisWeek > 0) return t('meetings.dueThisWeek', { n: thisWeek });
  return next === null ? t('meetings.nothingDue') : t('meetings.dueNext', { n: next.items, day: next.day });
}

/** English words stand inside a sentence here; Chinese has no case. */
function lowered(word: string): string {
  return word.toLowerCase();
}
