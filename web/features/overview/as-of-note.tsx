import type { YearMonth } from '#api/measures/calendar.ts';
import { formatShortDay } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { earlierDay } from './as-of.ts';
import type { CityRow } from './rows.ts';
import styles from './page.module.css';

interface AsOfNoteProps {
  readonly row: CityRow;
  readonly period: YearMonth;
}

/** The day of a city's figures where they are not of the month's end; nothing where they are. */
export function AsOfNote({ row, period }: AsOfNoteProps) {
  const { t, language } = useText();
  const day = earlierDay(row, period);
  return day === null ? null : (
    <span className={styles.asOf}>{t('overview.asOf', { day: formatShortDay(day, language) })}</span>
  );
}
