import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isReason } from '#api/http/reason.ts';
import { type Submission } from '#api/submissions/contract.ts';
import { revoke } from '#api/submissions/correction-contract.ts';
import { call } from '../../../api/call.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { refresh } from '../../../api/query-client.ts';
import { useRegions } from '../../../api/reference.ts';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import { formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProblemView } from '../../../ui/problem-view.tsx';

/** Takes the acceptance of a month back, with a reason, after asking. */
export function Revoke({ submission }: { readonly submission: Submission }) {
  const { t } = useText();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('corrections.revoke.button')}
      </Button>
      {isAsked && <Asking submission={submission} onClose={() => setAsked(false)} />}
    </>
  );
}

interface AskingProps {
  readonly submission: Submission;
  readonly onClose: () => void;
}

function Asking({ submission, onClose }: AskingProps) {
  const { t, language } = useText();
  const regions = useRegions();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const { taking, renew } = useRevoke(submission, reason, onClose);
  const { year, month, region } = submission;
  const what = t('review.open', {
    region: regions.get(region)?.short[language] ?? region,
    month: formatMonth(year, month, language),
  });
  const confirm = (): void => {
    setShort(!isReason(reason));
    if (isReason(reason)) taking.mutate();
  };
  const type = (text: string): void => {
    setReason(text);
    renew();
    if (isReason(text)) setShort(false);
  };
  const dialog = { title: t('corrections.revoke.title', { what }), action: t('corrections.revoke.button') };
  return (
    <ConfirmDialog {...dialog} busy={taking.isPending} onConfirm={confirm} onCancel={onClose}>
      {taking.error !== null && <ProblemView problem={problemOf(taking.error)} />}
      <p>{t('corrections.revoke.hint')}</p>
      <Textarea
        label={t('corrections.revoke.reason')}
        value={reason}
        rows={3}
        maxLength={2000}
        error={isShort ? t('review.reasonShort') : undefined}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

function useRevoke({ year, month, region, version }: Submission, reason: string, onClose: () => void) {
  const client = useQueryClient();
  const { key, settle, renew } = useIdempotencyKey();
  const params = { year, month, region };
  const taking = useMutation({
    mutationFn: () => call(revoke, { params, body: { reason }, version, idempotencyKey: key }),
    onSettled: settle,
    onSuccess: () => {
      onClose();
      void refresh(client);
    },
  });
  return { taking, renew };
}
