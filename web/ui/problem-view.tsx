import { Button } from '@mantine/core';
import type { ProblemDocument } from '#api/http/problem.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './problem-view.module.css';

interface ProblemViewProps {
  readonly problem: ProblemDocument;
  /** What to do again; without it there is no button. */
  readonly retry?: () => void;
}

/** A failure in words: what happened, the request's id for the administrator, and another try. */
export function ProblemView({ problem, retry }: ProblemViewProps) {
  const { t } = useText();
  // A single field's problem is often the problem itself.
  const errors = problem.errors.filter(({ detail }) => detail !== problem.detail);
  return (
    <section className={styles.problem} role="alert">
      <p className={styles.title}>{problem.detail}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={`${error.pointer} ${error.code}`}>{error.detail}</li>
          ))}
        </ul>
      )}
      {problem.instance !== '' && (
        <p className={styles.id}>{t('everywhere.problem.requestId', { id: requestId(problem) })}</p>
      )}
      {retry && (
        <Button variant="default" onClick={retry}>
          {t('everywhere.retry')}
        </Button>
      )}
    </section>
  );
}

/** The id alone: RFC 9457 wants an address in `instance`, a person reads the id out on the phone. */
function requestId(problem: ProblemDocument): string {
  return problem.instance.replace(/^.*[:/]/, '');
}
