import { codeIn, searchOf } from '../../ui/search.ts';

/** What the address of the rules says: the version whose conditions are shown, `points-2`. */
export const rulesSearch = searchOf({ open: codeIn });
