import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { takeAttachmentBack, type Attachment } from '#api/attachments/contract.ts';
import { call } from '../../../api/call.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProblemView } from '../../../ui/problem-view.tsx';

interface TakeBackProps {
  readonly file: Attachment;
  readonly onDone: () => void;
}

/** Asks for the reason that stays on record, then takes a file back. */
export function TakeBack({ file, onDone }: TakeBackProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const mutation = useMutation({
    mutationFn: () => call(takeAttachmentBack, { params: { attachment: file.id }, body: { reason } }),
    onSuccess: onDone,
  });
  const problem = mutation.error === null ? null : problemOf(mutation.error);
  const isShort = problem?.code === 'reason-required';
  return (
    <ConfirmDialog
      title={t('evidence.takeBackTitle', { name: file.name })}
      action={t('evidence.takeBack')}
      busy={mutation.isPending}
      onConfirm={() => mutation.mutate()}
      onCancel={onDone}
    >
      <p>{t('evidence.takeBackHint')}</p>
      <Textarea
        label={t('evidence.reason')}
        rows={2}
        maxLength={2000}
        value={reason}
        error={isShort && t('evidence.reasonShort')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {problem !== null && !isShort && <ProblemView problem={problem} />}
    </ConfirmDialog>
  );
}
