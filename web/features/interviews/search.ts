import { codeIn, searchOf } from '../../ui/search.ts';

/** What an interview's address says: the open item of a city, `331100-2.4`. */
export const interviewSearch = searchOf({ open: codeIn });
