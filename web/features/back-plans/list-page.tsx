import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listBackPlans } from '#api/back-plans/contract.ts';
import type { BackPlanLine } from '#api/back-plans/contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { formatGap, formatQuantity, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import table from '../../ui/table.module.css';

/** The plans of the office's year: those that are owed, written and decided on. */
export function Page() {
  const { t } = useText();
  const year = Number(useSession().today.slice(0, 4));
  const result = useQuery(query(listBackPlans, { query: { year } }));
  const plans = result.data?.plans ?? [];
  const countOf = (state: BackPlanLine['state']) => plans.filter((plan) => plan.state === state).length;
  const sentence =
    plans.length === 0
      ? t('backPlans.listEmpty')
      : t('backPlans.listSentence', {
          required: plans.filter(({ required }) => required).length,
          approved: countOf('approved'),
          submitted: countOf('submitted'),
        });
  return (
    <>
      <PageHead title={t('backPlans.listOf', { year })} {...(result.data && { sentence })}>
        <Link to="/node-plans">{t('curves.toNodePlans')}</Link>
      </PageHead>
      <Loaded result={result}>
        {(reply) => (reply.plans.length === 0 ? null : <Lines year={reply.year} plans={reply.plans} />)}
      </Loaded>
    </>
  );
}

function Lines({ year, plans }: { readonly year: number; readonly plans: readonly BackPlanLine[] }) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={table.table}>
      <caption className="visually-hidden">{t('backPlans.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('backPlans.city')}</th>
          <th scope="col">{t('backPlans.stateHead')}</th>
          <th scope="col">{t('backPlans.remainingHead')}</th>
          <th scope="col">{t('backPlans.slippage')}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <Line key={`${plan.region} ${plan.indicator}`} year={year} plan={plan} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ year, plan }: { readonly year: number; readonly plan: BackPlanLine }) {
  const { t, language } = useText();
  const { region, indicator: code, state, remaining, slippage } = plan;
  const city = useRegions().get(region)?.short[language] ?? region;
  const indicator = useIndicators().get(code);
  if (indicator === undefined) return null;
  return (
    <tr>
      <th scope="row">
        <Link to="/plans/$year/$region/$indicator" params={{ year: String(year), region, indicator: code }}>
          {city} {indicator.short[language]}
        </Link>
      </th>
      <td>{t(`charts.plans.${state}`)}</td>
      <td>{formatQuantity(remaining, indicator, language)}</td>
      <td>{slippage === null ? '--' : withUnit(formatGap(slippage, indicator), indicator, language)}</td>
    </tr>
  );
}
