import type { BackPlanReply } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { formatFigure, formatInstant, formatMonthName } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';

interface PlanHistoryProps extends Pick<BackPlanReply, 'history'> {
  readonly indicator: Indicator;
}

/** Every version of a plan with its months, the newest first. */
export function PlanHistory({ history, indicator }: PlanHistoryProps) {
  const { t, language } = useText();
  const titleOf = useTitleOf();
  if (history.length === 0) return null;
  return (
    <section>
      <h2>{t('backPlans.history')}</h2>
      <ul aria-label={t('backPlans.history')}>
        {history.map(({ version, at, person, action, reason, months }) => (
          <li key={version}>
            {t('backPlans.entry', {
              version,
              at: formatInstant(at),
              person: titleOf(person),
              action: t(`backPlans.actions.${action}`),
              months: months
                .map(({ month, planned }) => `${formatMonthName(month, language)} ${formatFigure(planned, indicator)}`)
                .join(' · '),
            })}
            {reason !== '' && ` · ${reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
