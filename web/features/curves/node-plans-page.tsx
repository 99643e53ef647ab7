import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { listNodePlans, type NodePlan } from '#api/node-plans/contract.ts';
import { nodePlansTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { formatMonth, formatPercent } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { NodePlanPanel } from './node-plan-panel.tsx';
import styles from './page.module.css';

const route = getRouteApi('/node-plans');
const placeOf = ({ region, indicator }: NodePlan): string => `${region}-${indicator}`;

/** The node plans of a year: for a bureau its own by indicator, for the department what was sent and approved. */
export function Page() {
  const { t, language } = useText();
  const { today } = useSession();
  const { year = Number(today.slice(0, 4)) } = route.useSearch();
  const result = useQuery(query(listNodePlans, { query: { year } }));
  const plans = result.data?.plans ?? [];
  const countOf = (state: NodePlan['state']) => plans.filter((plan) => plan.state === state).length;
  const isNone = plans.every(({ state }) => state === 'missing');
  const sentence = isNone
    ? t('curves.plans.empty')
    : t('curves.plans.sentence', {
        approved: plans.filter(({ approved }) => approved.length > 0).length,
        submitted: countOf('submitted'),
      });
  return (
    <>
      <PageHead title={t('curves.plans.title', { year })} {...(result.data && { sentence })}>
        <Link to="/curves">{t('curves.plans.toCurves')}</Link>
      </PageHead>
      <Loaded result={result}>
        {(reply) => (
          <div className={styles.page}>
            {reply.earliestMonth === null && <p className={styles.hint}>{t('curves.plans.yearOver')}</p>}
            {reply.plans.length > 0 && <Plans plans={reply.plans} />}
            <TableLinks addressOf={(format) => fileAddress(nodePlansTable, { query: { year, language, format } })} />
            <Opened plans={reply.plans} earliestMonth={reply.earliestMonth} />
          </div>
        )}
      </Loaded>
    </>
  );
}

interface OpenedProps {
  readonly plans: readonly NodePlan[];
  readonly earliestMonth: number | null;
}

function Opened({ plans, earliestMonth }: OpenedProps) {
  const { open } = route.useSearch();
  const plan = plans.find((one) => placeOf(one) === open);
  return plan === undefined ? null : <NodePlanPanel key={placeOf(plan)} plan={plan} earliestMonth={earliestMonth} />;
}

function Plans({ plans }: { readonly plans: readonly NodePlan[] }) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={styles.list}>
      <thead>
        <tr>
          <th scope="col">{t('curves.plans.city')}</th>
          <th scope="col">{t('curves.plans.state')}</th>
          <th scope="col">{t('curves.plans.inForce')}</th>
          <th scope="col">{t('curves.plans.nodes')}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <Row key={placeOf(plan)} plan={plan} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ plan }: { readonly plan: NodePlan }) {
  const { t, language } = useText();
  const city = useRegions().get(plan.region)?.short[language] ?? plan.region;
  const indicator = useIndicators().get(plan.indicator)?.name[language] ?? plan.indicator;
  const [newest] = plan.approved;
  const points = newest?.points ?? plan.department.points;
  const since =
    newest === undefined
      ? t('curves.plans.none', { curve: plan.department.name[language] })
      : t('curves.plans.since', {
          version: newest.version,
          month: formatMonth(plan.year, newest.effectiveMonth ?? 1, language),
        });
  return (
    <tr>
      <th scope="row">
        <Link
          from="/node-plans"
          to="."
          search={(before) => ({ ...before, open: placeOf(plan) })}
          resetScroll={false}
          aria-label={t('curves.plans.openNamed', { city, indicator })}
        >
          {city} · {indicator}
        </Link>
      </th>
      <td>{t(`curves.plans.states.${plan.state}`)}</td>
      <td>{since}</td>
      <td>{[2, 5, 8].map((at) => formatPercent(points[at] ?? null)).join(' / ')}</td>
    </tr>
  );
}
