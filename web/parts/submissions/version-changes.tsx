import type { Indicator } from '#api/indicators/contract.ts';
import type { SubmissionVersion } from '#api/submissions/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { figureText } from './figures.ts';
import styles from './history.module.css';
import { figuresOf } from './subject.ts';

interface VersionChangesProps {
  readonly version: SubmissionVersion;
  readonly before: SubmissionVersion | null;
  readonly indicators: readonly Indicator[];
}

/** What a version says otherwise than another one; nothing where there is none. */
export function VersionChanges({ version, before, indicators }: VersionChangesProps) {
  const { t, language } = useText();
  const answerOf = (indicator: Indicator, { absences }: SubmissionVersion, figures: typeof now): string => {
    const absence = absences[indicator.code];
    const figure = figures.get(indicator.code) ?? null;
    return figure === null && absence !== undefined ? t(`answers.absence.${absence}`) : figureText(indicator, figure);
  };
  if (before === null) return null;
  const [now, then] = [figuresOf(version), figuresOf(before)];
  const changes = indicators
    // A correction names only what it changes.
    .filter(({ code }) => version.kind === 'submission' || now.has(code))
    .map((indicator) => ({
      what: indicator.short[language],
      from: answerOf(indicator, before, then),
      to: answerOf(indicator, version, now),
    }))
    .filter(({ from, to }) => from !== to);
  if (changes.length === 0) return <p className={styles.muted}>{t('submissions.history.same')}</p>;
  return (
    <>
      <p className={styles.muted}>{t('submissions.history.changes')}</p>
      <ul className={styles.trail}>
        {changes.map((change) => (
          <li key={change.what}>{t('submissions.history.change', change)}</li>
        ))}
      </ul>
    </>
  );
}
