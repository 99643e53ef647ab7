import type { ReactNode } from 'react';
import { useText } from '../messages/use-text.ts';
import styles from './page-head.module.css';

interface PageHeadProps {
  /** The page's name: small above the sentence, and in the browser's tab. */
  readonly title: string;
  /** What the page says, in one sentence; the page's name stands in its place until it is known. */
  readonly sentence?: ReactNode;
  /** Selectors of month, indicator and the like. */
  readonly children?: ReactNode;
}

/** How every page opens: its name, its sentence as the page's heading, its selectors. */
export function PageHead({ title, sentence, children }: PageHeadProps) {
  const { t } = useText();
  return (
    <header className={styles.head}>
      <title>{`${title} · ${t('shell.product')}`}</title>
      <div className={styles.line}>
        {sentence === undefined ? <span /> : <p className={styles.title}>{title}</p>}
        {children && <div className={styles.controls}>{children}</div>}
      </div>
      <h1 className={styles.sentence}>{sentence ?? title}</h1>
    </header>
  );
}
