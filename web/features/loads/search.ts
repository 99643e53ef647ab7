import { searchOf, yearIn } from '../../ui/search.ts';

/** What the address of the loads says: the year whose template is offered. */
export const loadsSearch = searchOf({ year: yearIn });
