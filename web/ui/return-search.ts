import { pathIn, searchOf } from './search.ts';

/** What the address of a gate says, signing in or a new password: the path to go on to. */
export const returnSearch = searchOf({ return: pathIn });
