/** A month's name in sentences. Pure; safe in a browser. */
const english = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** A month in a sentence. */
export const monthWords = (month: number) => ({
  zh: `${month}月`,
  en: english.format(Date.UTC(2000, month - 1, 1)),
});
