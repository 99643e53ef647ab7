import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ChecklistItem, Interview } from '#api/interviews/contract.ts';
import { getItem } from '#api/interviews/item-contract.ts';
import type { ItemHistory } from '#api/interviews/item-contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { formatInstant } from '../../text/format.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { itemKey } from './checklist.ts';
import { Evidence } from './evidence/evidence.tsx';
import { useLacksFile } from './evidence/use-files.ts';
import { ItemActions } from './item-actions.tsx';
import { ItemChecked } from './item-checked.tsx';
import { EventChanges } from './event-changes.tsx';
import { demandOf } from './item-title.ts';
import { said } from './said.ts';
import styles from './interview.module.css';

interface ItemPanelProps {
  readonly interview: Interview;
  readonly item: ChecklistItem;
}

/** An opened item comes into view, also when it was opened by its address. */
const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'nearest' });

/** One city's item: who owes it and by when, what was said about it, and what this person may do. */
export function ItemPanel({ interview, item }: ItemPanelProps) {
  const { t, language } = useText();
  const city = useRegions().get(item.region)?.short[language] ?? item.region;
  const params = { interview: interview.id, region: item.region, item: item.item };
  const result = useQuery(query(getItem, { params }));
  const demand = demandOf(interview, item.item);
  const place = { interview: interview.id, item: { region: item.region, item: item.item } };
  const lacksFile = useLacksFile(place) && demand?.evidence === true;
  const title = t('interviews.item.heading', {
    city,
    item: `${item.item} ${demand === undefined ? '' : said(demand.title, language)}`,
  });
  return (
    <section id={`item-${itemKey(item)}`} className={styles.panel} aria-label={title} ref={intoView}>
      <PanelHead title={title} interview={interview.id} />
      <Facts item={item} demand={demand} />
      <Loaded result={result}>
        {(reply) => (
          <>
            {reply.check && <ItemChecked check={reply.check} />}
            <History history={reply.history} />
            <Evidence place={place} />
            <ItemActions address={params} item={reply.item} check={reply.check} lacksFile={lacksFile} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function PanelHead({ title, interview }: { readonly title: string; readonly interview: string }) {
  const { t } = useText();
  return (
    <div className={styles.panelHead}>
      <h2>{title}</h2>
      <Link
        className={styles.close}
        from="/interviews/$id"
        to="/interviews/$id"
        params={{ id: interview }}
        search={(before) => ({ ...before, open: undefined })}
        resetScroll={false}
      >
        {t('interviews.item.close')}
      </Link>
    </div>
  );
}

interface FactsProps {
  readonly item: ChecklistItem;
  readonly demand: ReturnType<typeof demandOf>;
}

function Facts({ item, demand }: FactsProps) {
  const { t } = useText();
  const checkedBy = demand === undefined || demand.checkedBy === 'person' ? null : demand.checkedBy;
  return (
    <ul className={styles.facts}>
      <li>{t('interviews.item.owner', { owner: item.owner })}</li>
      {item.person !== '' && <li>{t('interviews.item.person', { person: item.person })}</li>}
      <li>{t('interviews.item.due', { day: item.dueOn })}</li>
      {item.asked && <li>{t('interviews.item.asked', { day: item.asked.dueOn, reason: item.asked.reason })}</li>}
      {checkedBy && <li>{t(`interviews.checkedBy.${checkedBy}`)}</li>}
      {demand?.evidence && <li>{t('interviews.item.evidence')}</li>}
    </ul>
  );
}

function History({ history }: Pick<ItemHistory, 'history'>) {
  const { t } = useText();
  const titleOf = useTitleOf();
  if (history.length === 0) return <p className={styles.caption}>{t('interviews.item.noHistory')}</p>;
  return (
    <ol className={styles.history} aria-label={t('interviews.item.history')}>
      {history.map((entry) => (
        <li key={`${entry.at} ${entry.action}`}>
          <span className={styles.caption}>
            {t('interviews.item.entry', {
              at: formatInstant(entry.at),
              person: titleOf(entry.person),
              action: t(`interviews.item.action.${entry.action}`),
            })}
            {entry.origin === 'invented' && ` · ${t('everywhere.invented')}`}
          </span>
          <p>{entry.note}</p>
          <EventChanges detail={entry.detail} />
        </li>
      ))}
    </ol>
  );
}
