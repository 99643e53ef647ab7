import type { Origin } from '#api/http/shapes.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './origin-mark.module.css';

interface OriginMarkProps {
  readonly origins: readonly (Origin | null | undefined)[];
}

/** A dagger behind a value of which any part was invented for the demonstration; nothing behind any other value. */
export function OriginMark({ origins }: OriginMarkProps) {
  const { t } = useText();
  if (!origins.includes('invented')) return null;
  return (
    <sup className={styles.mark} title={t('everywhere.invented')}>
      <span aria-hidden="true">†</span>
      <span className="visually-hidden">{t('everywhere.invented')}</span>
    </sup>
  );
}
