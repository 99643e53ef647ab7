import { formatMonthName } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import tables from '../../../ui/data-table.module.css';
import type { MovedMonth } from './typed-rule.ts';
import styles from '../deadlines/deadlines.module.css';

/** What saving would move, month by month, before anything is saved. */
export function MovedMonths({ moved }: { readonly moved: readonly MovedMonth[] }) {
  const { t, language } = useText();
  if (moved.length === 0) return <p>{t('calendar.effect.none')}</p>;
  const days = ({ onTimeDay, closesOn }: MovedMonth['to']): string =>
    closesOn === null ? onTimeDay : t('calendar.effect.days', { onTimeDay, closesOn });
  return (
    <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
      <caption>{t('calendar.effect.caption')}</caption>
      <thead>
        <tr>
          {(['month', 'from', 'to'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`calendar.effect.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moved.map((one) => (
          <tr key={one.month}>
            <th scope="row">{formatMonthName(one.month, language)}</th>
            <td>{days(one.from)}</td>
            <td>
              {days(one.to)}
              {one.isDecided && ` ${t('calendar.effect.decided')}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
