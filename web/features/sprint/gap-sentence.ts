/** Where the province's gap is, in words. Pure: `t` is the page's texts. */
import type { Indicator } from '#api/indicators/contract.ts';
import { fewestFor, gapShares } from '../../charts/gap-share.ts';
import type { GapShares } from '../../charts/gap-share.ts';
import { formatList, formatPercent, formatBriefQuantity } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import type { SprintRow } from './sprint-view.ts';

/** The cities' gaps on the view's indicator. */
export function gapsOf({ rows }: { readonly rows: readonly SprintRow[] }): GapShares {
  return gapShares(
    rows.map(({ region, name, standing }) => ({ code: region, name, gapAmount: standing?.gapAmount ?? null })),
  );
}

/** The fewest cities that together make four fifths of what is missing. */
export function gapSentence(
  shares: GapShares,
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  { t, language }: Words,
): string {
  const movers = fewestFor(shares, 0.8);
  return t('sprint.gap.title', {
    names: formatList(
      movers.map(({ name }) => name),
      language,
    ),
    share: formatPercent(movers.at(-1)?.cumulativeShare ?? null, 0),
    missing: formatBriefQuantity(shares.missing, indicator, language),
  });
}
