import type { OpeningDue } from '#api/openings/lifecycle.ts';
import { useText } from '../text/messages/use-text.ts';
import { cardLabels } from '../ui/card-labels.ts';
import tables from '../ui/data-table.module.css';
import styles from './opening-section.module.css';

/** What a first-quarter plan says is due by which day, and which of it has passed. */
export function DueTable({ dues }: { readonly dues: readonly OpeningDue[] }) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
      <caption className="visually-hidden">{t('openings.dues')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('openings.day')}</th>
          <th scope="col">{t('openings.kindOfDue')}</th>
          <th scope="col">{t('openings.what')}</th>
          <th scope="col">{t('openings.status')}</th>
        </tr>
      </thead>
      <tbody>
        {dues.map(({ day, kind, text, isPassed }) => (
          <tr key={`${day} ${kind} ${text}`}>
            <th scope="row">{day}</th>
            <td>{t(`openings.${kind}`)}</td>
            <td>{text}</td>
            <td>{t(isPassed ? 'openings.passed' : 'openings.next')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
