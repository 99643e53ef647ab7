import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { draftBulletin } from '#api/bulletins/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { latestReportedMonth } from '../../parts/period.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './bulletins.module.css';

/** How many months back a bulletin can be drafted from here. */
const monthsOffered = 12;

/** Freezes a month and leads to its draft, which is in the language of the page. */
export function DraftForm() {
  const { t, language } = useText();
  const { today } = useSession();
  const navigate = useNavigate();
  const months = monthsBefore(latestReportedMonth(today));
  const [chosen, setChosen] = useState(0);
  const { key, settle, renew } = useIdempotencyKey();
  const drafting = useMutation({
    mutationFn: () => {
      const { year, month } = months[chosen] ?? latestReportedMonth(today);
      return call(draftBulletin, { body: { year, month, language }, idempotencyKey: key });
    },
    onSettled: settle,
    onSuccess: ({ id }) => navigate({ to: '/bulletins/$id', params: { id } }),
  });
  return (
    <section className={styles.form}>
      {drafting.error !== null && <ProblemView problem={problemOf(drafting.error)} />}
      <div className={styles.line}>
        <NativeSelect
          label={t('bulletins.month')}
          value={String(chosen)}
          data={months.map(({ year, month }, at) => ({ value: String(at), label: formatMonth(year, month, language) }))}
          onChange={(event) => {
            setChosen(Number(event.currentTarget.value));
            renew();
          }}
        />
        <Button loading={drafting.isPending} onClick={() => drafting.mutate()}>
          {t('bulletins.draft')}
        </Button>
      </div>
      <p className={styles.muted}>{t('bulletins.draftNote')}</p>
    </section>
  );
}

/** A month and those before it, the latest first. */
function monthsBefore({ year, month }: { readonly year: number; readonly month: number }) {
  return Array.from({ length: monthsOffered }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    return { year: Math.floor(count / 12), month: (count % 12) + 1 };
  });
}
