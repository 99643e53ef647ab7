import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import { listVersions, type Submission, type SubmissionVersion } from '#api/submissions/contract.ts';
import { problemOf } from '../../api/local-problem.ts';
import { query } from '../../api/queries.ts';
import { takeFocus } from '../../ui/take-focus.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Tag } from '../../ui/tag.tsx';
import { formatInstant } from '../../text/format.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { useText } from '../../text/messages/use-text.ts';
import { daysLateText } from './days-late-text.ts';
import { VersionChanges } from './version-changes.tsx';
import styles from './history.module.css';

interface HistoryProps {
  readonly submission: Submission;
  readonly indicators: readonly Indicator[];
}

/** The versions of a month: who did what when, and what changed against the version before. */
export function History({ submission, indicators }: HistoryProps) {
  const { t } = useText();
  const { versions, daysLate, earlier } = submission;
  return (
    <section className={styles.history} aria-labelledby="history-title">
      <h2 id="history-title">{t('submissions.history.title')}</h2>
      {versions.length === 0 && <p>{t('submissions.history.empty')}</p>}
      {earlier === 0 ? (
        <Versions versions={versions} daysLate={daysLate} indicators={indicators} />
      ) : (
        <LongHistory submission={submission} indicators={indicators} />
      )}
    </section>
  );
}

/** Those of late, and those before them once they are asked for. */
function LongHistory({ submission: { year, month, region, versions, recent, daysLate }, indicators }: HistoryProps) {
  const { t } = useText();
  // Where the list went on when it was asked for: the focus stays there, whatever is added on top later.
  const [askedAt, setAskedAt] = useState<number>();
  const isAsked = askedAt !== undefined;
  const all = useQuery({ ...query(listVersions, { params: { year, month, region } }), enabled: isAsked });
  if (isAsked && all.data !== undefined) {
    return <Versions versions={all.data} daysLate={daysLate} indicators={indicators} goesOnAt={askedAt} />;
  }
  // The last of them is there for the one before it to be compared with.
  const last = versions[recent - 1]?.number ?? 0;
  return (
    <>
      <Versions versions={versions.slice(0, recent)} daysLate={null} indicators={indicators} isCut />
      {all.error && <ProblemView problem={problemOf(all.error)} />}
      <div>
        <Button
          variant="default"
          loading={all.isFetching}
          onClick={() => (isAsked ? void all.refetch() : setAskedAt(last))}
        >
          {t('submissions.history.earlier', { count: last })}
        </Button>
      </div>
    </>
  );
}

interface VersionsProps extends Pick<HistoryProps, 'indicators'>, Pick<Submission, 'daysLate' | 'versions'> {
  /** Whether the last one only stands there for the one before it. */
  readonly isCut?: boolean;
  /** The number of the version at which the focus goes on, where a press has brought it. */
  readonly goesOnAt?: number;
}

function Versions({ versions, daysLate, indicators, isCut = false, goesOnAt }: VersionsProps) {
  const { t } = useText();
  const first = versions.findLast(({ submittedAt }) => submittedAt !== null);
  return (
    <ol className={styles.versions}>
      {(isCut ? versions.slice(0, -1) : versions).map((version, index) => (
        <li key={version.number} {...(version.number === goesOnAt && { tabIndex: -1, ref: takeFocus })}>
          <p>
            <strong>{t('submissions.history.version', { number: version.number })}</strong>{' '}
            {t(`submissions.history.${version.kind}`)} <Tag>{t(`levels.status.${version.state}`)}</Tag>{' '}
            <span className={styles.muted}>{t('submissions.history.asOf', { day: version.asOf })}</span>
          </p>
          <Trail version={version} daysLate={version === first ? daysLate : null} />
          <VersionChanges version={version} before={versions[index + 1] ?? null} indicators={indicators} />
        </li>
      ))}
    </ol>
  );
}

function Trail({ version, daysLate }: { readonly version: SubmissionVersion } & Pick<Submission, 'daysLate'>) {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { savedBy, savedAt, submittedBy, submittedAt, decidedBy, decidedAt, returnReason, state } = version;
  const wasAccepted = state === 'accepted' || state === 'revoked';
  const decided = wasAccepted ? 'accepted' : state === 'withdrawn' ? state : 'returned';
  return (
    <ul className={styles.trail}>
      <li>{t('submissions.history.saved', { person: titleOf(savedBy), at: formatInstant(savedAt) })}</li>
      <Source version={version} />
      {submittedBy !== null && (
        <li>
          {t('submissions.history.submitted', { person: titleOf(submittedBy), at: formatInstant(submittedAt) })}
          {daysLate !== null && <> · {daysLateText(daysLate, t)}</>}
        </li>
      )}
      {decidedBy !== null && (
        <li>{t(`submissions.history.${decided}`, { person: titleOf(decidedBy), at: formatInstant(decidedAt) })}</li>
      )}
      <Undone version={version} />
      {returnReason !== null && <li>{t('submissions.history.reason', { reason: returnReason })}</li>}
      <Note version={version} />
    </ul>
  );
}

/** From which file its figures came; nothing where they were typed. */
function Source({ version: { file } }: { readonly version: SubmissionVersion }) {
  const { t } = useText();
  if (file === undefined) return null;
  return <li>{t(file.isChanged ? 'submissions.history.fromFileChanged' : 'submissions.history.fromFile', file)}</li>;
}

/** What it came with, and who took its acceptance back. */
function Undone({ version }: { readonly version: SubmissionVersion }) {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { revokedBy, revokedAt, revokeReason, packageMonth, packageNumber } = version;
  return (
    <>
      {packageMonth !== null && packageNumber !== null && (
        <li>{t('submissions.history.package', { month: packageMonth, number: packageNumber })}</li>
      )}
      {revokedBy !== null && (
        <li>
          {t('submissions.history.revoked', {
            person: titleOf(revokedBy),
            at: formatInstant(revokedAt),
            reason: revokeReason ?? '',
          })}
        </li>
      )}
    </>
  );
}

/** Its note; of what the department entered the reason, with the file. */
function Note({ version: { note, entered } }: { readonly version: SubmissionVersion }) {
  const { t } = useText();
  if (entered === null) return note !== '' && <li className={styles.note}>{note}</li>;
  return (
    <li className={styles.note}>
      {entered.fileName === null
        ? t('submissions.history.entered', { reason: note })
        : t('submissions.history.enteredFile', { file: entered.fileName, reason: note })}
    </li>
  );
}
