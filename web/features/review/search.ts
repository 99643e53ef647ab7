import { codeIn, searchOf } from '../../ui/search.ts';

/** What the review's address says: the month of a region that is open, `2020-10-331100`, and the number whose formula is shown. */
export const reviewSearch = searchOf({ open: codeIn, formula: codeIn });
