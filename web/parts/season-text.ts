/** The season that a projection takes out, in words. Pure. */
import { formatList } from '../text/format.ts';
import type { Words } from '../text/messages/words.ts';

/** Whose season is taken out: that of the years named, or of none the judging curve's. */
export function seasonText(years: readonly number[], { t, language }: Words): string {
  if (years.length === 0) return t('forecast.seasonCurve');
  return t('forecast.season', { years: formatList(years.map(String), language) });
}
