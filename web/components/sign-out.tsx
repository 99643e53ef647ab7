import { UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { signOut } from '#api/people/contract.ts';
import { call } from '../api/call.ts';
import { leaving } from '../api/query-client.ts';
import { useText } from '../messages/use-text.ts';
import styles from './shell.module.css';

/** The own password and the way out; signing out forgets everything that was read. */
export function SignOut() {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    meta: leaving,
    mutationFn: () => call(signOut, {}),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      client.clear();
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
