import { useRouter } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { problemOf } from '../api/local-problem.ts';
import { useText } from '../text/messages/use-text.ts';
import { ProblemView } from './problem-view.tsx';
import styles from './page-failure.module.css';

/** In a page's place when it failed: the rest of the product stays usable. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useText();
  const router = useRouter();
  const problem = problemOf(error);
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{t('everywhere.problem.title')}</h1>
      <ProblemView problem={problem} retry={retry} />
    </div>
  );
}
