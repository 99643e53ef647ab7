import { codeIn, searchOf, yearIn } from '../../ui/search.ts';

/** What the address of node plans says: the year, and the plan that is open, `331100-prefab-area`. */
export const nodePlansSearch = searchOf({ year: yearIn, open: codeIn });
