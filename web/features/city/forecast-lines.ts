/** The year-end forecast in words. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { formatList, formatMonthName, formatPercent, formatQuantity, formatRatio } from '../../text/format.ts';
import { seasonText } from '../../parts/season-text.ts';
import type { Words } from '../../text/messages/words.ts';

/** Point, interval, probability and record, each with its basis; where one is missing, why. Of a year that is over nothing is left to foresee. */
export function forecastLines(detail: IndicatorDetail, indicator: Indicator, words: Words): readonly string[] {
  const { projection, forecast } = detail;
  const { t, language } = words;
  const amount = (value: number): string => formatQuantity(value, indicator, language);
  const why = forecast.absence === null ? [] : [t(`forecast.absence.${forecast.absence}`)];
  if (projection === null || forecast.absence === 'year-over') return why;
  const { interval, season } = forecast;
  return [
    t('forecast.point', { amount: amount(projection) }),
    ...(interval === null ? [] : [t('forecast.interval', { low: amount(interval.low), high: amount(interval.high) })]),
    ...targetLines(detail, indicator, words),
    ...why,
    ...recordLines(detail, words),
    seasonText(season.years, words),
  ];
}

function targetLines({ standing, forecast }: IndicatorDetail, indicator: Indicator, words: Words): readonly string[] {
  const { t, language } = words;
  if (standing.level === 'achieved') return [t('forecast.reached')];
  if (forecast.probability === null) return [];
  const target = formatQuantity(standing.target, indicator, language);
  return [t('forecast.probability', { target, percent: formatPercent(forecast.probability, 0) })];
}

function recordLines({ forecast: { record, season } }: IndicatorDetail, { t, language }: Words): readonly string[] {
  if (record === null) return [];
  return [
    t('forecast.record', {
      month: formatMonthName(record.month, language),
      years: formatList(season.years.map(String), language),
      count: record.count,
      low: formatRatio(record.low),
      high: formatRatio(record.high),
    }),
  ];
}
