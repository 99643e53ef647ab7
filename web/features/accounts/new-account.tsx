import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { roles } from '#api/http/endpoint.ts';
import type { Role } from '#api/http/endpoint.ts';
import { createAccount } from '#api/accounts/contract.ts';
import type { Region } from '#api/regions/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import type { Secret } from './one-time-secret.tsx';
import styles from './page.module.css';

interface NewAccountProps {
  readonly onSecret: (secret: Secret) => void;
}

interface Typed {
  readonly name: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly role: Role;
  readonly region: string;
}

const empty: Typed = { name: '', titleZh: '', titleEn: '', role: 'bureau', region: '' };

/** The form for a new account; what was typed stays until the account exists. */
export function NewAccount({ onSecret }: NewAccountProps) {
  const { t } = useText();
  const cities = [...useRegions().values()].filter(({ kind }) => kind === 'city');
  const [typed, setTyped] = useState(empty);
  const region = typed.role === 'bureau' ? typed.region : null;
  const create = useCreation(typed, region, (secret) => {
    onSecret(secret);
    setTyped(empty);
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    create.mutate();
  };
  const field = (key: 'name' | 'titleZh' | 'titleEn') => ({
    label: t(`accounts.${key}`),
    value: typed[key],
    required: true,
    withAsterisk: false,
    maxLength: 64,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  return (
    <section>
      <h2>{t('accounts.create')}</h2>
      <p className={styles.hint}>{t('accounts.createHint')}</p>
      <form className={styles.form} onSubmit={submit}>
        {create.isError && <ProblemView problem={problemOf(create.error)} />}
        <TextInput {...field('name')} minLength={2} />
        <TextInput {...field('titleZh')} />
        <TextInput {...field('titleEn')} />
        <Duties typed={typed} region={region} cities={cities} onType={(duty) => setTyped({ ...typed, ...duty })} />
        <Button type="submit" loading={create.isPending}>
          {t('accounts.submit')}
        </Button>
      </form>
    </section>
  );
}

function useCreation(typed: Typed, region: string | null, onCreated: (secret: Secret) => void) {
  return useMutation({
    mutationFn: () => call(createAccount, { body: accountOf(typed, region) }),
    onSuccess: ({ account, secret }) => onCreated({ name: account.name, secret }),
  });
}

interface DutiesProps {
  readonly typed: Pick<Typed, 'role'>;
  /** The city of a bureau; null for every other role. */
  readonly region: string | null;
  readonly cities: readonly Region[];
  readonly onType: (duty: Partial<Pick<Typed, 'role' | 'region'>>) => void;
}

function Duties({ typed, region, cities, onType }: DutiesProps) {
  const { t, language } = useText();
  return (
    <>
      <NativeSelect
        label={t('accounts.role')}
        value={typed.role}
        data={roles.map((role) => ({ value: role, label: t(`shell.role.${role}`) }))}
        onChange={(event) => onType({ role: roles.find((role) => role === event.currentTarget.value) ?? typed.role })}
      />
      <NativeSelect
        label={t('accounts.region')}
        value={region ?? ''}
        disabled={region === null}
        required={region !== null}
        withAsterisk={false}
        data={
          region === null
            ? [{ value: '', label: t('accounts.none') }]
            : [
                { value: '', label: t('accounts.chooseRegion') },
                ...cities.map(({ code, short }) => ({ value: code, label: short[language] })),
              ]
        }
        onChange={(event) => onType({ region: event.currentTarget.value })}
      />
    </>
  );
}

function accountOf({ name, titleZh, titleEn, role }: Typed, region: string | null) {
  return { name: name.trim(), title: { zh: titleZh.trim(), en: titleEn.trim() }, role, region };
}
