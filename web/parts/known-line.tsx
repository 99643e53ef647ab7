import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { isDay } from '#api/measures/calendar.ts';
import { useSession } from '../api/session.ts';
import { useText } from '../text/messages/use-text.ts';
import styles from './known-line.module.css';
import type { PeriodRoute } from './period.ts';

/** Says which day's knowledge a page shows, with the way back; where it shows the present, the way to another day. */
export function KnownLine({ from }: { readonly from: PeriodRoute }) {
  const { t } = useText();
  const { known } = useSearch({ from });
  return (
    <section className={known === undefined ? `${styles.line} screen-only` : styles.shown}>
      {known !== undefined && <p>{t('corrections.known.note', { day: known })}</p>}
      <div className={styles.choice}>
        <label>
          {t('corrections.known.label')} {/* The field of another day begins with that day. */}
          <DayField key={known ?? ''} from={from} known={known} />
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

/**
 * The way to another day at the end of a page of the present. Parts of a page that are drawn a moment later still have
 * the reply before when a day is asked for: the address says it first, and the day's line stands once.
 */
export function KnownChoice({ from, shown }: { readonly from: PeriodRoute; readonly shown: string | undefined }) {
  const { known } = useSearch({ from });
  return known === undefined && shown === undefined ? <KnownLine from={from} /> : null;
}

interface DayFieldProps {
  readonly from: PeriodRoute;
  readonly known: string | undefined;
}

/**
 * A day that was picked is asked for at once. By keys it comes digit by digit, and each is a day of its own on the way
 * (0002, 0020): it is asked for with Enter, or when the field is left.
 */
function DayField({ from, known }: DayFieldProps) {
  const { today } = useSession();
  const navigate = useNavigate({ from });
  const isTyping = useRef(false);
  const choose = ({ value: day, validity }: HTMLInputElement): void => {
    if (!isDay(day) || !validity.valid || day === known) return;
    void navigate({ to: '.', search: (before) => ({ ...before, known: day }), resetScroll: false });
  };
  return (
    <input
      type="date"
      defaultValue={known ?? ''}
      min="2000-01-01"
      max={today}
      onPointerDown={() => {
        isTyping.current = false;
      }}
      onKeyDown={({ key, currentTarget }) => {
        isTyping.current = key !== 'Enter';
        if (key === 'Enter') choose(currentTarget);
      }}
      onChange={({ currentTarget }) => {
        if (!isTyping.current) choose(currentTarget);
      }}
      onBlur={({ currentTarget }) => choose(currentTarget)}
    />
  );
}
