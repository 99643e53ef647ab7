import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { listIndicatorDecisions, type IndicatorHistory } from '#api/indicator-changes/contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { DecisionList } from './decision-list.tsx';
import { EndForm } from './end-form.tsx';
import { IndicatorForm } from './indicator-form.tsx';
import { IndicatorList } from './indicator-list.tsx';
import styles from './page.module.css';

const route = getRouteApi('/indicators');

/** What is reported: each indicator with its definition, what was decided about them, and for officials deciding. */
export function Page() {
  const { t } = useText();
  const indicators = [...useIndicators().values()].filter(({ retiredFrom }) => retiredFrom === null);
  const core = indicators.filter((indicator) => indicator.core).length;
  const result = useQuery(query(listIndicatorDecisions, {}));
  return (
    <>
      <PageHead
        title={t('indicatorPage.title')}
        sentence={t('indicatorPage.sentence', { count: indicators.length, core })}
      >
        <Link to="/curves">{t('curves.title')}</Link> <Link to="/rules">{t('indicatorPage.toRules')}</Link>
      </PageHead>
      <Loaded result={result}>{(history) => <Indicators history={history} />}</Loaded>
    </>
  );
}

function Indicators({ history }: { readonly history: IndicatorHistory }) {
  const { t } = useText();
  const { act, of = '' } = route.useSearch();
  const isOfficial = useSession().person.role === 'official';
  const indicator = useIndicators().get(of) ?? null;
  const isWords = act === 'add' || (act === 'change' && indicator !== null);
  return (
    <div className={styles.page}>
      <IndicatorList history={history} isOfficial={isOfficial} />
      {isOfficial && (
        <section className={styles.page}>
          <Link from="/indicators" to="." search={{ act: act === 'add' ? undefined : 'add' }} resetScroll={false}>
            {t('indicatorPage.act.add')}
          </Link>
          {isWords && (
            <IndicatorForm key={`${act} ${of}`} indicator={act === 'add' ? null : indicator} history={history} />
          )}
          {(act === 'retire' || act === 'withdraw') && indicator !== null && (
            <EndForm key={`${act} ${of}`} act={act} indicator={indicator} history={history} />
          )}
        </section>
      )}
      <DecisionList history={history} />
    </div>
  );
}
