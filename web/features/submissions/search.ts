import { codeIn, searchOf, yearIn } from '../../ui/search.ts';

/** What the address of the months says: the year. */
export const submissionsSearch = searchOf({ year: yearIn });

/** What the address of one month says: the step of its form. */
export const submissionSearch = searchOf({ view: codeIn });
