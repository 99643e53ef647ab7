import { use } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { IsSaidByNote, type OriginsOfValue } from './origins.ts';
import styles from './origin-mark.module.css';

interface OriginMarkProps {
  readonly origins: OriginsOfValue;
}

/** A dagger behind a value of which any part was invented for the demonstration; nothing behind any other value, nor where a note says it of the whole table. */
export function OriginMark({ origins }: OriginMarkProps) {
  const { t } = useText();
  const isSaid = use(IsSaidByNote);
  if (isSaid || !origins.includes('invented')) return null;
  return (
    <sup className={styles.mark} title={t('everywhere.invented')}>
      <span aria-hidden="true">†</span>
      <span className="visually-hidden">{t('everywhere.invented')}</span>
    </sup>
  );
}
