import { Button, Textarea } from '@mantine/core';
import { decideBackPlan } from '#api/back-plans/contract.ts';
import type { BackPlanReply } from '#api/back-plans/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import styles from './page.module.css';

/** Approves a plan, or returns it with a reason. */
export function DecideForm({ reply: { year, region, indicator, version } }: { readonly reply: BackPlanReply }) {
  const { t } = useText();
  const { person } = useSession();
  const reason = useKeptText(`xushi.back-plan.reason.${person.name}.${year}.${region}.${indicator}`);
  const decide = useCommand(async (approve: boolean, idempotencyKey) => {
    const body = { approve, reason: reason.value };
    const decided = await call(decideBackPlan, { params: { year, region, indicator }, body, version, idempotencyKey });
    reason.forget();
    return decided;
  });
  return (
    <div className={styles.form}>
      {decide.error && <ProblemView problem={problemOf(decide.error)} />}
      <Textarea
        label={t('backPlans.decideReason')}
        rows={2}
        maxLength={2000}
        value={reason.value}
        onChange={(event) => reason.write(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button loading={decide.isPending} onClick={() => decide.mutate(true)}>
          {t('backPlans.approve')}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
          {t('backPlans.return')}
        </Button>
      </div>
    </div>
  );
}
