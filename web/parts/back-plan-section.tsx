import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listBackPlans } from '#api/back-plans/contract.ts';
import type { BackPlanLine } from '#api/back-plans/contract.ts';
import { query } from '../api/queries.ts';
import { useIndicators, useRegions } from '../api/reference.ts';
import { useText } from '../text/messages/use-text.ts';

interface BackPlanSectionProps {
  readonly year: number;
  /** Which of the year's plans are named; all that the reader may see where it is left out. */
  readonly only?: (plan: BackPlanLine) => boolean;
}

/** The back-scheduled plans of a year that concern a page, each a link with its state; nothing where there are none. */
export function BackPlanSection({ year, only }: BackPlanSectionProps) {
  const { t, language } = useText();
  const { data } = useQuery(query(listBackPlans, { query: { year } }));
  const regions = useRegions();
  const indicators = useIndicators();
  const shown = (data?.plans ?? []).filter((plan) => only?.(plan) ?? true);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{t('charts.plans.title')}</h2>
      <ul>
        {shown.map(({ region, indicator, state }) => (
          <li key={`${region} ${indicator}`}>
            <Link to="/plans/$year/$region/$indicator" params={{ year: String(year), region, indicator }}>
              {regions.get(region)?.short[language]} {indicators.get(indicator)?.short[language]}
            </Link>{' '}
            {t(`charts.plans.${state}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
