import { codeIn, searchOf, yearIn } from '../../ui/search.ts';

/** What the targets' address says: the year, and the open cell, `331000-prefab-area`. */
export const targetsSearch = searchOf({ year: yearIn, open: codeIn });
