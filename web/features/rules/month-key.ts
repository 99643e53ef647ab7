import type { YearMonth } from '#api/measures/calendar.ts';

/** A month as a choice of a list names it. */
export const keyOf = ({ year, month }: YearMonth): string => `${year}-${month}`;
