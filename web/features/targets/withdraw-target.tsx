import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isReason } from '#api/http/reason.ts';
import { withdrawTarget, type TargetCell } from '#api/targets/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';

interface WithdrawTargetProps {
  readonly year: number;
  readonly cell: TargetCell;
}

/** Takes the newest line back where it was entered by mistake; nothing where something was judged by it. */
export function WithdrawTarget({ year, cell }: WithdrawTargetProps) {
  const { t } = useText();
  const [isAsked, setAsked] = useState(false);
  if (!cell.can.withdraw) return null;
  return (
    <div>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('targets.withdraw.button')}
      </Button>
      {isAsked && <Question year={year} cell={cell} onDone={() => setAsked(false)} />}
    </div>
  );
}

function Question({ year, cell, onDone }: WithdrawTargetProps & { readonly onDone: () => void }) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const { key, settle, renew } = useIdempotencyKey();
  const { region, indicator, version } = cell;
  const withdrawing = useMutation({
    mutationFn: () =>
      call(withdrawTarget, { params: { year, region, indicator }, body: { reason }, version, idempotencyKey: key }),
    onSettled: settle,
    onSuccess: onDone,
  });
  const confirm = (): void => {
    setShort(!isReason(reason));
    if (isReason(reason)) withdrawing.mutate();
  };
  return (
    <ConfirmDialog
      title={t('targets.withdraw.title')}
      action={t('targets.withdraw.confirm')}
      busy={withdrawing.isPending}
      onConfirm={confirm}
      onCancel={onDone}
    >
      <p>{t('targets.withdraw.note')}</p>
      {withdrawing.error !== null && <ProblemView problem={problemOf(withdrawing.error)} />}
      <Textarea
        label={t('targets.withdraw.reason')}
        rows={2}
        maxLength={2000}
        value={reason}
        error={isShort ? t('targets.block.reasonShort') : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          renew();
        }}
      />
    </ConfirmDialog>
  );
}
