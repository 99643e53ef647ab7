import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Indicator } from '#api/indicators/contract.ts';
import { listRules } from '#api/rules/contract.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import { getSubmission } from '#api/submissions/contract.ts';
import type { Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { LedgerBeside } from '../../parts/ledger-beside.tsx';
import { Comments } from '../../parts/comments/comments.tsx';
import { WaitingEffect } from '../../parts/corrections/waiting-effect.tsx';
import { FiguresTable } from '../../parts/submissions/figures-table.tsx';
import { History } from '../../parts/submissions/history.tsx';
import { Said } from '../../parts/submissions/said.tsx';
import { shownAbsences, shownFigures, subjectOf } from '../../parts/submissions/subject.ts';
import { DecisionForm } from './decision.tsx';
import type { Decision } from './decision.tsx';
import { Gone } from './gone.tsx';
import { Hints } from './hints.tsx';
import { SinceReturn } from './since-return.tsx';
import { placeKey } from './queue.ts';
import type { Place } from './queue.ts';
import { takeFocus } from '../../ui/take-focus.ts';
import styles from './review.module.css';

interface OpenedProps {
  readonly place: Place;
  /** With the version that was decided on. */
  readonly onDecided: (decision: Decision, place: Place & Pick<Submission, 'version'>) => void;
  readonly onStale: () => void;
}

/** One submission under review: its figures and what they would change, what the bureau says, and the decision. */
export function Opened({ place, onDecided, onStale }: OpenedProps) {
  const submission = useQuery(query(getSubmission, { params: place }));
  const rules = useQuery(query(listRules, {}));
  return (
    <Loaded result={rules}>
      {(inForce) => (
        <Loaded result={submission}>
          {(data) => (
            <Reading
              submission={data}
              rules={inForce}
              onDecided={(decision) => onDecided(decision, { ...place, version: data.version })}
              onStale={onStale}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface ReadingProps {
  readonly submission: Submission;
  readonly rules: readonly RuleDetail[];
  readonly onDecided: (decision: Decision) => void;
  readonly onStale: () => void;
}

function Reading({ submission, rules, onDecided, onStale }: ReadingProps) {
  const { t, language } = useText();
  const subject = subjectOf(submission, useIndicators(), rules);
  const region = useRegions().get(submission.region)?.short[language] ?? submission.region;
  const { year, month } = submission;
  const [newest] = submission.versions;
  const name = { region, month: formatMonth(year, month, language) };
  if (newest?.state !== 'submitted') return <Gone submission={submission} />;
  return (
    <>
      <h2 className={styles.heading} tabIndex={-1} ref={takeFocus}>
        {t('review.open', name)}
      </h2>
      <Notes submission={submission} newest={newest} />
      <FiguresTable
        subject={subject}
        caption={t('review.caption', { ...name, asOf: newest.asOf })}
        asOf={newest.asOf}
        figures={shownFigures(submission)}
        absences={shownAbsences(submission)}
        withBefore
        isAccepted={false}
      />
      <p className={styles.muted}>{t('submission.form.rule')}</p>
      <Evidence submission={submission} newest={newest} indicators={subject.indicators} />
      {newest.kind === 'correction' && <WaitingEffect submission={submission} />}
      <SinceReturn submission={submission} indicators={subject.indicators} />
      <DecisionForm
        key={`${placeKey(submission)} ${submission.version}`}
        submission={submission}
        onDecided={onDecided}
        onStale={onStale}
      />
      <Comments submission={submission} mayBegin />
      <History submission={submission} indicators={subject.indicators} />
      <FullLink submission={submission} />
    </>
  );
}

/** What is to be known before the figures are read. */
function Notes({ submission: { can }, newest }: Pick<ReadingProps, 'submission'> & Pick<EvidenceProps, 'newest'>) {
  const { t } = useText();
  return (
    <>
      {newest.kind === 'correction' && <p>{t('review.correctionNote')}</p>}
      {!can.accept && <p>{t('review.ownSubmission')}</p>}
    </>
  );
}

/** The figures under review, which are held against the ledger before they are accepted. */
const cumulativesOf = ({ figures }: SubmissionVersion): ReadonlyMap<string, number> =>
  new Map(figures.map(({ indicator, cumulative }) => [indicator, cumulative]));

interface EvidenceProps {
  readonly submission: Submission;
  readonly newest: SubmissionVersion;
  readonly indicators: readonly Indicator[];
}

/** What the ledger of projects adds up to, what gives reason to ask, and what the bureau says. */
function Evidence({ submission, newest, indicators }: EvidenceProps) {
  const { t } = useText();
  const { region, year, month, hints } = submission;
  return (
    <>
      <LedgerBeside from="/review" region={region} year={year} month={month} reported={cumulativesOf(newest)} />
      <section>
        <h3>{t('review.hints')}</h3>
        <Hints hints={hints} none={<p>{t('review.noHints')}</p>} />
        <p className={styles.muted}>{t('review.hintsNote')}</p>
      </section>
      <section>
        <h3>{t('review.reasons')}</h3>
        {newest.cause + newest.remedies + newest.note === '' && Object.keys(newest.words).length === 0 ? (
          <p className={styles.muted}>{t('review.noReasons')}</p>
        ) : (
          <Said of={newest} indicators={indicators} />
        )}
      </section>
    </>
  );
}

function FullLink({ submission: { year, month, region } }: { readonly submission: Submission }) {
  const { t } = useText();
  return (
    <p>
      <Link
        to="/submissions/$year/$month/$region"
        params={{ year: String(year), month: String(month), region }}
        search={{}}
      >
        {t('review.full')}
      </Link>
    </p>
  );
}
