import { Link } from '@tanstack/react-router';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './page.module.css';

interface ReportsProps {
  readonly reply: City;
  readonly detail: IndicatorDetail;
}

/** The latest three months' reports. */
export function Reports({ reply, detail }: ReportsProps) {
  const { t, language } = useText();
  const months = [...new Set(detail.series.map(({ month }) => month))].toSorted((a, b) => b - a).slice(0, 3);
  return (
    <section>
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
