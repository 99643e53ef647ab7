import { useText } from '../../../text/messages/use-text.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';

interface LeavingQuestionProps {
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before the meeting is left; Esc and Enter stay in it. */
export function LeavingQuestion({ onLeave, onStay }: LeavingQuestionProps) {
  const { t } = useText();
  return (
    <ConfirmDialog
      title={t('meetingMode.leaving.title')}
      action={t('meetingMode.leaving.action')}
      onConfirm={onLeave}
      onCancel={onStay}
    >
      <p>{t('meetingMode.leaving.stay')}</p>
    </ConfirmDialog>
  );
}
