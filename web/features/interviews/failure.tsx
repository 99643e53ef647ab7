import { problemOf } from '../../api/local-problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import styles from './interview.module.css';

/** What went wrong with a change; where somebody was faster, that nothing typed is lost. */
export function Failure({ error }: { readonly error: Error | null }) {
  const { t } = useText();
  if (error === null) return null;
  const problem = problemOf(error);
  if (problem.code !== 'stale-version') return <ProblemView problem={problem} />;
  return (
    <p className={styles.conflict} role="alert">
      {t('meetings.stale', { detail: problem.detail })}
    </p>
  );
}
