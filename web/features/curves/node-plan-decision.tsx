import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { decideNodePlan, withdrawNodePlan, type NodePlan } from '#api/node-plans/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { useCommand } from '../../api/use-command.ts';
import { PlanDecision } from '../../parts/plan-decision.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './page.module.css';

interface DecideNodePlanProps {
  readonly plan: NodePlan;
  /** The first month that the plan may judge. */
  readonly earliestMonth: number | null;
}

/** Approves a plan from a month on, or returns it with a reason. */
export function DecideNodePlan({ plan, earliestMonth }: DecideNodePlanProps) {
  const { t, language } = useText();
  const { year, region, indicator, version } = plan;
  const reason = useReason('decide', plan);
  const [chosen, choose] = useState('');
  const first = earliestMonth ?? 12;
  const months = Array.from({ length: 13 - first }, (_, index) => first + index);
  const effectiveMonth = months.find((month) => String(month) === chosen) ?? first;
  const decide = useCommand(async (approve: boolean, idempotencyKey) => {
    const body = { approve, effectiveMonth: approve ? effectiveMonth : null, reason: reason.value };
    const reply = await call(decideNodePlan, { params: { year, region, indicator }, body, version, idempotencyKey });
    reason.forget();
    return reply;
  });
  const words = {
    reason: t('curves.plans.decideReason'),
    accept: t('curves.plans.approve'),
    sendBack: t('curves.plans.sendBack'),
  };
  return (
    <div className={styles.form}>
      <NativeSelect
        label={t('curves.plans.from')}
        value={String(effectiveMonth)}
        data={months.map((month) => ({ value: String(month), label: formatMonth(year, month, language) }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <PlanDecision reason={reason} decide={decide} words={words} />
    </div>
  );
}

/** Takes back what was sent, or an approval that judged nothing yet. */
export function WithdrawNodePlan({ plan }: { readonly plan: NodePlan }) {
  const { t } = useText();
  const { year, region, indicator, version } = plan;
  const reason = useReason('withdraw', plan);
  const withdraw = useCommand(async (_input: undefined, idempotencyKey) => {
    const body = { reason: reason.value };
    const reply = await call(withdrawNodePlan, { params: { year, region, indicator }, body, version, idempotencyKey });
    reason.forget();
    return reply;
  });
  return (
    <div className={styles.form}>
      {withdraw.error && <ProblemView problem={problemOf(withdraw.error)} />}
      <Textarea
        label={t('curves.plans.withdrawReason')}
        rows={2}
        maxLength={2000}
        value={reason.value}
        onChange={(event) => reason.write(event.currentTarget.value)}
      />
      <div>
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('curves.plans.withdraw')}
        </Button>
      </div>
    </div>
  );
}

function useReason(of: 'decide' | 'withdraw', { year, region, indicator }: NodePlan) {
  const { person } = useSession();
  return useKeptText(`xushi.node-plan-${of}.${person.name}.${year}.${region}.${indicator}`);
}
