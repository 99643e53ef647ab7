import { laterMonthsWords, type LaterMonths } from '#api/submissions/correction-contract.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { formatList, formatMonthName } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { Correction } from './correction-table.tsx';
import styles from './form.module.css';

/** The later months of the year that have accepted figures of what is corrected, in their order. */
export function monthsToAsk(subject: Subject, corrections: readonly Correction[]): readonly number[] {
  const corrected = corrections.filter(({ before }) => before !== null);
  const months = corrected.flatMap(({ code }) => subject.context.get(code)?.accepted.map(({ month }) => month) ?? []);
  return [...new Set(months.filter((month) => month > subject.submission.month))].toSorted((a, b) => a - b);
}

interface LaterQuestionProps {
  readonly months: readonly number[];
  readonly answer: LaterMonths | null;
  /** Whether it was to be sent without an answer. */
  readonly isMissed: boolean;
  readonly onAnswer: (answer: LaterMonths) => void;
}

/** Whether later months include the correction already; nothing where there are none. */
export function LaterQuestion({ months, answer, isMissed, onAnswer }: LaterQuestionProps) {
  const { t, language } = useText();
  if (months.length === 0) return null;
  const names = formatList(
    months.map((month) => formatMonthName(month, language)),
    language,
  );
  return (
    <fieldset className={styles.choice}>
      <legend>{t('corrections.later.title')}</legend>
      <p>{t('corrections.later.question', { months: names })}</p>
      {isMissed && <p role="alert">{t('corrections.later.missing')}</p>}
      {laterMonthsWords.map((word) => (
        <label key={word} className={styles.answer}>
          <input type="radio" name="later-months" checked={answer === word} onChange={() => onAnswer(word)} />
          <span>{t(`corrections.later.${word}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
