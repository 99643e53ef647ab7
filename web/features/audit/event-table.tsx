import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { AuditEventReply } from '#api/audit/contract.ts';
import { auditActions } from '#api/http/audit-action.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { Tag } from '../../ui/tag.tsx';
import { formatInstantToSecond } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { EventDetail } from './event-detail.tsx';
import { ObjectCell } from './object-cell.tsx';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

interface EventTableProps {
  readonly events: readonly AuditEventReply[];
  /** Whether the reader sees where people sit. */
  readonly withAddress: boolean;
}

type Head = 'at' | 'who' | 'what' | 'objectHead' | 'outcome' | 'address' | 'detail';
const addressHead = ['address'] as const;

const route = getRouteApi('/audit');

/** The events of a page, one a row; one of them may be opened (`open=<id>` in the address). */
export function EventTable({ events, withAddress }: EventTableProps) {
  const { t } = useText();
  const { open } = route.useSearch();
  const heads: readonly Head[] = [
    'at',
    'who',
    'what',
    'objectHead',
    'outcome',
    ...(withAddress ? addressHead : []),
    'detail',
  ];
  return (
    <TableScroller label={t('audit.list')}>
      <table ref={cardLabels} className={table.table}>
        <caption className="visually-hidden">{t('audit.list')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`audit.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventRow
              key={event.id}
              event={event}
              columns={heads.length}
              withAddress={withAddress}
              opened={event.id === open}
            />
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

interface EventRowProps {
  readonly event: AuditEventReply;
  readonly columns: number;
  readonly withAddress: boolean;
  readonly opened: boolean;
}

function EventRow({ event, columns, withAddress, opened }: EventRowProps) {
  const { t, language } = useText();
  const { id, at, action, endpoint, outcome, address } = event;
  const what =
    action === null ? t('audit.refusedRequest', { endpoint: endpoint ?? '' }) : auditActions[action][language];
  const time = formatInstantToSecond(at);
  return (
    <Fragment>
      <tr>
        <th scope="row">{time}</th>
        <td>
          <Who event={event} />
        </td>
        <td>{what}</td>
        <td className={styles.object}>
          <ObjectCell event={event} />
        </td>
        <td>
          <Tag tone={outcome === 'refused' ? 'strong' : 'quiet'}>{t(`audit.outcomes.${outcome}`)}</Tag>
        </td>
        {withAddress && <td>{address}</td>}
        <td>
          <OpenLink id={id} opened={opened} title={t('audit.panel', { what, at: time })} />
        </td>
      </tr>
      {opened && (
        <tr id={`event-${id}`}>
          <td colSpan={columns}>
            <EventDetail event={event} title={t('audit.panel', { what, at: time })} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function OpenLink({ id, opened, title }: { readonly id: string; readonly opened: boolean; readonly title: string }) {
  const { t } = useText();
  return (
    <Link
      from="/audit"
      to="/audit"
      search={({ open: _open, ...others }) => (opened ? others : { ...others, open: id })}
      resetScroll={false}
      aria-expanded={opened}
      {...(opened && { 'aria-controls': `event-${id}` })}
    >
      {opened ? t('everywhere.close') : t('audit.open')}
      <span className="visually-hidden"> {title}</span>
    </Link>
  );
}

/** The office or person by its title, then the account and the role it had at that time. */
function Who({ event: { actor, title, role } }: { readonly event: AuditEventReply }) {
  const { t, language } = useText();
  if (actor === null) return t('audit.nobody');
  return (
    <>
      {title?.[language] ?? actor}{' '}
      <span className={styles.account}>
        {[...(title === null ? [] : [actor]), ...(role === null ? [] : [t(`shell.role.${role}`)])].join(' · ')}
      </span>
    </>
  );
}
