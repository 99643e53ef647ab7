import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemSentence } from '#api/http/problem.ts';
import { isReason } from '#api/http/reason.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './projects.module.css';

interface ReasonFormProps {
  readonly label: string;
  readonly button: string;
  readonly send: (reason: string, idempotencyKey: string) => Promise<unknown>;
}

/** A reason and what is done for it; nothing is sent without one. */
export function ReasonForm({ label, button, send }: ReasonFormProps) {
  const { language } = useText();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const { key, settle, renew } = useIdempotencyKey();
  const sending = useMutation({ mutationFn: () => send(reason, key), onSettled: settle });
  const press = (): void => {
    setShort(!isReason(reason));
    if (isReason(reason)) sending.mutate();
  };
  return (
    <div className={styles.form}>
      {sending.error !== null && <ProblemView problem={problemOf(sending.error)} />}
      <TextInput
        label={label}
        value={reason}
        maxLength={500}
        error={isShort && problemSentence('reason-required', {}, language)}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          renew();
        }}
      />
      <div>
        <Button variant="default" loading={sending.isPending} onClick={press}>
          {button}
        </Button>
      </div>
    </div>
  );
}
