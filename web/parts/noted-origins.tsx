import type { ReactNode } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { inventedAmong, IsSaidByNote, type OriginsOfValue } from './origins.ts';
import styles from './origin-mark.module.css';

interface NotedOriginsProps {
  /** Every value of the table that may be marked. */
  readonly values: readonly OriginsOfValue[];
  readonly children: ReactNode;
}

/** A table and the note on what of it is invented: where all of it is, the note says so and no value has a dagger. */
export function NotedOrigins({ values, children }: NotedOriginsProps) {
  const { t } = useText();
  const invented = inventedAmong(values);
  return (
    <IsSaidByNote value={invented === 'all'}>
      {children}
      {invented !== 'none' && (
        <p className={styles.note}>{t(invented === 'all' ? 'everywhere.allInvented' : 'everywhere.inventedNote')}</p>
      )}
    </IsSaidByNote>
  );
}
