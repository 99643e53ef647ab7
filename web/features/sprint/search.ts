import { codeIn, columnIn, dayIn, monthIn, searchOf, wordIn, yearIn } from '../../ui/search.ts';

/** What the address of the sprint on one sheet says. */
export const onePageSearch = searchOf({ year: yearIn, month: monthIn, indicator: codeIn });

/**
 * What the sprint's address says: month, indicator, order, open rule, the city that is lit; in meeting mode the region whose
 * page is shown, and whether only cities that are behind are gone through; whether the sealed brief is shown; the number whose formula is shown.
 */
export const sprintSearch = searchOf({
  year: yearIn,
  month: monthIn,
  indicator: codeIn,
  sort: columnIn,
  open: codeIn,
  present: codeIn,
  brief: wordIn('sealed'),
  only: wordIn('behind'),
  region: codeIn,
  formula: codeIn,
  known: dayIn,
});
