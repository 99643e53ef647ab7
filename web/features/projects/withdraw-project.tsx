import { withdrawProject } from '#api/projects/contract.ts';
import { call } from '../../api/call.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ReasonForm } from './reason-form.tsx';

/** Takes a project out of the ledger, with a reason. */
export function WithdrawProject({ id, version }: { readonly id: string; readonly version: number }) {
  const { t } = useText();
  return (
    <ReasonForm
      label={t('projects.withdrawReason')}
      button={t('projects.withdraw')}
      send={(reason, idempotencyKey) =>
        call(withdrawProject, { params: { project: id }, body: { reason }, version, idempotencyKey })
      }
    />
  );
}
