import type { Indicator } from '#api/indicators/contract.ts';
import type { IndicatorDetail } from '#api/standings/contract.ts';
import { formatBriefQuantity } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { paceText } from '../../text/pace-text.ts';

/** The chart's one message: the figure and how far it lies from the pace. */
export function useCourseTitle({ standing }: IndicatorDetail, indicator: Indicator): string {
  const { t, language } = useText();
  const name = indicator.short[language];
  if (standing.actual === null) return t('city.chart.noData', { indicator: name });
  if (standing.gapPoints === null) return t('city.chart.title', { indicator: name });
  const side = paceText(standing.gapPoints, indicator.kind, { t });
  const value = formatBriefQuantity(standing.actual, indicator, language);
  return t(indicator.kind === 'ratio' ? 'city.chart.share' : 'city.chart.stands', { indicator: name, value, side });
}
