import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import { dayParts } from '#api/measures/calendar.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import { useSession } from '../api/session.ts';
import { formatMonth, formatMonthName } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import { followAddress, goAhead } from './month-ahead.ts';
import { usePeriod, type PeriodRoute } from './period.ts';
import styles from './month-slider.module.css';

interface MonthSliderProps {
  readonly from: PeriodRoute;
  /** Asks for a month's data before it is shown, so that a move waits for nothing. */
  readonly prefetch: (period: YearMonth) => void;
}

/** How long the handle rests before the address follows. */
const restMs = 200;

/** Replays the shown year month by month: arrow keys, Home, End, or dragged; the month is in the address once the handle rests. */
export function MonthSlider({ from, prefetch }: MonthSliderProps) {
  const { t, language } = useText();
  const id = useId();
  const { year, month } = usePeriod(from);
  const last = lastMonth(year, useSession().today);
  const move = useMove(from, year);
  const askForAll = (): void => {
    for (const one of nearestFirst(month, last)) prefetch({ year, month: one });
  };
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{t('charts.replay', { month: formatMonthName(month, language) })}</label>
      <input
        id={id}
        type="range"
        min={1}
        max={last}
        value={Math.min(month, last)}
        aria-valuetext={formatMonth(year, month, language)}
        onPointerEnter={askForAll}
        onFocus={askForAll}
        onChange={({ currentTarget }) => move(currentTarget.valueAsNumber)}
      />
    </div>
  );
}

/** Shows a month at once and writes it into the address when the handle rests, which costs as much as drawing the page. */
function useMove(from: PeriodRoute, year: number): (to: number) => void {
  const navigate = useNavigate({ from });
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(resting.current);
      followAddress();
    },
    [],
  );
  return (to) => {
    goAhead(from, { year, month: to });
    clearTimeout(resting.current);
    const mine = setTimeout(async () => {
      // One entry of the history for a whole replay, as it is one look at the year.
      await navigate({
        to: '.',
        search: (before) => ({ ...before, year, month: to }),
        replace: true,
        resetScroll: false,
      });
      // A move that came while the router was at work is still ahead of it.
      if (resting.current === mine) followAddress();
    }, restMs);
    resting.current = mine;
  };
}

/** The last month that a year may be replayed to: December, of the running year the month of the office's day. */
export function lastMonth(year: number, today: string): number {
  const now = dayParts(today);
  return year < now.year ? 12 : year === now.year ? now.month : 1;
}

/** The months of a year up to its last one, the neighbours of the shown one first. */
export function nearestFirst(month: number, last: number): readonly number[] {
  const all = Array.from({ length: last }, (_, index) => index + 1);
  return all.filter((one) => one !== month).toSorted((a, b) => Math.abs(a - month) - Math.abs(b - month));
}
