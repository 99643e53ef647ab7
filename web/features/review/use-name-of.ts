import { useRegions } from '../../api/reference.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { Place } from './queue.ts';

/** Names a month of a city as the review's sentences do: “衢州 2020年10月”. */
export function useNameOf(): (place: Place) => string {
  const { t, language } = useText();
  const regions = useRegions();
  return ({ region, year, month }) =>
    t('review.open', {
      region: regions.get(region)?.short[language] ?? region,
      month: formatMonth(year, month, language),
    });
}
