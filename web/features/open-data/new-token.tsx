import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { createAccessToken, type AccessTokens } from '#api/access-tokens/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { TokenFields, type TypedToken } from './token-fields.tsx';
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

const empty: TypedToken = { name: '', region: '', lastDay: '', way: 'head' };

/** The form for a new token; a bureau's reads its own city. */
export function NewToken({ can, lastDay, onMade }: NewTokenProps) {
  const { t } = useText();
  const [typed, setTyped] = useState(empty);
  const inAddress = typed.way === 'address';
  const create = useMutation({
    mutationFn: () => {
      const region = can.region ?? (typed.region === '' ? null : typed.region);
      return call(createAccessToken, { body: { name: typed.name, region, lastDay: typed.lastDay, inAddress } });
    },
    onSuccess: ({ token }) => {
      onMade({ name: typed.name, token, inAddress });
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
      <TokenFields typed={typed} region={can.region} lastDay={lastDay} onType={setTyped} />
      <Button type="submit" loading={create.isPending}>
        {t('openData.submit')}
      </Button>
    </form>
  );
}
