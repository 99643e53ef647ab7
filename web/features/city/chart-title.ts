import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { formatBriefQuantity } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import { paceText } from '../../text/pace-text.ts';

/** The one message of an indicator's chart: the figure and how far it lies from the pace. Pure. */
export function chartTitle({ standing }: IndicatorDetail, indicator: Indicator, { t, language }: Words): string {
  const name = indicator.short[language];
  if (standing.actual === null) return t('city.chart.noData', { indicator: name });
  if (standing.gapPoints === null) return t('city.chart.title', { indicator: name });
  const side = paceText(standing.gapPoints, indicator.kind, { t });
  const value = formatBriefQuantity(standing.actual, indicator, language);
  return t(indicator.kind === 'ratio' ? 'city.chart.share' : 'city.chart.stands', { indicator: name, value, side });
}
