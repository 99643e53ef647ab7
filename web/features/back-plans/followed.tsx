import type { BackPlanReply } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { formatDay, formatFigure, formatGap, formatInstant, formatMonthName, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import table from '../../ui/table.module.css';
import { PlanContents } from './plan-contents.tsx';
import { followedRows, planRows } from './plan-rows.ts';
import { PlanSheet } from './plan-sheet.tsx';

interface FollowedProps {
  readonly inForce: NonNullable<BackPlanReply['inForce']>;
  readonly indicator: Indicator;
}

/** The approved plan month by month against accepted figures: planned, done, and how far apart. */
export function Followed({ inForce, indicator }: FollowedProps) {
  const { t, language } = useText();
  const titleOf = useTitleOf();
  const { version, approvedBy, approvedAt } = inForce;
  const title = t('backPlans.inForce', { version, person: titleOf(approvedBy), at: formatInstant(approvedAt) });
  const asked = { indicator, t, language };
  const rows = () => [...followedRows(inForce, asked), ...planRows({ ...inForce, sum: inForce.remaining }, asked)];
  return (
    <section>
      <PlanSheet name="in-force" of={title} rows={rows}>
        <h2>{title}</h2>
        <Months inForce={inForce} indicator={indicator} title={title} />
        <PlanContents plan={inForce} indicator={indicator} />
      </PlanSheet>
    </section>
  );
}

function Months({ inForce, indicator, title }: FollowedProps & { readonly title: string }) {
  const { t, language } = useText();
  return (
    <table ref={cardLabels} className={table.table}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('backPlans.month')}</th>
          <th scope="col">{t('backPlans.by')}</th>
          <th scope="col">
            {t('backPlans.plannedBy')} ({unitOf(indicator, language)})
          </th>
          <th scope="col">{t('backPlans.actual')}</th>
          <th scope="col">{t('backPlans.slippage')}</th>
        </tr>
      </thead>
      <tbody>
        {inForce.followed.map(({ month, by, planned, actual, slippage }) => (
          <tr key={month}>
            <th scope="row">{formatMonthName(month, language)}</th>
            <td>{formatDay(by)}</td>
            <td>
              <SheetNumber of={`planned.${month}`}>{formatFigure(planned, indicator)}</SheetNumber>
            </td>
            <td>
              <SheetNumber of={`actual.${month}`}>{formatFigure(actual, indicator)}</SheetNumber>
            </td>
            <td>
              <SheetNumber of={`slippage.${month}`}>{formatGap(slippage, indicator)}</SheetNumber>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
