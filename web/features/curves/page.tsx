import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listCurves } from '#api/curve-changes/contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AssignForm } from './assign-form.tsx';
import { AssignmentList } from './assignment-list.tsx';
import { CurveLibrary } from './curve-library.tsx';
import { Seasons } from './seasons.tsx';
import { InForce } from './in-force.tsx';
import { Writer } from './writer.tsx';
import styles from './page.module.css';

/** The pace curves: which judges what since when, all there are, and for officials writing one and putting it in force. */
export function Page() {
  const { t } = useText();
  const result = useQuery(query(listCurves, {}));
  const count = [...useIndicators().values()].filter(({ retiredFrom }) => retiredFrom === null).length;
  return (
    <>
      <PageHead title={t('curves.title')} sentence={t('curves.sentence', { count })}>
        <Link to="/node-plans">{t('curves.toNodePlans')}</Link> <Link to="/indicators">{t('curves.toIndicators')}</Link>{' '}
        <Link to="/rules">{t('curves.toRules')}</Link>
      </PageHead>
      <Loaded result={result}>
        {(list) => (
          <div className={styles.page}>
            <InForce list={list} />
            <AssignmentList list={list} />
            <CurveLibrary list={list} />
            {list.seasons.length > 0 && <Seasons list={list} />}
            {list.can.decide && <Writer list={list} />}
            {list.can.decide && <AssignForm list={list} />}
          </div>
        )}
      </Loaded>
    </>
  );
}
