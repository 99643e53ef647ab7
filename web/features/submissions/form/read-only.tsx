import { Button, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isBelow } from '#api/submissions/lifecycle.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { useSession } from '../../../api/session.ts';
import { forget, readKept } from './draft-store.ts';
import type { DraftOwner } from './draft-store.ts';
import { WaitingEffect } from '../../../parts/corrections/waiting-effect.tsx';
import { FiguresTable } from '../../../parts/submissions/figures-table.tsx';
import { Receipt } from '../../../parts/submissions/receipt.tsx';
import { PaperLink } from './paper-link.tsx';
import { ReturnedNotice } from './returned-notice.tsx';
import { Said } from '../../../parts/submissions/said.tsx';
import { currentVersion, shownAbsences, shownFigures } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { Revoke } from './revoke.tsx';
import { Withdraw } from './withdraw.tsx';
import styles from './form.module.css';

interface ReadOnlyProps {
  readonly owner: DraftOwner;
  readonly subject: Subject;
}

/** A month that this person cannot change now: why not, what it says, and what can be done instead. */
export function ReadOnly({ owner, subject }: ReadOnlyProps) {
  const { t } = useText();
  const { submission } = subject;
  const { person } = useSession();
  const isOthers = isBelow(person, submission.region);
  const newest = currentVersion(submission);
  return (
    <>
      {(newest?.state === 'returned' || newest?.state === 'revoked') && <ReturnedNotice version={newest} />}
      <WhyReadOnly subject={subject} />
      <Leftover owner={owner} />
      {newest !== undefined && (
        <>
          <FiguresTable
            subject={subject}
            caption={t('submissions.table.caption', { number: newest.number, asOf: newest.asOf })}
            asOf={newest.asOf}
            figures={shownFigures(submission)}
            absences={shownAbsences(submission)}
            withBefore={false}
            isAccepted={newest.state === 'accepted'}
          />
          <p className={styles.muted}>{t('submission.form.rule')}</p>
          <Said of={newest} indicators={subject.indicators} />
          {newest.state === 'submitted' && newest.kind === 'correction' && !isOthers && (
            <WaitingEffect submission={submission} />
          )}
          <Receipt version={newest} />
          {!isOthers && <PaperLink submission={submission} />}
        </>
      )}
    </>
  );
}

function WhyReadOnly({ subject }: { readonly subject: Subject }) {
  const { t } = useText();
  const { person } = useSession();
  const { status, can, year, month, region } = subject.submission;
  if (isBelow(person, region)) return <p>{t('submission.form.belowNote')}</p>;
  const open = `${year}-${String(month).padStart(2, '0')}-${region}`;
  return (
    <div className={styles.why}>
      {(status === 'submitted' || status === 'resubmitted') && person.role === 'bureau' && (
        <p>{t(can.withdraw ? 'submissions.withdraw.note' : 'submission.form.waitingNote')}</p>
      )}
      {status === 'accepted' && person.role === 'bureau' && <p>{t('submission.form.acceptedNote')}</p>}
      {status === 'missing' && person.role !== 'bureau' && <p>{t('submission.form.notBegunNote')}</p>}
      <div className={styles.actions}>
        {can.save && (
          <Button renderRoot={(props) => <Link {...props} to="." search={{ view: 'report' }} />}>
            {t('submission.correct.newer')}
          </Button>
        )}
        {can.correct && (
          <Button variant="default" renderRoot={(props) => <Link {...props} to="." search={{ view: 'correct' }} />}>
            {t('submission.correct.action')}
          </Button>
        )}
        {can.withdraw && <Withdraw submission={subject.submission} />}
        {can.revoke && <Revoke submission={subject.submission} />}
        {can.accept && (
          <Button renderRoot={(props) => <Link {...props} to="/review" search={{ open }} />}>
            {t('submission.form.toReview')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Leftover({ owner }: { readonly owner: DraftOwner }) {
  const { t } = useText();
  const [kept, setKept] = useState(() => readKept(owner));
  if (kept === null) return null;
  const discard = (): void => {
    forget(owner);
    setKept(null);
  };
  return (
    <section className={styles.notice}>
      <p>{t('submission.form.leftover')}</p>
      <div>
        <UnstyledButton className={styles.wordButton} onClick={discard}>
          {t('submission.form.discard')}
        </UnstyledButton>
      </div>
    </section>
  );
}
