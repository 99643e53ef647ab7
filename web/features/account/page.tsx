import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listOwnSessions } from '#api/sessions/contract.ts';
import { query } from '../../api/queries.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { CalendarAddress } from './calendar-address.tsx';
import { MailSettings } from './mail-settings.tsx';
import { SessionTable } from './session-table.tsx';
import styles from './page.module.css';

/** Who one is here, and where one is signed in. */
export function Page() {
  const { t, language } = useText();
  const { person } = useSession();
  const result = useQuery(query(listOwnSessions, {}));
  const region = useRegions().get(person.region ?? person.within ?? '');
  const title = person.title[language];
  const sentence = result.data && { sentence: t('account.sentence', { person: title, count: result.data.length }) };
  return (
    <>
      <PageHead title={t('account.title')} {...sentence} />
      <div className={styles.page}>
        <dl className={styles.facts}>
          <dt>{t('account.name')}</dt>
          <dd>{person.name}</dd>
          <dt>{t('account.role')}</dt>
          <dd>{t(`shell.role.${person.role}`)}</dd>
          {region !== undefined && (
            <>
              <dt>{t('account.region')}</dt>
              <dd>{region.short[language]}</dd>
            </>
          )}
        </dl>
        <Loaded result={result}>{(sessions) => <SessionTable sessions={sessions} />}</Loaded>
        <MailSettings />
        {person.within === null && <CalendarAddress />}
        <section>
          <h2>{t('openData.title')}</h2>
          <p className={styles.hint}>
            <Link to="/open-data">{t('openData.link')}</Link>
          </p>
        </section>
      </div>
    </>
  );
}
