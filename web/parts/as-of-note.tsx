import type { YearMonth } from '#api/measures/calendar.ts';
import { formatShortDay } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import { earlierDay, type Dated } from './as-of.ts';
import styles from './as-of-note.module.css';

interface AsOfNoteProps {
  /** What is shown of a city. */
  readonly standings: readonly (Dated | null)[];
  readonly period: YearMonth;
}

/** The day of a city's figures where they are not of the month's end; nothing where they are. */
export function AsOfNote({ standings, period }: AsOfNoteProps) {
  const { t, language } = useText();
  const day = earlierDay(standings, period);
  return day === null ? null : (
    <span className={styles.asOf}>{t('everywhere.asOfShort', { day: formatShortDay(day, language) })}</span>
  );
}
