import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { changePassword } from '#api/accounts/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { GateFrame } from '../../ui/gate-frame.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { sessionQuery, startPage, useSession } from '../../api/session.ts';

const route = getRouteApi('/password');
const empty = { current: '', next: '', again: '' };

/** The own password: on one's own wish, and before anything else where a one-time password was used. */
export function Page() {
  const { t } = useText();
  const { person } = useSession();
  const { return: back } = route.useSearch();
  const { history } = useRouter();
  const note = person.mustChangePassword ? { note: t('signIn.change.forced') } : {};
  return (
    <GateFrame title={t('signIn.change.title')} {...note}>
      <ChangeForm onDone={() => history.push(back ?? startPage(person.role))} isForced={person.mustChangePassword} />
    </GateFrame>
  );
}

interface ChangeFormProps {
  readonly onDone: () => void;
  /** Whether one may not go on without a new password. */
  readonly isForced: boolean;
}

function ChangeForm({ onDone, isForced }: ChangeFormProps) {
  const { t } = useText();
  const [typed, setTyped] = useState(empty);
  const change = useChange(typed, onDone);
  const differ = typed.again !== '' && typed.again !== typed.next;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (typed.next === typed.again) change.mutate();
  };
  const field = (name: keyof typeof empty, autoComplete: string) => ({
    label: t(`signIn.change.${name}`),
    value: typed[name],
    autoComplete,
    required: true,
    withAsterisk: false,
    visibilityToggleButtonProps: { 'aria-label': t('signIn.show'), tabIndex: 0 },
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={submit}>
      {change.isError && <ProblemView problem={problemOf(change.error)} />}
      <PasswordInput {...field('current', 'current-password')} />
      <PasswordInput {...field('next', 'new-password')} description={t('signIn.change.rules')} />
      <PasswordInput {...field('again', 'new-password')} error={differ && t('signIn.change.differ')} />
      <Button type="submit" loading={change.isPending} disabled={differ}>
        {t('signIn.change.submit')}
      </Button>
      {!isForced && (
        <Button variant="default" onClick={onDone}>
          {t('signIn.change.cancel')}
        </Button>
      )}
    </form>
  );
}

function useChange({ current, next }: typeof empty, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(changePassword, { body: { current, next } }),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      onDone();
    },
  });
}
