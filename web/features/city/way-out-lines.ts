import { dayParts } from '#api/measures/calendar.ts';
import type { Level } from '#api/measures/vocabulary.ts';
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { formatMonthName, formatQuantity } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

export interface WayOutLine {
  readonly level: Level;
  readonly text: string;
}

/** What the next report must add for each better level, in words: “10月再增 69.55 万㎡ → 预警”. */
export function wayOutLines(
  standing: StandingReply,
  indicator: Indicator,
  { t, language }: Words,
): readonly WayOutLine[] {
  return standing.wayOut.map(({ level, add, by, denominatorAdded }) => {
    const month = formatMonthName(dayParts(by).month, language);
    const word = t(`levels.word.${level}`);
    const target = language === 'en' ? word.toLowerCase() : word;
    if (add === null) return { level, text: t('city.wayOut.none', { month, level: target }) };
    const amount = formatQuantity(add, indicator, language);
    if (denominatorAdded === null) return { level, text: t('city.wayOut.line', { month, amount, level: target }) };
    const denominator = formatQuantity(denominatorAdded, indicator, language);
    return { level, text: t('city.wayOut.ratioLine', { month, amount, denominator, level: target }) };
  });
}
