import type { ReactNode } from 'react';
import { useText } from '../text/messages/use-text.ts';
import { usePrintLine } from './print-line.ts';
import styles from './page-head.module.css';

interface PageHeadProps {
  /** The page's name: small above the sentence, and in the browser's tab. */
  readonly title: string;
  /** What the page says, in one sentence; the page's name stands in its place until it is known. */
  readonly sentence?: ReactNode;
  /** What stands on each printed page: the page's name, and what it was chosen by. Its name alone where it is left out. */
  readonly printed?: string;
  /** Selectors of month, indicator and the like. */
  readonly children?: ReactNode;
}

/** How every page opens: its name, its sentence as the page's heading, its selectors. */
export function PageHead({ title, sentence, printed = title, children }: PageHeadProps) {
  const { t } = useText();
  usePrintLine(printed);
  return (
    <header className={styles.head}>
      <title>{`${title} · ${t('shell.product')}`}</title>
      <div className={styles.line}>
        {sentence === undefined ? <span /> : <p className={styles.title}>{title}</p>}
        {children && <div className={`${styles.controls} screen-only`}>{children}</div>}
      </div>
      <h1 className={styles.sentence}>{sentence ?? title}</h1>
    </header>
  );
}
