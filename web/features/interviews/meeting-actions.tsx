import { Button, Textarea } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { acknowledgeNotice, moveInterview } from '#api/interviews/contract.ts';
import type { Interview } from '#api/interviews/contract.ts';
import { call } from '../../api/call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { Failure } from './failure.tsx';
import { useChange } from './use-change.ts';
import styles from './interview.module.css';

const route = getRouteApi('/interviews/$id');
const moves = ['call', 'hold', 'close', 'cancel'] as const;
type Move = (typeof moves)[number];

/** What this person may do with the meeting itself. */
export function MeetingActions({ interview }: { readonly interview: Interview }) {
  const { t } = useText();
  const { can } = interview;
  const [asked, setAsked] = useState<Move | null>(null);
  const offered = moves.filter((command) => can[command]);
  if (offered.length === 0 && !can.acknowledge && !can.edit) return null;
  return (
    <div className={styles.buttons}>
      {offered.map((command) => (
        <Button key={command} variant={command === 'cancel' ? 'default' : 'filled'} onClick={() => setAsked(command)}>
          {t(`meetings.commands.${command}`)}
        </Button>
      ))}
      {can.acknowledge && <SignButton interview={interview} />}
      {can.edit && <EditLinks />}
      {asked && <MoveDialog interview={interview} move={asked} onEnd={() => setAsked(null)} />}
    </div>
  );
}

function SignButton({ interview: { id, version } }: { readonly interview: Interview }) {
  const { t } = useText();
  const sign = useChange((_input: null, idempotencyKey) =>
    call(acknowledgeNotice, { params: { interview: id }, body: {}, version, idempotencyKey }),
  );
  return (
    <>
      <Button loading={sign.pending} onClick={() => sign.run(null)}>
        {t('meetings.acknowledge')}
      </Button>
      <Failure error={sign.error} />
    </>
  );
}

interface MoveDialogProps {
  readonly interview: Interview;
  readonly move: Move;
  readonly onEnd: () => void;
}

/** Asks before a step that other people feel, and why where it is the last one. */
function MoveDialog({ interview: { id, version }, move, onEnd }: MoveDialogProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const change = useChange(
    (command: Move, idempotencyKey) =>
      call(moveInterview, { params: { interview: id }, body: { command, reason }, version, idempotencyKey }),
    onEnd,
  );
  const title = t(`meetings.commands.${move}`);
  return (
    <ConfirmDialog
      title={title}
      action={title}
      busy={change.pending}
      onConfirm={() => change.run(move)}
      onCancel={onEnd}
    >
      <p>{t(`meetings.confirm.${move}`)}</p>
      {move === 'cancel' && (
        <Textarea
          label={t('meetings.reason')}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Failure error={change.error} />
    </ConfirmDialog>
  );
}

function EditLinks() {
  const { t } = useText();
  const { edit } = route.useSearch();
  const navigate = useNavigate({ from: '/interviews/$id' });
  const turn = (to: typeof edit) => () =>
    void navigate({ to: '.', search: (before) => ({ ...before, edit: to }), resetScroll: false });
  if (edit !== undefined) {
    return (
      <Button variant="default" onClick={turn(undefined)}>
        {t('meetings.stopEditing')}
      </Button>
    );
  }
  return (
    <>
      <Button variant="default" onClick={turn('facts')}>
        {t('meetings.edit')}
      </Button>
      <Button variant="default" onClick={turn('requirements')}>
        {t('meetings.editRequirements')}
      </Button>
    </>
  );
}
