import { useQuery } from '@tanstack/react-query';
import { getStorage } from '#api/health/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { formatPercent, formatSize } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './page.module.css';

/** How much room the disk of the database has, and what follows where it is little. */
export function Storage() {
  const { t } = useText();
  const result = useQuery(query(getStorage, {}));
  return (
    <section aria-label={t('accounts.storage.title')}>
      <h2>{t('accounts.storage.title')}</h2>
      <Loaded result={result}>
        {({ disk }) =>
          disk === null ? (
            <p className={styles.hint}>{t('accounts.storage.elsewhere')}</p>
          ) : (
            <p className={disk.state === 'ok' ? styles.hint : undefined}>
              {t('accounts.storage.room', {
                folder: disk.folder,
                free: formatSize(disk.freeBytes),
                total: formatSize(disk.totalBytes),
                share: formatPercent(disk.freeBytes / disk.totalBytes, 1),
              })}
              {disk.state !== 'ok' && <strong> {t(`accounts.storage.${disk.state}`)}</strong>}
            </p>
          )
        }
      </Loaded>
    </section>
  );
}
