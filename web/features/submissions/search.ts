import { codeIn, searchOf, yearIn } from '../../ui/search.ts';

/** What the address of the months says: the year, and which fold is open, the deadlines perhaps with a form. */
export const submissionsSearch = searchOf({ year: yearIn, open: codeIn });

/** What the address of one month says: the step of its form, and the number whose formula is shown. */
export const submissionSearch = searchOf({ view: codeIn, formula: codeIn });
