import { useText } from '../../../text/messages/use-text.ts';
import type { FormProblem } from './problem-words.ts';
import styles from './report.module.css';

interface ErrorSummaryProps {
  readonly problems: readonly FormProblem[];
}

/** Everything that must be mended, each a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ problems }: ErrorSummaryProps) {
  const { t } = useText();
  if (problems.length === 0) return null;
  return (
    <section className={styles.summary} tabIndex={-1} ref={takeFocus} aria-labelledby="summary-title">
      <h2 id="summary-title">{t('submission.summary.title', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>
            {field === null ? sentence : <FieldLink field={field} sentence={sentence} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FieldLink({ field, sentence }: { readonly field: string; readonly sentence: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        document.querySelector<HTMLElement>(`#${CSS.escape(field)}`)?.focus();
      }}
    >
      {sentence}
    </a>
  );
}

function takeFocus(section: HTMLElement | null): void {
  section?.focus();
}
