import { useQueries } from '@tanstack/react-query';
import { getInterview } from '#api/interviews/contract.ts';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import { query } from '../../api/queries.ts';
import { formatList, formatShortDay } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { deadlinesOf, type Deadline } from './due-days.ts';
import type { SprintView } from './sprint-view.ts';
import styles from './one-page.module.css';

/** The due days of the checklists that the view counts, each with what is still open and whose it is. */
export function Deadlines({ view }: { readonly view: SprintView }) {
  const { t } = useText();
  const called = view.rows.flatMap(({ region, checklistProgress }) =>
    checklistProgress === null ? [] : [{ region, interview: checklistProgress.interview }],
  );
  const ids = [...new Set(called.map(({ interview }) => interview))];
  const results = useQueries({ queries: ids.map((interview) => query(getInterview, { params: { interview } })) });
  const missing = results.find(({ data }) => data === undefined);
  if (missing !== undefined) return <Loaded result={missing}>{() => null}</Loaded>;
  // A city that was called in twice is counted by the interview that its row counts.
  const items = results.flatMap(({ data }) =>
    (data?.items ?? []).filter(({ region }) =>
      called.some((one) => one.region === region && one.interview === data?.id),
    ),
  );
  return items.length === 0 ? <p>{t('printing.onePage.noDeadlines')}</p> : <Days view={view} items={items} />;
}

function Days({ view, items }: { readonly view: SprintView; readonly items: readonly ChecklistItem[] }) {
  const { t } = useText();
  const days = deadlinesOf(
    items,
    view.rows.map(({ region }) => region),
  );
  return (
    <table className={styles.days}>
      <caption className="visually-hidden">{t('printing.onePage.deadlines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('printing.onePage.due')}</th>
          <th scope="col">{t('printing.onePage.open')}</th>
          <th scope="col">{t('printing.onePage.whose')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <Day key={day.day} deadline={day} view={view} />
        ))}
      </tbody>
    </table>
  );
}

function Day({
  deadline: { day, items, open, cities },
  view,
}: {
  readonly deadline: Deadline;
  readonly view: SprintView;
}) {
  const { t, language } = useText();
  const nameOf = (code: string): string => view.rows.find(({ region }) => region === code)?.name ?? code;
  const isLate = open > 0 && day < view.reply.today;
  const said = day.startsWith(String(view.reply.year)) ? formatShortDay(day, language) : day;
  return (
    <tr className={isLate ? styles.late : undefined}>
      <th scope="row">{isLate ? t('printing.onePage.late', { day: said }) : said}</th>
      <td>{t('sprint.table.checklistProgressOf', { open, total: items })}</td>
      <td>
        {open === 0
          ? t('printing.onePage.allClosed')
          : formatList(
              cities.map((city) => t('printing.onePage.city', { city: nameOf(city.region), n: city.open })),
              language,
            )}
      </td>
    </tr>
  );
}
