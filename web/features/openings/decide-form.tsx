import { Button, Textarea } from '@mantine/core';
import { decideOpening } from '#api/openings/contract.ts';
import type { Opening } from '#api/openings/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';
import styles from './page.module.css';

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
  return (
    <div className={styles.form}>
      {decide.error && <ProblemView problem={problemOf(decide.error)} />}
      <Textarea
        label={t('openings.decideReason')}
        rows={2}
        maxLength={2000}
        value={reason.value}
        onChange={(event) => reason.write(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button loading={decide.isPending} onClick={() => decide.mutate(true)}>
          {t('openings.accept')}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
          {t('openings.return')}
        </Button>
      </div>
    </div>
  );
}
