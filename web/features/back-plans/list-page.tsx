import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listBackPlans } from '#api/back-plans/contract.ts';
import type { BackPlanLine } from '#api/back-plans/contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { formulaKey } from '../../parts/formula/formula.ts';
import { FormulaSheet, SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import type { ProofRow } from '../../parts/proof/proof-rows.ts';
import { formatGap, formatQuantity, noValue, withUnit } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import table from '../../ui/table.module.css';
import { lineRows } from './plan-rows.ts';

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
  const rows = useRows(plans);
  const title = t('backPlans.rows.title', { of: t('backPlans.title') });
  return (
    <FormulaSheet from="/plans" name="plans" title={title} rows={rows}>
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
    </FormulaSheet>
  );
}

/** The formulas of all lines, each named by its city and indicator. */
function useRows(plans: readonly BackPlanLine[]): () => readonly ProofRow[] {
  const { t, language } = useText();
  const [regions, indicators] = [useRegions(), useIndicators()];
  return () =>
    plans.flatMap((plan) => {
      const indicator = indicators.get(plan.indicator);
      const city = regions.get(plan.region)?.short[language] ?? plan.region;
      const rows = indicator === undefined ? [] : lineRows(plan, { indicator, t, language });
      return rows.map((row) => ({
        ...row,
        key: `${formulaKey(plan)}.${row.key}`,
        label: `${city} ${indicator?.short[language]} · ${row.label}`,
      }));
    });
}

function Line({ year, plan }: { readonly year: number; readonly plan: BackPlanLine }) {
  const { t, language } = useText();
  const { region, indicator: code, state, remaining, slippage } = plan;
  const city = useRegions().get(region)?.short[language] ?? region;
  const indicator = useIndicators().get(code);
  if (indicator === undefined) return null;
  const key = formulaKey(plan);
  return (
    <tr>
      <th scope="row">
        <Link to="/plans/$year/$region/$indicator" params={{ year: String(year), region, indicator: code }}>
          {city} {indicator.short[language]}
        </Link>
      </th>
      <td>{t(`charts.plans.${state}`)}</td>
      <td>
        <SheetNumber of={`${key}.remaining`}>{formatQuantity(remaining, indicator, language)}</SheetNumber>
      </td>
      <td>
        <SheetNumber of={`${key}.slippage`}>
          {slippage === null ? noValue : withUnit(formatGap(slippage, indicator), indicator, language)}
        </SheetNumber>
      </td>
    </tr>
  );
}
