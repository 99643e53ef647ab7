import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { accept, returnSubmission } from '#api/submissions/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { isReason } from '#api/submissions/lifecycle.ts';
import { newActKey } from '../../api/act-key.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { useText } from '../../messages/use-text.ts';
import { readStored, removeStored, writeStored } from '../../stored.ts';
import { placeKey } from './queue.ts';
import styles from './review.module.css';

export type Decision = 'accepted' | 'returned';

interface DecisionFormProps {
  readonly submission: Submission;
  readonly onDecided: (decision: Decision) => void;
  /** Somebody else was first, so that what was read is no longer what would be decided. */
  readonly onStale: () => void;
}

const reasonId = 'review-reason';

/** Accept or return; a reason that was typed stays when it fails, and is kept on this device until it is sent. */
export function DecisionForm({ submission, onDecided, onStale }: DecisionFormProps) {
  const { t } = useText();
  const { year, month, region, version, can } = submission;
  const place = `xushi.return-reason.${placeKey(submission)}`;
  const [reason, setReason] = useState(() => readStored(place) ?? '');
  const [isShort, setShort] = useState(false);
  const [acceptKey] = useState(newActKey);
  const [returnKey, setReturnKey] = useState(newActKey);
  const params = { year, month, region };
  const onError = (error: Error): void => {
    if (problemOf(error).status === 409) onStale();
  };
  const accepting = useMutation({
    mutationFn: () => call(accept, { params, body: {}, version, idempotencyKey: acceptKey }),
    onSuccess: () => onDecided('accepted'),
    onError,
  });
  const returning = useMutation({
    mutationFn: () => call(returnSubmission, { params, body: { reason }, version, idempotencyKey: returnKey }),
    onSuccess: () => {
      removeStored(place);
      onDecided('returned');
    },
    onError,
  });
  const type = (text: string): void => {
    setReason(text);
    setReturnKey(newActKey);
    if (isReason(text)) setShort(false);
    writeStored(place, text);
  };
  const sendBack = (): void => {
    setShort(!isReason(reason));
    if (isReason(reason)) returning.mutate();
    else document.querySelector<HTMLElement>(`#${reasonId}`)?.focus();
  };
  const isBusy = accepting.isPending || returning.isPending;
  const failure = accepting.error ?? returning.error;
  return (
    <section className={styles.decision}>
      {failure !== null && <ProblemView problem={problemOf(failure)} />}
      <div>
        <Button disabled={!can.accept || isBusy} loading={accepting.isPending} onClick={() => accepting.mutate()}>
          {t('review.accept')}
        </Button>
      </div>
      <Textarea
        id={reasonId}
        label={t('review.returnReason')}
        description={t('review.returnHint')}
        value={reason}
        rows={3}
        resize="vertical"
        maxLength={2000}
        error={isShort ? t('review.reasonShort') : undefined}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <div>
        <Button variant="default" disabled={!can.return || isBusy} loading={returning.isPending} onClick={sendBack}>
          {t('review.return')}
        </Button>
      </div>
    </section>
  );
}
