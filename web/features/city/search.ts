import { codeIn, dayIn, monthIn, searchOf, wordIn, yearIn } from '../../ui/search.ts';

/** What the address of the cities that lag says: the month. */
export const laggingSearch = searchOf({ year: yearIn, month: monthIn });

/** What a city's address says: the month, the indicator, whether its course stands as a table, what is unfolded, the open rule, the city beside it, the number whose formula is shown. */
export const citySearch = searchOf({
  year: yearIn,
  month: monthIn,
  indicator: codeIn,
  view: wordIn('table'),
  show: codeIn,
  open: codeIn,
  with: codeIn,
  formula: codeIn,
  known: dayIn,
});
