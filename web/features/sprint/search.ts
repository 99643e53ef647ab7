import { codeIn, columnIn, monthIn, searchOf, yearIn } from '../../ui/search.ts';

/** What the sprint's address says: month, indicator, order, open rule, the city that is lit, and in meeting mode the region whose page is shown. */
export const sprintSearch = searchOf({
  year: yearIn,
  month: monthIn,
  indicator: codeIn,
  sort: columnIn,
  open: codeIn,
  present: codeIn,
  region: codeIn,
});
