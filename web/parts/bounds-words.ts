/** Between what the province lies while months are missing, in one sentence. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { Bounds } from '#api/standings/contract.ts';
import { formatBriefPercent, formatBriefQuantity } from '../text/format.ts';
import type { Words } from '../text/messages/words.ts';

/** “If the 3 missing cities add nothing: 652.0 (93 %); …”; null where nothing is missing. */
export function boundsText(bounds: Bounds | undefined, indicator: Indicator, { t, language }: Words): string | null {
  if (bounds === undefined) return null;
  const side = ({ actual, completion }: Bounds['zero']) => ({
    actual: formatBriefQuantity(actual, indicator, language),
    share: formatBriefPercent(completion),
  });
  const zero = t('corrections.bounds.zero', { count: bounds.missing, ...side(bounds.zero) });
  return bounds.usual === null ? zero : `${zero}${t('corrections.bounds.usual', side(bounds.usual))}`;
}
