import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import { signIn } from '#api/accounts/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { GateFrame } from '../../ui/gate-frame.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { sessionQuery, startPage } from '../../api/session.ts';

const route = getRouteApi('/sign-in');

/** Signing in; afterwards one is back where one was, or where the role's work begins. */
export function Page() {
  const { t } = useText();
  const { return: back } = route.useSearch();
  const enter = useSignIn(back);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    enter.mutate({ name: textIn(form, 'name').trim(), password: textIn(form, 'password') });
  };
  return (
    <GateFrame title={t('signIn.title')} {...(back !== undefined && { note: t('signIn.back') })}>
      <form onSubmit={submit}>
        {enter.isError && <ProblemView problem={problemOf(enter.error)} />}
        <TextInput name="name" label={t('signIn.name')} autoComplete="username" required withAsterisk={false} />
        <PasswordInput
          name="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
        />
        <Button type="submit" loading={enter.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
    </GateFrame>
  );
}

/** Signs in, and leads back to where one was, or to where the role's work begins. */
function useSignIn(back: string | undefined) {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (credentials: { name: string; password: string }) => call(signIn, { body: credentials }),
    onSuccess: async (session) => {
      const before = client.getQueryData(sessionQuery.queryKey)?.person.name ?? session.person.name;
      // What the person before was allowed to see, and where that one was, is not for this one.
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      const start = startPage(session.person.role);
      router.history.replace(before === session.person.name ? (back ?? start) : start);
    },
  });
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
