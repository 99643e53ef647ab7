import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { accept, returnSubmission } from '#api/submissions/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { isReason } from '#api/http/reason.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useKeptText } from '../../ui/kept-text.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
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

/** Accept or return; a reason that was typed stays when it fails, and is kept for its person until it is sent. */
export function DecisionForm({ submission, onDecided, onStale }: DecisionFormProps) {
  const { t } = useText();
  const { year, month, region, version, can } = submission;
  const { person } = useSession();
  const reason = useKeptText(`xushi.return-reason.${person.name}.${placeKey(submission)}`);
  const [isShort, setShort] = useState(false);
  const [acceptKey, returnKey] = [useIdempotencyKey(), useIdempotencyKey()];
  const params = { year, month, region };
  const onError = (error: Error): void => {
    if (problemOf(error).status === 409) onStale();
  };
  const accepting = useMutation({
    mutationFn: () => call(accept, { params, body: {}, version, idempotencyKey: acceptKey.key }),
    onSettled: acceptKey.settle,
    onSuccess: () => onDecided('accepted'),
    onError,
  });
  const returning = useMutation({
    mutationFn: () =>
      call(returnSubmission, { params, body: { reason: reason.value }, version, idempotencyKey: returnKey.key }),
    onSettled: returnKey.settle,
    onSuccess: () => {
      reason.forget();
      onDecided('returned');
    },
    onError,
  });
  const type = (text: string): void => {
    reason.write(text);
    returnKey.renew();
    if (isReason(text)) setShort(false);
  };
  const sendBack = (): void => {
    setShort(!isReason(reason.value));
    if (isReason(reason.value)) returning.mutate();
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
        value={reason.value}
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
