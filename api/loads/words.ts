import type { Language } from '../http/problem.ts';
import type { YearMonth } from '../measures/calendar.ts';

/** A month in a sentence. */
export const monthWords = ({ year, month }: YearMonth): Readonly<Record<Language, string>> => ({
  zh: `${year}年${month}月`,
  en: `${year}-${String(month).padStart(2, '0')}`,
});
