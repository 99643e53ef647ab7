import { decideOpening } from '#api/openings/contract.ts';
import type { Opening } from '#api/openings/contract.ts';
import { call } from '../../api/call.ts';
import { PlanDecision } from '../../parts/plan-decision.tsx';
import { useSession } from '../../api/session.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useCommand } from '../../api/use-command.ts';

/** Accepts a plan, or returns it with a reason. */
export function DecideForm({ opening: { year, region, version } }: { readonly opening: Opening }) {
  const { t } = useText();
  const { person } = useSession();
  const reason = useKeptText(`xushi.opening.reason.${person.name}.${year}.${region}`);
  const decide = useCommand(async (accept: boolean, idempotencyKey) => {
    const body = { accept, reason: reason.value };
    const decided = await call(decideOpening, { params: { year, region }, body, version, idempotencyKey });
    reason.forget();
    return decided;
  });
  const words = { reason: t('openings.decideReason'), accept: t('openings.accept'), sendBack: t('openings.return') };
  return <PlanDecision reason={reason} decide={decide} words={words} />;
}
