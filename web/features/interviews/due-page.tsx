import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { listDueItems } from '#api/interviews/item-contract.ts';
import type { DueItem } from '#api/interviews/item-contract.ts';
import { query } from '../../api/queries.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { itemKey } from './checklist.ts';
import { ItemState } from './item-state.tsx';
import { isDueSoon } from './matrix-rows.ts';
import { said } from './said.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './interview.module.css';

const route = getRouteApi('/interviews/items');
const choices = ['week', 'reported', 'all'] as const;

/** What waits over all interviews: a bureau's own items, and for an official what is due or to be verified. */
export function Page() {
  const result = useQuery(query(listDueItems, {}));
  return <Loaded result={result}>{({ items, today }) => <DueItems items={items} today={today} />}</Loaded>;
}

interface DueItemsProps {
  readonly items: readonly DueItem[];
  readonly today: string;
}

function DueItems({ items, today }: DueItemsProps) {
  const { t } = useText();
  const { person } = useSession();
  const isOwn = person.role === 'bureau';
  const { show = isOwn ? 'all' : 'week' } = route.useSearch();
  const navigate = useNavigate({ from: '/interviews/items' });
  const counted = {
    n: items.length,
    soon: items.filter(({ item }) => isDueSoon(item, today) && !item.overdue).length,
    late: items.filter(({ item }) => item.overdue).length,
  };
  const reported = items.filter(({ item }) => item.state === 'reported');
  const all = isOwn
    ? t('interviews.due.sentenceOwn', counted)
    : t('interviews.due.sentence', { ...counted, reported: reported.length });
  const shown = { week: items.filter(({ item }) => isDueSoon(item, today)), reported, all: items }[show];
  return (
    <>
      <PageHead title={t('interviews.due.title')} sentence={items.length === 0 ? t('interviews.due.empty') : all}>
        <NativeSelect
          label={t('interviews.due.show')}
          size="xs"
          value={show}
          data={choices.map((value) => ({ value, label: t(`interviews.due.shown.${value}`) }))}
          onChange={(event) =>
            void navigate({ to: '.', search: { show: choices.find((one) => one === event.currentTarget.value) } })
          }
        />
      </PageHead>
      {shown.length > 0 && <DueTable items={shown} today={today} />}
    </>
  );
}

function DueTable({ items, today }: DueItemsProps) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={styles.areas}>
      <caption>{t('interviews.due.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('interviews.due.dueOn')}</th>
          <th scope="col">{t('interviews.due.region')}</th>
          <th scope="col">{t('interviews.due.item')}</th>
          <th scope="col">{t('interviews.due.state')}</th>
          <th scope="col">{t('interviews.due.meeting')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((due) => (
          <DueRow key={`${due.interview} ${itemKey(due.item)}`} due={due} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function DueRow({ due, today }: { readonly due: DueItem; readonly today: string }) {
  const { language } = useText();
  const regions = useRegions();
  const { item } = due;
  return (
    <tr>
      <td>{item.dueOn}</td>
      <td>{regions.get(item.region)?.short[language] ?? item.region}</td>
      <th scope="row">
        <Link to="/interviews/$id" params={{ id: due.interview }} search={{ open: itemKey(item) }}>
          {item.item} {said(due.demand, language)}
        </Link>
      </th>
      <td>
        <ItemState item={item} today={today} />
      </td>
      <td>{said(due.title, language)}</td>
    </tr>
  );
}
