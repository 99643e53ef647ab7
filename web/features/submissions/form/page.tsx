import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listRules } from '#api/rules/contract.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import { getSubmission } from '#api/submissions/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { isBelow, isMonthDone, isOverdue, wholeVersion } from '#api/submissions/lifecycle.ts';
import { query } from '../../../api/queries.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { PageSkeleton } from '../../../ui/page-skeleton.tsx';
import { formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { useIndicatorsOf, useRegions } from '../../../api/reference.ts';
import { useSession } from '../../../api/session.ts';
import { CorrectionForm } from './correction-form.tsx';
import { Comments } from '../../../parts/comments/comments.tsx';
import { History } from '../../../parts/submissions/history.tsx';
import { ReadOnly } from './read-only.tsx';
import { SubmissionForm } from './submission-form.tsx';
import { ReturnedNotice } from './returned-notice.tsx';
import type { AboutMonth } from './use-draft-session.ts';
import { useFormParams, useFormView } from './use-form-view.ts';
import { returnedVersion, subjectOf } from '../../../parts/submissions/subject.ts';
import { EnterMonth } from '../entry/enter-month.tsx';
import { MissingStocks } from '../entry/missing-stocks.tsx';
import { takeFocus } from '../../../ui/take-focus.ts';
import styles from './form.module.css';

/** One month of one city: the form, or what was sent and what became of it. */
export function Page() {
  const { year, month, region } = useFormParams();
  const params = { year: Number(year), month: Number(month), region };
  const submission = useQuery(query(getSubmission, { params }));
  const rules = useQuery(query(listRules, {}));
  const { t } = useText();
  // A form begins with what the server has now, never with what this page remembers from before.
  const isFresh = submission.isFetchedAfterMount || submission.isError;
  return (
    <>
      {(submission.isLoadingError || rules.isLoadingError) && <PageHead title={t('submissions.home.title')} />}
      <Loaded result={rules}>
        {(inForce) => (
          <Loaded result={submission}>
            {(data) =>
              isFresh ? (
                <Month key={`${year}/${month}/${region}`} submission={data} rules={inForce} />
              ) : (
                <PageSkeleton />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

interface MonthProps {
  readonly submission: Submission;
  readonly rules: readonly RuleDetail[];
}

type Mode = 'form' | 'correction' | 'reading';

function Month({ submission, rules }: MonthProps) {
  const { t, language } = useText();
  const indicators = useIndicatorsOf(submission.context.map(({ indicator }) => indicator));
  const region = useRegions().get(submission.region);
  const { view } = useFormView();
  const [sent, setSent] = useState<Sent | null>(null);
  const about: AboutMonth = (of) => subjectOf(of, indicators, rules);
  const { year, month, status } = submission;
  const mode = modeOf(submission, view);
  const isWaiting = status === 'submitted' || status === 'resubmitted';
  const title = t('submission.form.title', {
    region: region?.name[language] ?? submission.region,
    month: formatMonth(year, month, language),
  });
  return (
    <>
      <PageHead title={title} sentence={<Sentence submission={submission} mode={mode} />}>
        <Link to="/submissions" search={{ year }}>
          {t('submission.form.toHome')}
        </Link>
      </PageHead>
      <div className={styles.page}>
        {sent !== null && isWaiting && (
          <output className={styles.done} tabIndex={-1} ref={takeFocus}>
            {t(`submissions.status.${sent}`)}
          </output>
        )}
        <MissingStocks subject={about(submission)} />
        <InMode mode={mode} submission={submission} subjectOf={about} onSent={setSent} />
        {mode === 'reading' && <EnterMonth subject={about(submission)} />}
        <OwnComments submission={submission} />
        <History submission={submission} indicators={about(submission).indicators} />
      </div>
    </>
  );
}

/** What the department asked; between it and the bureau that reports the month. */
function OwnComments({ submission }: Pick<MonthProps, 'submission'>) {
  return isBelow(useSession().person, submission.region) ? null : <Comments submission={submission} />;
}

/** What was sent just now. */
type Sent = 'submitted' | 'corrected';

interface InModeProps {
  readonly mode: Mode;
  readonly submission: Submission;
  readonly subjectOf: AboutMonth;
  readonly onSent: (sent: Sent) => void;
}

/** The month's form, a correction of it, or what was sent. */
function InMode({ mode, submission, subjectOf: about, onSent }: InModeProps) {
  const { person } = useSession();
  const { show } = useFormView();
  const { region, year, month } = submission;
  const subject = about(submission);
  const report = { person: person.name, region, year, month, purpose: 'report' } as const;
  const returned = returnedVersion(submission);
  if (mode === 'reading') return <ReadOnly owner={report} subject={subject} />;
  if (mode === 'correction') {
    const leave = (isSent: boolean): void => {
      if (isSent) onSent('corrected');
      show(null);
    };
    return <CorrectionForm owner={{ ...report, purpose: 'correction' }} subject={subject} onDone={leave} />;
  }
  return (
    <>
      {returned !== null && <ReturnedNotice version={returned} />}
      <SubmissionForm
        owner={report}
        submission={submission}
        subjectOf={about}
        onSubmitted={() => onSent('submitted')}
      />
    </>
  );
}

/** An accepted month is read unless the address asks for a later submission or a correction of it. */
function modeOf({ can, status, versions }: Submission, view: string | undefined): Mode {
  if (can.correct && (view === 'correct' || view === 'correct-check')) return 'correction';
  const isReturnedCorrection = status === 'returned' && versions[0]?.kind === 'correction';
  const isAsked = view === 'report' || view === 'check';
  return can.save && (isAsked || (status !== 'accepted' && !isReturnedCorrection)) ? 'form' : 'reading';
}

function Sentence({ submission, mode }: { readonly submission: Submission; readonly mode: Mode }) {
  const { t, language } = useText();
  const { today, person } = useSession();
  const { status, year, month, dueOn, closesOn, closed, notOwed } = submission;
  const words = { month: formatMonth(year, month, language) };
  const standing = wholeVersion(submission.versions);
  const acceptedAsOf = standing?.asOf ?? null;
  if (status === 'missing' || status === 'draft') {
    if (notOwed !== null) return t(`deadlines.notOwed.${notOwed}`, words);
    if (closed) return t('submission.form.closed', { ...words, closesOn: closesOn ?? '' });
    const isLate = isOverdue({ status, acceptedAsOf, notOwed, dueOn }, { year, month }, today);
    const due = t(`submission.form.${isLate ? 'late' : status}`, { ...words, dueOn });
    return closesOn === null ? due : `${due} ${t('submission.form.closes', { closesOn })}`;
  }
  if (status === 'accepted' && standing !== null && mode === 'form') {
    return t('submission.form.newer', { ...words, asOf: standing.asOf });
  }
  if (status === 'accepted' && standing !== null && !isMonthDone(standing.asOf, { year, month })) {
    return t('submission.form.acceptedPart', { ...words, asOf: standing.asOf, dueOn });
  }
  if (status === 'returned' && (person.role !== 'bureau' || isBelow(person, submission.region)))
    return t('submission.form.returnedSent', words);
  return t(`submission.form.${status}`, words);
}
