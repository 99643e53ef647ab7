import { UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { signOut } from '#api/accounts/contract.ts';
import { call } from '../api/call.ts';
import { leaving } from '../api/query-client.ts';
import { useText } from '../text/messages/use-text.ts';
import { forgetWhoIsIn } from '../api/session.ts';
import styles from '../ui/display-settings.module.css';

/** The own password and the way out; signing out forgets everything that was read. */
export function SignOut() {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    meta: leaving,
    mutationFn: () => call(signOut, {}),
    onSuccess: async () => {
      await forgetWhoIsIn(client);
      await navigate({ to: '/sign-in' });
      // What is still on its way out reads once more where its data vanish, and would fail for want of a session.
      client.removeQueries({ type: 'inactive' });
    },
  });
  return (
    <>
      <Link to="/password" className={styles.word}>
        {t('shell.changePassword')}
      </Link>
      <UnstyledButton className={styles.word} disabled={leave.isPending} onClick={() => leave.mutate()}>
        {t('shell.signOut')}
      </UnstyledButton>
    </>
  );
}
