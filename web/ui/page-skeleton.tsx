import { Skeleton } from '@mantine/core';
import { useText } from '../text/messages/use-text.ts';
import styles from './page-skeleton.module.css';

/** The outline of a page while its code or its data is on the way. */
export function PageSkeleton() {
  const { t } = useText();
  return (
    <output className={styles.page} aria-label={t('everywhere.loading')}>
      <Skeleton height={14} width={120} />
      <Skeleton height={28} width="60%" />
      <Skeleton height={320} />
    </output>
  );
}
