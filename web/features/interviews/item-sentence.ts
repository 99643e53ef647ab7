/** The sentences of the interviews' pages. Pure: `t` is the page's texts. */
import type { ItemState } from '#api/interviews/contract.ts';
import type { Text } from '../../text/messages/catalogue.ts';
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
    .map((state) =>
      t('interviews.statePart', { state: lowered(t(`interviews.state.${state}`)), n: sums.states[state] }),
    )
    .join(t('interviews.join'));
  const overdue = sums.overdue === 0 ? '' : t('interviews.overdue', { n: sums.overdue });
  return t('interviews.sentence', {
    who,
    items: sums.items,
    states,
    due: overdue + (due === null ? '' : dueText(due, t)),
  }).trim();
}

/** How many cities: “3 cities”, “1 city”. */
export function citiesText(cities: number, t: Text): string {
  return cities === 1 ? t('interviews.oneCity') : t('interviews.cities', { n: cities });
}

/** How many interviews with how many cities. */
export function interviewsText(interviews: number, cities: number, t: Text): string {
  const said = citiesText(cities, t);
  return interviews === 1
    ? t('interviews.oneInterview', { cities: said })
    : t('interviews.interviews', { n: interviews, cities: said });
}

function dueText({ thisWeek, next }: DueSoon, t: Text): string {
  if (thisWeek > 0) return t('interviews.dueThisWeek', { n: thisWeek });
  return next === null ? t('interviews.nothingDue') : t('interviews.dueNext', { n: next.items, day: next.day });
}

/** English words stand inside a sentence here; Chinese has no case. */
function lowered(word: string): string {
  return word.toLowerCase();
}
