import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { createAccessToken, type AccessTokens } from '#api/access-tokens/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useReportingRegions } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './page.module.css';

/** A token just made; it lives on this page only. */
export interface MadeToken {
  readonly name: string;
  readonly token: string;
  readonly inAddress: boolean;
}

interface NewTokenProps extends Pick<AccessTokens, 'can' | 'lastDay'> {
  readonly onMade: (made: MadeToken) => void;
}

const empty = { name: '', region: '', lastDay: '', way: 'head' };

/** The form for a new token; a bureau's reads its own city. */
export function NewToken({ can, lastDay, onMade }: NewTokenProps) {
  const { t, language } = useText();
  const cities = useReportingRegions();
  const [typed, setTyped] = useState(empty);
  const type = (change: Partial<typeof empty>): void => setTyped({ ...typed, ...change });
  const scopes = [
    ...(can.region === null ? [{ value: '', label: t('openData.scopeAll') }] : []),
    ...cities
      .filter(({ code }) => can.region === null || code === can.region)
      .map(({ code, name }) => ({ value: code, label: name[language] })),
  ];
  const create = useMutation({
    mutationFn: () => {
      const region = can.region ?? (typed.region === '' ? null : typed.region);
      const body = { name: typed.name, region, lastDay: typed.lastDay, inAddress: typed.way === 'address' };
      return call(createAccessToken, { body });
    },
    onSuccess: ({ token }) => {
      onMade({ name: typed.name, token, inAddress: typed.way === 'address' });
      setTyped(empty);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('openData.new')}>
      {create.isError && <ProblemView problem={problemOf(create.error)} />}
      <TextInput
        label={t('openData.name')}
        description={t('openData.nameHint')}
        value={typed.name}
        required
        withAsterisk={false}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => type({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('openData.scope')}
        value={can.region ?? typed.region}
        data={scopes}
        onChange={(event) => type({ region: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('openData.lastDay')}
        value={typed.lastDay}
        required
        withAsterisk={false}
        min={lastDay.earliest}
        max={lastDay.latest}
        onChange={(event) => type({ lastDay: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('openData.way')}
        {...(typed.way === 'address' ? { description: t('openData.wayHint') } : {})}
        value={typed.way}
        data={[
          { value: 'head', label: t('openData.wayHead') },
          { value: 'address', label: t('openData.wayAddress') },
        ]}
        onChange={(event) => type({ way: event.currentTarget.value })}
      />
      <Button type="submit" loading={create.isPending}>
        {t('openData.submit')}
      </Button>
    </form>
  );
}
