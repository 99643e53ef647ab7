import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getItem } from '#api/interviews/contract.ts';
import type { ChecklistItem, ItemHistory, Meeting } from '#api/interviews/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../components/loaded.tsx';
import { formatInstant } from '../../format.ts';
import { useTitleOf } from '../../people-titles.ts';
import { useText } from '../../messages/use-text.ts';
import { useRegions } from '../../reference.ts';
import { itemKey } from './checklist.ts';
import { ItemActions } from './item-actions.tsx';
import { demandOf } from './item-title.ts';
import styles from './meeting.module.css';

interface ItemPanelProps {
  readonly meeting: Meeting;
  readonly item: ChecklistItem;
}

/** An opened item comes into view, also when it was opened by its address. */
const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'nearest' });

/** One city's item: who owes it and by when, what was said about it, and what this person may do. */
export function ItemPanel({ meeting, item }: ItemPanelProps) {
  const { t, language } = useText();
  const city = useRegions().get(item.region)?.short[language] ?? item.region;
  const params = { meeting: meeting.id, region: item.region, item: item.item };
  const result = useQuery(query(getItem, { params }));
  const demand = demandOf(meeting, item.item);
  const title = t('meetings.item.heading', { city, item: `${item.item} ${demand?.title[language] ?? ''}` });
  const checkedBy = demand === undefined || demand.checkedBy === 'person' ? null : demand.checkedBy;
  return (
    <section id={`item-${itemKey(item)}`} className={styles.panel} aria-label={title} ref={intoView}>
      <div className={styles.panelHead}>
        <h2>{title}</h2>
        <Link
          className={styles.close}
          to="/meetings/$id"
          params={{ id: meeting.id }}
          search={({ open: _open, ...others }) => others}
          resetScroll={false}
        >
          {t('meetings.item.close')}
        </Link>
      </div>
      <ul className={styles.facts}>
        <li>{t('meetings.item.owner', { owner: item.owner })}</li>
        <li>{t('meetings.item.due', { day: item.dueOn })}</li>
        {checkedBy && <li>{t(`meetings.checkedBy.${checkedBy}`)}</li>}
      </ul>
      <Loaded result={result}>
        {(reply) => (
          <>
            <History history={reply.history} />
            <ItemActions address={params} item={reply.item} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function History({ history }: Pick<ItemHistory, 'history'>) {
  const { t } = useText();
  const titleOf = useTitleOf();
  if (history.length === 0) return <p className={styles.caption}>{t('meetings.item.noHistory')}</p>;
  return (
    <ol className={styles.history} aria-label={t('meetings.item.history')}>
      {history.map((entry) => (
        <li key={`${entry.at} ${entry.action}`}>
          <span className={styles.caption}>
            {t('meetings.item.entry', {
              at: formatInstant(entry.at),
              person: titleOf(entry.person),
              action: t(`meetings.item.action.${entry.action}`),
            })}
            {entry.origin === 'invented' && ` · ${t('everywhere.invented')}`}
          </span>
          <p>{entry.note}</p>
        </li>
      ))}
    </ol>
  );
}
