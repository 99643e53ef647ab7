import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { getBackPlan } from '#api/back-plans/contract.ts';
import type { BackPlanReply } from '#api/back-plans/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { formatDay, formatQuantity } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { SheetNumber } from '../../parts/formula/formula-sheet.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageNotFound } from '../../ui/page-not-found.tsx';
import { DecideForm } from './decide-form.tsx';
import { Followed } from './followed.tsx';
import { PlanContents } from './plan-contents.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanHistory } from './plan-history.tsx';
import { planRows, remainingRows } from './plan-rows.ts';
import { PlanSheet } from './plan-sheet.tsx';
import styles from './page.module.css';

const route = getRouteApi('/plans/$year/$region/$indicator');

/** One back-scheduled plan: what is left, what is planned, how it goes, and what this person may do with it. */
export function Page() {
  const { year, region, indicator } = route.useParams();
  const known = useIndicators().get(indicator);
  const result = useQuery(query(getBackPlan, { params: { year: Number(year), region, indicator } }));
  if (known === undefined) return <PageNotFound />;
  return <Loaded result={result}>{(reply) => <PlanView reply={reply} indicator={known} />}</Loaded>;
}

interface PlanViewProps {
  readonly reply: BackPlanReply;
  readonly indicator: Indicator;
}

function PlanView({ reply, indicator }: PlanViewProps) {
  const { t, language } = useText();
  const { region, year, plan, inForce, can, state } = reply;
  const city = useRegions().get(region)?.short[language] ?? region;
  const asked = { indicator, t, language };
  const key = `${year}/${region}/${indicator.code}`;
  const isShownBelow = plan !== null && (state !== 'draft' || !can.save) && plan.version !== inForce?.version;
  return (
    <div className={styles.page}>
      <Head reply={reply} indicator={indicator} city={city} />
      <Notes reply={reply} />
      {can.decide && <DecideForm key={key} reply={reply} />}
      {isShownBelow && (
        <section>
          <h2>{t('backPlans.plan')}</h2>
          <PlanSheet
            name="plan"
            of={t('backPlans.plan')}
            rows={() => planRows({ ...plan, sum: plan.remaining }, asked)}
          >
            <PlanContents plan={plan} indicator={indicator} />
          </PlanSheet>
        </section>
      )}
      {inForce && <Followed inForce={inForce} indicator={indicator} />}
      {can.save && <PlanForm key={`${key} ${reply.base?.asOf}`} reply={reply} indicator={indicator} />}
      <PlanHistory history={reply.history} indicator={indicator} />
      <p className="screen-only">
        <Link to="/cities/$code" params={{ code: region }} search={{ indicator: indicator.code }}>
          {t('backPlans.back', { city })}
        </Link>{' '}
        · <Link to="/plans">{t('backPlans.title')}</Link>
      </p>
    </div>
  );
}

/** The page's name and what is left, whose formula its number leads to. */
function Head({ reply, indicator, city }: PlanViewProps & { readonly city: string }) {
  const { t, language } = useText();
  const title = t('backPlans.ofCity', { city, year: reply.year, indicator: indicator.short[language] });
  const rows = () => (reply.base === null ? [] : remainingRows(reply.base, { indicator, t, language }));
  return (
    <PlanSheet name="base" of={title} rows={rows}>
      <PageHead title={title} sentence={useSentence(reply, indicator)} />
    </PlanSheet>
  );
}

function useSentence({ state, base, absence }: BackPlanReply, indicator: Indicator): ReactNode {
  const { t, language } = useText();
  const words = t(`backPlans.state.${state}`);
  if (base === null) {
    return t('backPlans.sentenceNone', {
      state: words,
      why: absence === null ? '' : t(`backPlans.absence.${absence}`),
    });
  }
  const remaining = formatQuantity(base.remaining, indicator, language);
  const sentence = t('backPlans.sentence', { state: words, day: formatDay(base.asOf), remaining });
  const at = sentence.indexOf(remaining);
  return (
    <>
      {sentence.slice(0, at)}
      <SheetNumber of="remaining">{remaining}</SheetNumber>
      {sentence.slice(at + remaining.length)}
    </>
  );
}

function Notes({ reply: { required, state, outdated, reason } }: Pick<PlanViewProps, 'reply'>) {
  const { t } = useText();
  return (
    <>
      {required && state !== 'approved' && <p>{t('backPlans.required')}</p>}
      {outdated && <p>{t('backPlans.outdated')}</p>}
      {reason !== '' && <p>{t('backPlans.returnedFor', { reason })}</p>}
    </>
  );
}
