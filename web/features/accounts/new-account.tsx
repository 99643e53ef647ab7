import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { createAccount } from '#api/accounts/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { Duties, dutiesOf } from './duties.tsx';
import type { TypedDuties } from './duties.tsx';
import type { Secret } from './one-time-secret.tsx';
import styles from './page.module.css';

interface NewAccountProps {
  readonly onSecret: (secret: Secret) => void;
}

interface Typed extends TypedDuties {
  readonly name: string;
}

const empty: Typed = { name: '', titleZh: '', titleEn: '', role: 'bureau', region: '' };

/** The form for a new account; what was typed stays until the account exists. */
export function NewAccount({ onSecret }: NewAccountProps) {
  const { t } = useText();
  const [typed, setTyped] = useState(empty);
  const create = useMutation({
    mutationFn: () => call(createAccount, { body: { name: typed.name.trim(), ...dutiesOf(typed) } }),
    onSuccess: ({ account, secret }) => {
      onSecret({ name: account.name, secret });
      setTyped(empty);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <section>
      <h2>{t('accounts.create')}</h2>
      <p className={styles.hint}>{t('accounts.createHint')}</p>
      <form className={styles.form} onSubmit={submit}>
        {create.isError && <ProblemView problem={problemOf(create.error)} />}
        <TextInput
          label={t('accounts.name')}
          value={typed.name}
          required
          withAsterisk={false}
          minLength={2}
          maxLength={64}
          autoComplete="off"
          onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
        />
        <Duties typed={typed} onType={(duties) => setTyped({ ...typed, ...duties })} />
        <Button type="submit" loading={create.isPending}>
          {t('accounts.submit')}
        </Button>
      </form>
    </section>
  );
}
