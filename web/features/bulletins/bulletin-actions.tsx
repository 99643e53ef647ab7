import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  acknowledgeBulletin,
  discardBulletin,
  draftBulletinCorrection,
  issueBulletin,
  type Bulletin,
} from '#api/bulletins/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './bulletins.module.css';

interface BulletinProps {
  readonly bulletin: Bulletin;
}

type Command = 'issue' | 'discard' | 'acknowledge' | 'correct';

/** What this person may do with a bulletin just now. */
export function BulletinActions({ bulletin }: BulletinProps) {
  const { t } = useText();
  const { can, outdated, state } = bulletin;
  const send = useCommand(bulletin);
  if (!can.issue && !can.discard && !can.acknowledge && outdated === 0) return null;
  return (
    <section className={`${styles.form} screen-only`}>
      {send.error !== null && <ProblemView problem={problemOf(send.error)} />}
      {outdated > 0 && <p>{t('bulletins.outdated', { n: outdated })}</p>}
      {state === 'draft' && !can.issue && <p className={styles.muted}>{t('bulletins.issueOwn')}</p>}
      <div className={styles.line}>
        {can.issue && <Asked command="issue" isBusy={send.isPending} onConfirm={() => send.mutate('issue')} />}
        {(['acknowledge', 'correct'] as const).map(
          (command) =>
            can[command] && (
              <Button key={command} loading={send.isPending} onClick={() => send.mutate(command)}>
                {t(`bulletins.${command}`)}
              </Button>
            ),
        )}
        {can.discard && <Asked command="discard" isBusy={send.isPending} onConfirm={() => send.mutate('discard')} />}
      </div>
    </section>
  );
}

/** Sends a command with one key for all its tries, and goes on to the statement that it began. */
function useCommand({ id, version }: Bulletin) {
  const navigate = useNavigate();
  const { key, settle } = useIdempotencyKey();
  return useMutation({
    mutationFn: (command: Command): Promise<Bulletin> => {
      const once = { params: { id }, body: {}, idempotencyKey: key };
      if (command === 'issue') return call(issueBulletin, { ...once, version });
      if (command === 'discard') return call(discardBulletin, { ...once, version });
      return call(command === 'acknowledge' ? acknowledgeBulletin : draftBulletinCorrection, once);
    },
    onSettled: settle,
    onSuccess: (reply) => {
      if (reply.id !== id) void navigate({ to: '/bulletins/$id', params: { id: reply.id } });
    },
  });
}

interface AskedProps {
  readonly command: 'issue' | 'discard';
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
}

/** A command that nothing undoes asks once more. */
function Asked({ command, isBusy, onConfirm }: AskedProps) {
  const { t } = useText();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button variant={command === 'discard' ? 'default' : 'filled'} loading={isBusy} onClick={() => setAsked(true)}>
        {t(`bulletins.${command}`)}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={t(`bulletins.${command}`)}
          action={t(`bulletins.${command}`)}
          onConfirm={() => {
            setAsked(false);
            onConfirm();
          }}
          onCancel={() => setAsked(false)}
        >
          <p>{t(`bulletins.${command}Ask`)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
