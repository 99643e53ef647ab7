import { codeIn, searchOf, yearIn } from '../../ui/search.ts';

/** What the targets' address says: the year, the open cell, `331000-prefab-area`, and the number whose formula is shown. */
export const targetsSearch = searchOf({ year: yearIn, open: codeIn, formula: codeIn });
