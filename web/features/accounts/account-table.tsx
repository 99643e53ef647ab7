import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '#api/accounts/contract.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { Tag } from '../../ui/tag.tsx';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { AccountCommand } from './account-command.tsx';
import type { Command } from './account-command.tsx';
import { EditAccount } from './edit-account.tsx';
import type { Secret } from './one-time-secret.tsx';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

interface AccountTableProps {
  readonly accounts: readonly Account[];
  readonly onSecret: (secret: Secret) => void;
}

const heads = ['name', 'person', 'role', 'region', 'state', 'created', 'actions'] as const;

/** The accounts, one a row, with what may be done to each. */
export function AccountTable({ accounts, onSecret }: AccountTableProps) {
  const { t } = useText();
  const [command, setAct] = useState<Command | null>(null);
  const [edited, setEdited] = useState<Account | null>(null);
  return (
    <section>
      <TableScroller label={t('accounts.list')}>
        <table ref={cardLabels} className={table.table}>
          <caption className="visually-hidden">{t('accounts.list')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`accounts.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <Row key={account.id} account={account} onCommand={setAct} onEdit={setEdited} />
            ))}
          </tbody>
        </table>
      </TableScroller>
      {edited && <EditAccount account={edited} onClose={() => setEdited(null)} />}
      {command && <AccountCommand command={command} onSecret={onSecret} onClose={() => setAct(null)} />}
    </section>
  );
}

interface RowProps {
  readonly account: Account;
  readonly onCommand: (command: Command) => void;
  readonly onEdit: (account: Account) => void;
}

function Row({ account, onCommand, onEdit }: RowProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const { person } = useSession();
  return (
    <tr>
      <th scope="row">{account.name}</th>
      <td>{account.title[language]}</td>
      <td>{t(`shell.role.${account.role}`)}</td>
      <td>{account.region === null ? '' : regions.get(account.region)?.short[language]}</td>
      <td>
        <Tag>{t(`accounts.states.${stateOf(account)}`)}</Tag>
        {account.locks.map(({ source, address, failures, minutes }) => (
          <p key={`${source} ${address}`} className={styles.lock}>
            {t(`accounts.locks.${source}`, { address: address ?? '', failures, minutes })}
          </p>
        ))}
      </td>
      <td>{formatInstant(account.createdAt)}</td>
      <td>
        <div className={styles.actions}>
          {account.locked && (
            <ActionButton kind="unlock" name={account.name} onClick={() => onCommand({ kind: 'unlock', account })} />
          )}
          <ActionButton kind="edit" name={account.name} onClick={() => onEdit(account)} />
          {/* Nobody can lock the office by disabling the account they sit at. */}
          {account.name !== person.name && <Commands account={account} onCommand={onCommand} />}
        </div>
      </td>
    </tr>
  );
}

function Commands({ account, onCommand }: Pick<RowProps, 'account' | 'onCommand'>) {
  const toggle = account.disabled ? 'enable' : 'disable';
  return (['reset', toggle, 'endSessions'] as const).map((kind) => (
    <ActionButton key={kind} kind={kind} name={account.name} onClick={() => onCommand({ kind, account })} />
  ));
}

interface ActionButtonProps {
  readonly kind: Command['kind'] | 'edit';
  readonly name: string;
  readonly onClick: () => void;
}

function ActionButton({ kind, name, onClick }: ActionButtonProps) {
  const { t } = useText();
  return (
    <Button size="compact-sm" variant="default" aria-label={t(`accounts.${kind}Named`, { name })} onClick={onClick}>
      {t(`accounts.${kind}`)}
    </Button>
  );
}

function stateOf({ disabled, locked, mustChangePassword }: Account) {
  if (disabled) return 'disabled' as const;
  if (locked) return 'locked' as const;
  return mustChangePassword ? ('oneTime' as const) : ('active' as const);
}
