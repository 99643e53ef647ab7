import { dayParts } from '#api/measures/calendar.ts';
import type { Level } from '#api/measures/vocabulary.ts';
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { formatMonthName, formatQuantity, formatShortDay } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

export interface WayOutLine {
  readonly level: Level;
  readonly text: string;
}

/**
 * What the next report must add for each better level, in words: “10月再增 69.55 万㎡ → 预警”; after a figure of the middle of
 * a month only what is added from its day on counts: “10-16 起再增 48.00 万㎡ → 正常”.
 */
export function wayOutLines(
  standing: StandingReply,
  indicator: Indicator,
  { t, language }: Words,
): readonly WayOutLine[] {
  return standing.wayOut.map(({ level, add, by, denominatorAdded }) => {
    const { asOf } = standing;
    const month =
      asOf !== null && isSince(asOf, by)
        ? formatShortDay(asOf, language)
        : formatMonthName(dayParts(by).month, language);
    const word = t(`levels.word.${level}`);
    const target = language === 'en' ? word.toLowerCase() : word;
    const from = isSince(standing.asOf, by) ? 'since' : 'month';
    if (add === null) return { level, text: t(`city.wayOut.${from}.none`, { month, level: target }) };
    const amount = formatQuantity(add, indicator, language);
    if (denominatorAdded === null) {
      return { level, text: t(`city.wayOut.${from}.line`, { month, amount, level: target }) };
    }
    const denominator = formatQuantity(denominatorAdded, indicator, language);
    return { level, text: t(`city.wayOut.${from}.ratioLine`, { month, amount, denominator, level: target }) };
  });
}

/** Whether the figure is of the middle of the very month that the next report is of. */
const isSince = (asOf: string | null, by: string): boolean =>
  asOf !== null && dayParts(asOf).month === dayParts(by).month;
