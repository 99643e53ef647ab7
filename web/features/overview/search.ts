import { codeIn, columnIn, monthIn, searchOf, yearIn } from '../../ui/search.ts';

/** What the overview's address says: the month, the indicator, the order of the cities, the open rule. */
export const overviewSearch = searchOf({
  year: yearIn,
  month: monthIn,
  indicator: codeIn,
  sort: columnIn,
  open: codeIn,
});
