import { codeIn, columnIn, monthIn, searchOf, yearIn } from '../../ui/search.ts';

/** What the address of the sprint on one sheet says. */
export const onePageSearch = searchOf({ year: yearIn, month: monthIn, indicator: codeIn });

/** What the sprint's address says: month, indicator, order, open rule, and in meeting mode the region whose page is shown. */
export const sprintSearch = searchOf({
  year: yearIn,
  month: monthIn,
  indicator: codeIn,
  sort: columnIn,
  open: codeIn,
  present: codeIn,
});
