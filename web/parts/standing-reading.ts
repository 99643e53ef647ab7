/** A city or the province on an indicator, as pointer and keyboard read it in a picture of several. Pure. */
import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { formatBriefGap, formatBriefPercent, formatBriefQuantity, formatDay, withUnit } from '../text/format.ts';
import type { Words } from '../text/messages/words.ts';
import { completionText, type Completions } from './completion-words.ts';
import { paceText } from '../text/pace-text.ts';

type Read = Pick<StandingReply, 'actual' | 'target' | 'pace' | 'gapPoints' | 'gapAmount'> &
  Completions & {
    readonly asOf?: string | null;
  };

/** Its day, value, pace and gap; for a ratio its target in the place of a pace. */
export function standingReading(
  name: string,
  standing: Read | null,
  indicator: Pick<Indicator, 'kind' | 'short' | 'unit'>,
  { t, language }: Words,
): string {
  const named = { name, indicator: indicator.short[language] };
  if (standing === null || standing.actual === null) return t('charts.reading.none', named);
  const { gapPoints, gapAmount } = standing;
  const day = standing.asOf == null ? '' : t('charts.reading.day', { day: formatDay(standing.asOf) });
  const value = formatBriefQuantity(standing.actual, indicator, language);
  const target = formatBriefQuantity(standing.target, indicator, language);
  const said = { ...named, day, value, target };
  if (gapPoints === null) return t('charts.reading.noTarget', said);
  const side = paceText(gapPoints, indicator.kind, { t });
  if (indicator.kind === 'ratio') return t('charts.reading.ratio', { ...said, side });
  return t('charts.reading.amount', {
    ...said,
    completion: completionText(standing, { t }),
    pace: formatBriefPercent(standing.pace),
    side,
    gap: withUnit(formatBriefGap(gapAmount), indicator, language),
  });
}
