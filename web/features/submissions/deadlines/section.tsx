import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { getReportingCalendar } from '#api/deadlines/calendar-contract.ts';
import { listDeadlines } from '#api/deadlines/contract.ts';
import { query } from '../../../api/queries.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { CalendarPart, calendarParts } from '../calendar/calendar-part.tsx';
import { DeadlineTable } from './table.tsx';
import styles from './deadlines.module.css';

const route = getRouteApi('/submissions');

/** What an address opens here: `deadlines`, `deadlines-10` with October's form, or `deadlines-rule` with that of a part. */
const pattern = /^deadlines(?:-([a-z]+|\d{1,2}))?$/;

/** 报送日历与期限: folded away until it is asked for, and then by which rule the year is reported and its deadlines. */
export function DeadlineSection({ year }: { readonly year: number }) {
  const { t } = useText();
  const { open } = route.useSearch();
  const asked = pattern.exec(open ?? '');
  return (
    <section className={styles.section} aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{t('deadlines.title')}</h2>
      <p>
        <Link
          className={styles.action}
          from="/submissions"
          to="/submissions"
          search={(before) => ({ ...before, open: asked === null ? 'deadlines' : undefined })}
          resetScroll={false}
          aria-expanded={asked !== null}
        >
          {t(asked === null ? 'deadlines.show' : 'deadlines.hide', { year })}
        </Link>
      </p>
      {asked !== null && <Year key={year} year={year} opened={asked[1] ?? ''} />}
    </section>
  );
}

interface YearProps {
  readonly year: number;
  /** A month's number, the name of a part of the calendar, or nothing. */
  readonly opened: string;
}

function Year({ year, opened }: YearProps) {
  const deadlines = useQuery(query(listDeadlines, { query: { year } }));
  const calendar = useQuery(query(getReportingCalendar, { params: { year } }));
  const month = Number(opened);
  return (
    <Loaded result={deadlines}>
      {({ months }) => (
        <>
          <Loaded result={calendar}>
            {(reply) => (
              <CalendarPart
                calendar={reply}
                months={months}
                opened={calendarParts.find((part) => part === opened) ?? null}
              />
            )}
          </Loaded>
          <DeadlineTable year={year} months={months} opened={month > 0 ? month : null} />
        </>
      )}
    </Loaded>
  );
}
