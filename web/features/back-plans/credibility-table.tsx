import type { PlanContent } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatFigure, formatMonthName, formatRatio, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import table from '../../ui/table.module.css';

interface CredibilityTableProps {
  readonly months: PlanContent['credibility'];
  readonly indicator: Indicator;
}

/** Each month of a plan against the best month ever and the recent mean. */
export function CredibilityTable({ months, indicator }: CredibilityTableProps) {
  const { t, language } = useText();
  return (
    <table ref={cardLabels} className={table.table}>
      <caption className="visually-hidden">{t('backPlans.credibility')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('backPlans.month')}</th>
          <th scope="col">
            {t('backPlans.planned')} ({unitOf(indicator, language)})
          </th>
          <th scope="col">{t('backPlans.againstBest')}</th>
          <th scope="col">{t('backPlans.againstRecent')}</th>
          <th scope="col">{t('backPlans.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <Row key={month.month} month={month} indicator={indicator} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly month: PlanContent['credibility'][number];
  readonly indicator: Indicator;
}

function Row({ month: { month, planned, againstBest, againstRecent, doubtful }, indicator }: RowProps) {
  const { t, language } = useText();
  return (
    <tr>
      <th scope="row">{formatMonthName(month, language)}</th>
      <td>
        <SheetNumber of={`month.${month}`}>{formatFigure(planned, indicator)}</SheetNumber>
      </td>
      <td>
        <SheetNumber of={`best.${month}`}>{formatRatio(againstBest, 2)}</SheetNumber>
      </td>
      <td>
        <SheetNumber of={`recent.${month}`}>{formatRatio(againstRecent, 2)}</SheetNumber>
      </td>
      <td>
        {doubtful ? (
          <strong>{t('backPlans.doubtful')}</strong>
        ) : (
          t(againstBest === null ? 'backPlans.noPast' : 'backPlans.credible')
        )}
      </td>
    </tr>
  );
}
