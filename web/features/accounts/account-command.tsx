import { useMutation } from '@tanstack/react-query';
import { resetPassword, setAccountState, unlockAccount } from '#api/accounts/contract.ts';
import { endSessionsOf } from '#api/sessions/contract.ts';
import type { Account } from '#api/accounts/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import type { Secret } from './one-time-secret.tsx';

/** What is about to be done to an account. */
export interface Command {
  readonly kind: 'reset' | 'disable' | 'enable' | 'unlock' | 'endSessions';
  readonly account: Account;
}

interface AccountCommandProps {
  readonly command: Command;
  readonly onSecret: (secret: Secret) => void;
  readonly onClose: () => void;
}

const questions = {
  reset: 'accounts.confirmReset',
  disable: 'accounts.confirmDisable',
  enable: 'accounts.confirmEnable',
  unlock: 'accounts.confirmUnlock',
  endSessions: 'accounts.confirmEndSessions',
} as const;

/** Asks, then does it. */
export function AccountCommand({ command: { kind, account }, onSecret, onClose }: AccountCommandProps) {
  const { t } = useText();
  const { id, name } = account;
  const perform = useMutation({
    mutationFn: async (): Promise<Secret | null> => {
      if (kind === 'reset') return { name, secret: (await call(resetPassword, { params: { id } })).secret };
      if (kind === 'endSessions') await call(endSessionsOf, { params: { id } });
      else if (kind === 'unlock') await call(unlockAccount, { params: { id } });
      else await call(setAccountState, { params: { id }, body: { disabled: kind === 'disable' } });
      return null;
    },
    onSuccess: (secret) => {
      if (secret) onSecret(secret);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t(`accounts.${kind}Named`, { name })}
      action={t(`accounts.${kind}`)}
      busy={perform.isPending}
      onConfirm={() => perform.mutate()}
      onCancel={onClose}
    >
      <p>{t(questions[kind], { name })}</p>
      {perform.isError && <ProblemView problem={problemOf(perform.error)} />}
    </ConfirmDialog>
  );
}
