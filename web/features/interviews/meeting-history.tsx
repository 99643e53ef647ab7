import { useQuery } from '@tanstack/react-query';
import { getInterviewHistory } from '#api/interviews/history-contract.ts';
import type { InterviewHistory } from '#api/interviews/history-contract.ts';
import { query } from '../../api/queries.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './interview.module.css';

/** Every version of a meeting: who, when, and what it changed. */
export function MeetingHistory({ interview }: { readonly interview: string }) {
  const { t } = useText();
  const result = useQuery(query(getInterviewHistory, { params: { interview } }));
  return (
    <Loaded result={result}>
      {(versions) => (
        <ol className={styles.versions} aria-label={t('meetings.history')}>
          {versions.map((version) => (
            <Version key={version.number} version={version} />
          ))}
        </ol>
      )}
    </Loaded>
  );
}

function Version({ version }: { readonly version: InterviewHistory[number] }) {
  const { t } = useText();
  const titleOf = useTitleOf();
  return (
    <li>
      <span className={styles.caption}>
        {t('meetings.version', {
          n: version.number,
          at: formatInstant(version.at),
          person: titleOf(version.person),
          action: t(`meetings.action.${version.action}`),
        })}
        {version.origin === 'invented' && ` · ${t('everywhere.invented')}`}
      </span>
      {version.reason !== '' && <p>{version.reason}</p>}
      {version.number > 1 &&
        version.changes.map((change) => (
          <div key={change.field}>
            <span className={styles.caption}>
              {t('meetings.changed', { field: t(`meetings.field.${change.field}`) })}
            </span>
            {change.from !== '' && <pre>{t('meetings.removed', { text: change.from })}</pre>}
            {change.to !== '' && <pre>{t('meetings.added', { text: change.to })}</pre>}
          </div>
        ))}
    </li>
  );
}
