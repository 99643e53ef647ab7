import { codeIn, columnIn, dayIn, monthIn, searchOf, wordIn, yearIn } from '../../ui/search.ts';

/** What the overview's address says: the month, the indicator, the order of the cities, whether the data stand as tables, the open rule, the city that is lit, the number whose formula is shown. */
export const overviewSearch = searchOf({
  year: yearIn,
  month: monthIn,
  indicator: codeIn,
  sort: columnIn,
  view: wordIn('table'),
  open: codeIn,
  region: codeIn,
  formula: codeIn,
  known: dayIn,
});
