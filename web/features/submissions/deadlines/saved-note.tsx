import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { useRegions } from '../../../api/reference.ts';
import { formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import styles from './deadlines.module.css';

/** A new outcome is read out. */
const focused = (node: HTMLElement | null): void => node?.focus();

/** What was saved, in a sentence; the month's last decision is the new one. */
export function SavedNote({ month }: { readonly month: MonthDeadline }) {
  const { t, language } = useText();
  const regions = useRegions();
  const decision = month.decisions.at(-1);
  if (decision === undefined) return null;
  const { region, onTimeDay, closesOn } = decision;
  const words = {
    region: region === null ? t('deadlines.allCities') : (regions.get(region)?.short[language] ?? region),
    month: formatMonth(month.year, month.month, language),
    onTimeDay,
  };
  return (
    <output key={month.version} className={styles.notice} tabIndex={-1} ref={focused}>
      {closesOn === null ? t('deadlines.saved', words) : t('deadlines.savedClosing', { ...words, closesOn })}
    </output>
  );
}
