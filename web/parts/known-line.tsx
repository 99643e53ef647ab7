import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { isDay } from '#api/measures/calendar.ts';
import { useSession } from '../api/session.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './known-line.module.css';
import type { PeriodRoute } from './period.ts';

/** Says which day's knowledge a page shows, with the way back; where it shows the present, the way to another day. */
export function KnownLine({ from }: { readonly from: PeriodRoute }) {
  const { t } = useText();
  const { today } = useSession();
  const { known } = useSearch({ from });
  const navigate = useNavigate({ from });
  const choose = (day: string): void => {
    if (isDay(day)) void navigate({ to: '.', search: (before) => ({ ...before, known: day }), resetScroll: false });
  };
  return (
    <section className={known === undefined ? `${styles.line} screen-only` : styles.shown}>
      {known !== undefined && <p>{t('corrections.known.note', { day: known })}</p>}
      <div className={styles.choice}>
        <label>
          {t('corrections.known.label')}{' '}
          <input
            // The field of another day begins with that day.
            key={known ?? ''}
            type="date"
            defaultValue={known ?? ''}
            max={today}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        </label>
        {known !== undefined && (
          <Link from={from} to="." search={(before) => ({ ...before, known: undefined })}>
            {t('corrections.known.now')}
          </Link>
        )}
      </div>
    </section>
  );
}
