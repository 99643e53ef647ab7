import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listAccounts } from '#api/accounts/contract.ts';
import type { AccountsMade } from '#api/accounts/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { accountsTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { AccountsByTable } from './accounts-by-table.tsx';
import { AccountTable } from './account-table.tsx';
import { Integrity } from './integrity.tsx';
import { Machine } from './machine.tsx';
import { NewAccount } from './new-account.tsx';
import { OneTimeSecret } from './one-time-secret.tsx';
import type { Secret } from './one-time-secret.tsx';
import { SecretSlips } from './secret-slips.tsx';
import { Storage } from './storage.tsx';
import styles from './page.module.css';

/** The office's accounts: who there is, new ones, passwords, who may sign in. */
export function Page() {
  const { t, language } = useText();
  const result = useQuery(query(listAccounts, {}));
  const [secret, setSecret] = useState<Secret | null>(null);
  const [made, setMade] = useState<AccountsMade['made']>([]);
  const sentence = result.data && {
    sentence: t('accounts.sentence', {
      total: result.data.length,
      disabled: result.data.filter(({ disabled }) => disabled).length,
      locked: result.data.filter(({ locked }) => locked).length,
    }),
  };
  return (
    <>
      <PageHead title={t('accounts.title')} {...sentence} />
      <div className={styles.page}>
        {secret && <OneTimeSecret secret={secret} onDone={() => setSecret(null)} />}
        {made.length > 0 && <SecretSlips made={made} onDone={() => setMade([])} />}
        <Loaded result={result}>{(accounts) => <AccountTable accounts={accounts} onSecret={setSecret} />}</Loaded>
        {result.data && (
          <TableLinks addressOf={(format) => fileAddress(accountsTable, { query: { language, format } })} />
        )}
        {result.data && <NewAccount onSecret={setSecret} />}
        {result.data && <AccountsByTable onMade={setMade} />}
        {result.data && <Integrity />}
        {result.data && <Machine />}
        {result.data && <Storage />}
      </div>
    </>
  );
}
