import type { BackPlanReply } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { formatDay, formatFigure, formatGap, formatInstant, formatMonthName, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import table from '../../ui/table.module.css';
import { PlanContents } from './plan-contents.tsx';

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
  return (
    <section>
      <h2>{title}</h2>
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
              <td>{formatFigure(planned, indicator)}</td>
              <td>{formatFigure(actual, indicator)}</td>
              <td>{formatGap(slippage, indicator)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PlanContents plan={inForce} indicator={indicator} />
    </section>
  );
}
