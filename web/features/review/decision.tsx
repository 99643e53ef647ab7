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
import type { KeptText } from '../../ui/kept-text.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { reasonKey } from './queue.ts';
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
export function DecisionForm(props: DecisionFormProps) {
  const { t } = useText();
  const { can } = props.submission;
  const { accepting, returning, reason, isShort, type, sendBack } = useDecision(props);
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

function useDecision(props: DecisionFormProps) {
  const { person } = useSession();
  const reason = useKeptText(reasonKey(person.name, props.submission));
  const [isShort, setShort] = useState(false);
  const accepting = useAccept(props);
  const { returning, renew } = useReturn(props, reason);
  const type = (text: string): void => {
    reason.write(text);
    renew();
    if (isReason(text)) setShort(false);
  };
  const sendBack = (): void => {
    setShort(!isReason(reason.value));
    if (isReason(reason.value)) returning.mutate();
    else document.querySelector<HTMLElement>(`#${reasonId}`)?.focus();
  };
  return { accepting, returning, reason: reason.value, isShort, type, sendBack };
}

const staleOn =
  ({ onStale }: DecisionFormProps) =>
  (error: Error): void => {
    if (problemOf(error).status === 409) onStale();
  };

function useAccept(props: DecisionFormProps) {
  const { year, month, region, version } = props.submission;
  const { key, settle } = useIdempotencyKey();
  return useMutation({
    mutationFn: () => call(accept, { params: { year, month, region }, body: {}, version, idempotencyKey: key }),
    onSettled: settle,
    onSuccess: () => props.onDecided('accepted'),
    onError: staleOn(props),
  });
}

function useReturn(props: DecisionFormProps, reason: KeptText) {
  const { year, month, region, version } = props.submission;
  const { key, settle, renew } = useIdempotencyKey();
  const params = { year, month, region };
  const returning = useMutation({
    mutationFn: () => call(returnSubmission, { params, body: { reason: reason.value }, version, idempotencyKey: key }),
    onSettled: settle,
    onSuccess: () => {
      reason.forget();
      props.onDecided('returned');
    },
    onError: staleOn(props),
  });
  return { returning, renew };
}
