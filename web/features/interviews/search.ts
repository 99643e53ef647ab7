import { interviewStates } from '#api/interviews/contract.ts';
import { codeIn, monthIn, oneIn, searchOf, textLike, wordIn, yearIn } from '../../ui/search.ts';

/** What an interview's address says: the open item of a city, `331100-2.4`; what is being edited; whether its versions show. */
export const interviewSearch = searchOf({
  open: codeIn,
  edit: oneIn(['facts', 'requirements']),
  history: oneIn(['shown']),
});

/** What the list is limited to. */
export const interviewsSearch = searchOf({ state: oneIn(interviewStates), region: codeIn });

/** Several cities: `330300.330700`. */
const regionsIn = textLike(/^[0-9A-Za-z-]{2,20}(\.[0-9A-Za-z-]{2,20})*$/);

/** The cities that an interview is planned with. */
export const planSearch = searchOf({ regions: regionsIn });

/** The month that cities are judged at, those that are selected, and whether the ladder is being edited. */
export const candidatesSearch = searchOf({
  year: yearIn,
  month: monthIn,
  regions: regionsIn,
  ladder: wordIn('edited'),
});

/** Which of the waiting items are shown. */
export const dueSearch = searchOf({ show: oneIn(['week', 'reported', 'all']) });
