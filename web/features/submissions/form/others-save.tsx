import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Submission } from '#api/submissions/contract.ts';
import { useTitleOf } from '../../../api/account-titles.ts';
import { useSession } from '../../../api/session.ts';
import { formatInstant } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ChooseValues, differences } from './choose-values.tsx';
import type { SessionStart, SessionState } from './draft-session.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from './form.module.css';

interface OthersSaveProps {
  /** The month as the server has it now. */
  readonly subject: Subject;
  readonly state: SessionState;
  readonly startOn: (submission: Submission) => SessionStart;
  readonly onReceive: (submission: Submission) => void;
  readonly onResolve: (sheet: TypedSheet, theirs: SessionStart) => void;
  /** Reads the month anew, where it can no longer be saved. */
  readonly onGiveUp: () => void;
}

/** Somebody else's save: announced where it can wait, in a conflict both values of everything that differs. */
export function OthersSave({ subject, state, startOn, onReceive, onResolve, onGiveUp }: OthersSaveProps) {
  const { submission } = subject;
  const { phase } = state;
  // The version that this person asked to compare with, before a save of one's own met it.
  const [asked, setAsked] = useState<number | null>(null);
  const current = state.current ?? (asked === submission.version && asked > state.version ? submission : null);
  if (current !== null) {
    if (!current.can.save) return <Locked current={current} onGiveUp={onGiveUp} />;
    const theirs = startOn(current);
    return (
      <Conflict
        subject={subject}
        mine={state.typed}
        current={current}
        theirs={theirs.acknowledged}
        onChosen={(sheet) => onResolve(sheet, theirs)}
      />
    );
  }
  // The save under way may be the newer version itself.
  const isKnown = phase === 'saving' || phase === 'unanswered';
  if (isKnown || submission.version <= state.version) return null;
  const isSame = differences(subject, state.typed, startOn(submission).acknowledged).length === 0;
  const show = (): void => (isSame ? onReceive(submission) : setAsked(submission.version));
  return <Announcement submission={submission} onShow={show} />;
}

interface AnnouncementProps {
  readonly submission: Submission;
  readonly onShow: () => void;
}

/** What one is typing is not changed underneath. */
function Announcement({ submission, onShow }: AnnouncementProps) {
  const { t } = useText();
  const whoIs = useWhoChanged();
  const newest = submission.versions[0];
  return (
    <section className={styles.notice} role="alert">
      <p>
        {t('submission.choose.otherTitle', {
          person: whoIs(newest?.savedBy ?? null),
          at: formatInstant(newest?.savedAt ?? null),
        })}
      </p>
      <div>
        <Button variant="default" onClick={onShow}>
          {t('submission.choose.show')}
        </Button>
      </div>
    </section>
  );
}

interface LockedProps {
  readonly current: Submission;
  readonly onGiveUp: () => void;
}

function Locked({ current, onGiveUp }: LockedProps) {
  const { t } = useText();
  const title = useConflictTitle(current);
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

interface ConflictProps {
  readonly subject: Subject;
  readonly mine: TypedSheet;
  readonly current: Submission;
  readonly theirs: TypedSheet;
  readonly onChosen: (sheet: TypedSheet) => void;
}

function Conflict({ subject, mine, current, theirs, onChosen }: ConflictProps) {
  const { t } = useText();
  const title = useConflictTitle(current);
  return (
    <ChooseValues
      subject={subject}
      mine={mine}
      theirs={theirs}
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

/** Who saved first, and when. */
function useConflictTitle({ versions: [newest] }: Submission): string {
  const { t } = useText();
  const whoIs = useWhoChanged();
  return t('submission.choose.conflictTitle', {
    person: whoIs(newest?.decidedBy ?? newest?.submittedBy ?? newest?.savedBy ?? null),
    at: formatInstant(newest?.decidedAt ?? newest?.submittedAt ?? newest?.savedAt ?? null),
  });
}

/** Who made a change that one meets while typing: another office's person, or oneself in another window. */
function useWhoChanged(): (name: string | null) => string {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { person } = useSession();
  return (name) => (name === person.name ? t('submission.choose.yourself') : titleOf(name));
}
