import { decideBackPlan } from '#api/back-plans/contract.ts';
import type { BackPlanReply } from '#api/back-plans/contract.ts';
import { call } from '../../api/call.ts';
import { PlanDecision } from '../../parts/plan-decision.tsx';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { useCommand } from '../../api/use-command.ts';

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
  const words = {
    reason: t('backPlans.decideReason'),
    accept: t('backPlans.approve'),
    sendBack: t('backPlans.return'),
  };
  return <PlanDecision reason={reason} decide={decide} words={words} />;
}
