import { useMutation } from '@tanstack/react-query';
import { endOtherSessions, endOwnSession, type OpenSession } from '#api/sessions/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';

interface EndSessionsProps {
  /** The one to end, or all others than the one in use. */
  readonly sessions: readonly OpenSession[];
  readonly onClose: () => void;
}

/** Asks, then ends one session or all others. */
export function EndSessions({ sessions, onClose }: EndSessionsProps) {
  const { t } = useText();
  const [session] = sessions;
  const isOne = sessions.length === 1 && session !== undefined;
  const end = useMutation({
    mutationFn: () => (isOne ? call(endOwnSession, { params: { id: session.id } }) : call(endOtherSessions, {})),
    onSuccess: onClose,
  });
  const question = isOne
    ? t('account.confirmOne', {
        device: session.device ?? t('account.unknownDevice'),
        begun: formatInstant(session.createdAt),
      })
    : t('account.confirmOthers', { count: sessions.length });
  const action = t(isOne ? 'account.end' : 'account.endOthers');
  return (
    <ConfirmDialog
      title={action}
      action={action}
      busy={end.isPending}
      onConfirm={() => end.mutate()}
      onCancel={onClose}
    >
      <p>{question}</p>
      {end.isError && <ProblemView problem={problemOf(end.error)} />}
    </ConfirmDialog>
  );
}
