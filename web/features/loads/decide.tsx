import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isReason } from '#api/http/reason.ts';
import { acceptLoad, withdrawLoad, type LoadDetail } from '#api/loads/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './loads.module.css';

/** The one decision on all that waits: accepted by a second official, or withdrawn with a reason. */
export function Decide({ load }: { readonly load: LoadDetail }) {
  const { t } = useText();
  const { can, own, months } = load;
  const params = { id: load.id };
  const { key, settle } = useIdempotencyKey();
  const accepting = useMutation({
    mutationFn: () => call(acceptLoad, { params, body: {}, idempotencyKey: key }),
    onSettled: settle,
  });
  if (!can.accept && !can.withdraw) return null;
  return (
    <section className={styles.form}>
      {accepting.error !== null && <ProblemView problem={problemOf(accepting.error)} />}
      {own && <p>{t('loads.one.own')}</p>}
      {can.accept && (
        <div>
          <Button loading={accepting.isPending} onClick={() => accepting.mutate()}>
            {t('loads.one.accept', { months: months.waiting })}
          </Button>
        </div>
      )}
      <Withdraw id={load.id} />
    </section>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const { key, settle, renew } = useIdempotencyKey();
  const withdrawing = useMutation({
    mutationFn: () => call(withdrawLoad, { params: { id }, body: { reason }, idempotencyKey: key }),
    onSettled: settle,
  });
  const withdraw = (): void => {
    setShort(!isReason(reason));
    if (isReason(reason)) withdrawing.mutate();
  };
  return (
    <>
      {withdrawing.error !== null && <ProblemView problem={problemOf(withdrawing.error)} />}
      <Textarea
        label={t('loads.one.reason')}
        value={reason}
        rows={2}
        maxLength={500}
        error={isShort ? t('loads.reasonShort') : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          renew();
        }}
      />
      <div>
        <Button variant="default" loading={withdrawing.isPending} onClick={withdraw}>
          {t('loads.one.withdraw')}
        </Button>
      </div>
    </>
  );
}
