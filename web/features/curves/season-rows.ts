/** The season of completed years as formulas: twelve shares of what all of them came to. Pure. */
import type { CurveList } from '#api/curve-changes/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { exactly } from '../../parts/formula/exactly.ts';
import { reckonedRow } from '../../parts/formula/reckoned-row.ts';
import type { ProofRow } from '../../parts/proof/proof-rows.ts';
import { formatList, formatPercent, formatShortMonth } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';

export type Season = CurveList['seasons'][number];

/** p̄ₘ = Σ Aₘ ÷ Σ Y: what all completed years had done by each month's end, by what they came to. */
export function seasonRows(season: Season, indicator: Indicator, { t, language }: Words): readonly ProofRow[] {
  const { points, sums, years, regionYears } = season;
  const amount = (sum: number | undefined): string => exactly((sum ?? 0) / indicator.scale, indicator);
  const how = t('curves.seasons.how', {
    years: formatList(years.map(String), language),
    count: regionYears,
    amount: t(`curves.seasons.of.${indicator.kind}`),
  });
  return points.map((point, index) =>
    reckonedRow(
      `${indicator.code}.${index + 1}`,
      `${indicator.short[language]} · ${t('curves.seasons.byEnd', { month: formatShortMonth(index + 1, language) })}`,
      formatPercent(point, 4),
      `${amount(sums[index])} ÷ ${amount(sums[11])}`,
      how,
    ),
  );
}
