import { codeIn, searchOf } from '../../ui/search.ts';

/** What the addresses of back-scheduled plans say: the number whose formula is shown. */
export const plansSearch = searchOf({ formula: codeIn });
