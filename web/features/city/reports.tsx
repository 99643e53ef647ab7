import { Link } from '@tanstack/react-router';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import styles from './page.module.css';

interface ReportsProps {
  readonly reply: City;
  readonly detail: IndicatorDetail;
}

/** The latest three months' reports, for those who may open them; and where the year ends at the recent pace. */
export function Reports({ reply, detail }: ReportsProps) {
  const { t, language } = useText();
  const { person } = useSession();
  const months = [...new Set(detail.series.map(({ month }) => month))].toSorted((a, b) => b - a).slice(0, 3);
  const mayOpen = person.role === 'official' || person.role === 'bureau';
  if (!mayOpen) return null;
  return (
    <section>
      <h2>{t('city.reports.title')}</h2>
      {months.length === 0 && <p>{t('city.reports.none')}</p>}
      <ul className={styles.plain}>
        {months.map((month) => (
          <li key={month}>
            <Link
              to="/submissions/$year/$month/$region"
              params={{ year: String(reply.year), month: String(month), region: reply.region }}
            >
              {t('city.reports.open', { month: formatMonth(reply.year, month, language) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
