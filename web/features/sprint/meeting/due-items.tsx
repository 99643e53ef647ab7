import { formatShortDay, formatDay } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { SprintRow } from '../sprint-view.ts';
import styles from './due-items.module.css';

interface DueItemsProps {
  readonly row: SprintRow;
  /** The page's year: a day of it needs none. */
  readonly year: number;
}

/** What of a city's checklist is due first: its day, what it demands, how far it has come. */
export function DueItems({ row: { dueItems, checklistProgress }, year }: DueItemsProps) {
  const { t } = useText();
  if (checklistProgress === null) return <p className={styles.none}>{t('meetingMode.due.notCalled')}</p>;
  if (dueItems.length === 0) return <p className={styles.none}>{t('meetingMode.due.none', checklistProgress)}</p>;
  return (
    <section className={styles.due}>
      <h2>{t('meetingMode.due.title', checklistProgress)}</h2>
      <ol>
        {dueItems.map((item) => (
          <Item key={item.item} item={item} year={year} />
        ))}
      </ol>
    </section>
  );
}

function Item({ item, year }: { readonly item: SprintRow['dueItems'][number]; readonly year: number }) {
  const { t, language } = useText();
  const { dueOn, title, state, overdue } = item;
  const day = dueOn.startsWith(`${year}-`) ? formatShortDay(dueOn, language) : formatDay(dueOn);
  // An office that writes in Chinese alone leaves the other language empty.
  const words = title[language] || title.zh;
  return (
    <li>
      <strong>{day}</strong>
      <span className={styles.state}>
        {overdue && <strong>{t('meetingMode.due.overdue')} · </strong>}
        {t(`interviews.state.${state}`)}
      </span>
      <span className={styles.words} title={words}>
        {words}
      </span>
    </li>
  );
}
