import { Button } from '@mantine/core';
import type { Submission } from '#api/submissions/contract.ts';
import { formatInstant } from '../../../text/format.ts';
import { useWhoChanged } from './who-changed.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ChooseValues } from './choose-values.tsx';
import type { SessionStart, SessionState } from './draft-session.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from './report.module.css';

interface ConflictProps {
  readonly subject: Subject;
  readonly state: SessionState;
  readonly current: Submission;
  readonly theirs: SessionStart;
  readonly onChosen: (sheet: TypedSheet) => void;
  /** Reads the month anew, where it can no longer be saved. */
  readonly onGiveUp: () => void;
}

/** Somebody else saved first: who and when, both values of everything that differs. */
export function Conflict({ subject, state, current, theirs, onChosen, onGiveUp }: ConflictProps) {
  const { t } = useText();
  const whoIs = useWhoChanged();
  const newest = current.versions[0];
  const title = t('submission.choose.conflictTitle', {
    person: whoIs(newest?.decidedBy ?? newest?.submittedBy ?? newest?.savedBy ?? null),
    at: formatInstant(newest?.decidedAt ?? newest?.submittedAt ?? newest?.savedAt ?? null),
  });
  if (!current.can.save) {
    return (
      <section className={styles.choose} role="alert">
        <h2>{title}</h2>
        <p>{t('submission.choose.locked')}</p>
        <div>
          <Button onClick={onGiveUp}>{t('submission.choose.giveUp')}</Button>
        </div>
      </section>
    );
  }
  return (
    <ChooseValues
      subject={subject}
      mine={state.typed}
      theirs={theirs.acknowledged}
      title={title}
      hint={t('submission.choose.conflictHint')}
      words={{
        theirs: t('submission.choose.theirs'),
        allMine: t('submission.choose.allMine'),
        allTheirs: t('submission.choose.allTheirs'),
      }}
      onChosen={onChosen}
    />
  );
}
