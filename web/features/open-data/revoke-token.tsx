import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { revokeAccessToken, type AccessToken } from '#api/access-tokens/contract.ts';
import { isReason } from '#api/http/reason.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

interface RevokeTokenProps {
  readonly token: AccessToken;
  readonly onClose: () => void;
}

/** Asks for the reason, then ends a token. */
export function RevokeToken({ token: { id, name }, onClose }: RevokeTokenProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const revoke = useMutation({
    mutationFn: () => call(revokeAccessToken, { params: { id }, body: { reason } }),
    onSuccess: onClose,
  });
  const confirm = (): void => {
    setShort(!isReason(reason));
    if (isReason(reason)) revoke.mutate();
  };
  return (
    <ConfirmDialog
      title={t('openData.revokeTitle', { name })}
      action={t('openData.revoke')}
      busy={revoke.isPending}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>{t('openData.revokeNote')}</p>
      {revoke.isError && <ProblemView problem={problemOf(revoke.error)} />}
      <Textarea
        label={t('openData.reason')}
        rows={2}
        maxLength={2000}
        value={reason}
        error={isShort ? t('openData.reasonShort') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
