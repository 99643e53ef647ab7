import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { listDeadlines } from '#api/deadlines/contract.ts';
import { query } from '../../../api/queries.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { DeadlineTable } from './table.tsx';
import styles from './deadlines.module.css';

const route = getRouteApi('/submissions');

/** What an address opens here: `deadlines`, or `deadlines-10` with October's form. */
const pattern = /^deadlines(?:-(\d{1,2}))?$/;

/** 报送期限: folded away until it is asked for, and then the year's deadlines. */
export function DeadlineSection({ year }: { readonly year: number }) {
  const { t } = useText();
  const { open } = route.useSearch();
  const asked = pattern.exec(open ?? '');
  return (
    <section className={styles.section} aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{t('deadlines.title')}</h2>
      <p>
        <Link
          className={styles.action}
          from="/submissions"
          to="/submissions"
          search={(before) => ({ ...before, open: asked === null ? 'deadlines' : undefined })}
          resetScroll={false}
          aria-expanded={asked !== null}
        >
          {t(asked === null ? 'deadlines.show' : 'deadlines.hide', { year })}
        </Link>
      </p>
      {asked !== null && <Year year={year} opened={asked[1] === undefined ? null : Number(asked[1])} />}
    </section>
  );
}

function Year({ year, opened }: { readonly year: number; readonly opened: number | null }) {
  const result = useQuery(query(listDeadlines, { query: { year } }));
  return (
    <Loaded result={result}>{({ months }) => <DeadlineTable year={year} months={months} opened={opened} />}</Loaded>
  );
}
