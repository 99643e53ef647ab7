import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createAccounts, previewAccounts } from '#api/accounts/contract.ts';
import type { AccountsMade } from '#api/accounts/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { PreviewTable } from './preview-table.tsx';
import styles from './page.module.css';

interface AccountsByTableProps {
  readonly onMade: (made: AccountsMade['made']) => void;
}

/** Accounts from a table pasted from a spreadsheet: what would be made is shown with every fault before anything is. */
export function AccountsByTable({ onMade }: AccountsByTableProps) {
  const { t } = useText();
  const { table, type, preview, create } = useTable(onMade);
  return (
    <section>
      <h2>{t('accounts.table.title')}</h2>
      <p className={styles.hint}>{t('accounts.table.hint')}</p>
      <form
        className={styles.table}
        onSubmit={(event) => {
          event.preventDefault();
          preview.mutate();
        }}
      >
        <Textarea
          label={t('accounts.table.paste')}
          placeholder={t('accounts.table.example')}
          rows={6}
          required
          withAsterisk={false}
          maxLength={100_000}
          value={table}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" loading={preview.isPending}>
            {t('accounts.table.check')}
          </Button>
        </div>
      </form>
      {preview.isError && <ProblemView problem={problemOf(preview.error)} />}
      {create.isError && <ProblemView problem={problemOf(create.error)} />}
      {preview.data && (
        <PreviewTable rows={preview.data.rows} busy={create.isPending} onConfirm={() => create.mutate()} />
      )}
    </section>
  );
}

/** The pasted text and what became of it. Whatever is typed afterwards has to be looked at again before it is made. */
function useTable(onMade: AccountsByTableProps['onMade']) {
  const [table, setTable] = useState('');
  const preview = useMutation({ mutationFn: () => call(previewAccounts, { body: { table } }) });
  const type = (text: string): void => {
    setTable(text);
    preview.reset();
    create.reset();
  };
  const create = useMutation({
    mutationFn: () => call(createAccounts, { body: { table } }),
    onSuccess: ({ made }) => {
      onMade(made);
      type('');
    },
  });
  return { table, type, preview, create };
}
