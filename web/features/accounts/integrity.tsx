import { useQuery } from '@tanstack/react-query';
import { getIntegrity } from '#api/health/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './page.module.css';

/** Whether stored data is as it was sealed: when that was checked, how much there is, and what is wrong. */
export function Integrity() {
  const { t, language } = useText();
  const result = useQuery(query(getIntegrity, {}));
  return (
    <section aria-label={t('accounts.integrity.title')}>
      <h2>{t('accounts.integrity.title')}</h2>
      <Loaded result={result}>
        {({ checkedAt, rows, seals, total, findings }) =>
          checkedAt === null && total === 0 ? (
            <p className={styles.hint}>{t('accounts.integrity.never')}</p>
          ) : (
            <>
              <p>
                {t(total === 0 ? 'accounts.integrity.sound' : 'accounts.integrity.altered', {
                  at: formatInstant(checkedAt),
                  rows,
                  seals,
                  total,
                })}
              </p>
              {total > 0 && (
                <ul>
                  {findings.map((words) => (
                    <li key={words.en}>{words[language]}</li>
                  ))}
                </ul>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
