import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OpenSession } from '#api/sessions/contract.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { Tag } from '../../ui/tag.tsx';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { EndSessions } from './end-sessions.tsx';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

const heads = ['device', 'begun', 'used', 'address', 'actions'] as const;

/** The own sessions, one a row; each but the one in use may be ended, or all of them. */
export function SessionTable({ sessions }: { readonly sessions: readonly OpenSession[] }) {
  const { t } = useText();
  const [ending, setEnding] = useState<readonly OpenSession[] | null>(null);
  const others = sessions.filter(({ current }) => !current);
  return (
    <section>
      <h2>{t('account.sessions')}</h2>
      <p className={styles.hint}>{t('account.hint')}</p>
      <TableScroller label={t('account.sessions')}>
        <table ref={cardLabels} className={table.table}>
          <caption className="visually-hidden">{t('account.sessions')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`account.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <Row key={session.id} session={session} onEnd={() => setEnding([session])} />
            ))}
          </tbody>
        </table>
      </TableScroller>
      {others.length > 1 && (
        <p>
          <Button variant="default" onClick={() => setEnding(others)}>
            {t('account.endOthers')}
          </Button>
        </p>
      )}
      {ending && <EndSessions sessions={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function Row({ session, onEnd }: { readonly session: OpenSession; readonly onEnd: () => void }) {
  const { t } = useText();
  const device = session.device ?? t('account.unknownDevice');
  const begun = formatInstant(session.createdAt);
  return (
    <tr>
      <th scope="row">{device}</th>
      <td>{begun}</td>
      <td>{formatInstant(session.lastSeenAt)}</td>
      <td>{session.address}</td>
      <td>
        {session.current ? (
          <Tag>{t('account.current')}</Tag>
        ) : (
          <Button size="compact-sm" variant="default" onClick={onEnd}>
            {t('account.end')}
            <span className="visually-hidden"> {t('account.endNamed', { device, begun })}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}
