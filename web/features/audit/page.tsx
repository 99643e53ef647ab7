import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { exportAuditEvents, listAuditEvents, type AuditEventReply } from '#api/audit/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pages } from '../../ui/pages.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { Words } from '../../text/messages/words.ts';
import { EventTable } from './event-table.tsx';
import { filterOf } from './filter.ts';
import { Filters } from './filters.tsx';
import styles from './page.module.css';

const route = getRouteApi('/audit');

/** Who did what: the audit trail, newest first, by what the address asks. */
export function Page() {
  const { t, language } = useText();
  const { person } = useSession();
  const search = route.useSearch();
  const filter = filterOf(search);
  const { before } = search;
  const result = useQuery(query(listAuditEvents, { query: { ...filter, ...(before !== undefined && { before }) } }));
  return (
    <>
      {result.data === undefined && <PageHead title={t('audit.title')} />}
      <Loaded result={result}>
        {({ events, next, groups }) => (
          <>
            <PageHead title={t('audit.title')} sentence={sentenceOf(events, t)} />
            <div className={styles.page}>
              {person.role === 'official' && <p className={styles.note}>{t('audit.officialNote')}</p>}
              <Filters filter={filter} groups={groups} />
              {events.length === 0 ? (
                <p>{t('audit.emptyHint')}</p>
              ) : (
                <EventTable events={events} withAddress={person.role === 'administrator'} />
              )}
              {events.length > 0 && (
                <TableLinks
                  addressOf={(format) => fileAddress(exportAuditEvents, { query: { ...filter, language, format } })}
                />
              )}
              <Pages
                label={t('audit.pages')}
                newest={before === undefined ? null : <Step to={undefined} words={t('audit.newest')} />}
                older={next === null ? null : <Step to={next} words={t('audit.older')} />}
              />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

function Step({ to, words }: { readonly to: string | undefined; readonly words: string }) {
  return (
    <Link from="/audit" to="/audit" search={({ open: _open, ...others }) => ({ ...others, before: to })}>
      {words}
    </Link>
  );
}

function sentenceOf(events: readonly AuditEventReply[], t: Words['t']): string {
  const [newest, oldest] = [events.at(0), events.at(-1)];
  if (newest === undefined || oldest === undefined) return t('audit.empty');
  const first = formatInstant(oldest.at);
  if (events.length === 1) return t('audit.sentenceOne', { first });
  return t('audit.sentence', { count: events.length, first, last: formatInstant(newest.at) });
}
