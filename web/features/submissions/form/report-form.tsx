import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Submission } from '#api/submissions/contract.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { refresh } from '../../../api/query-client.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { CheckAnswers } from './check-answers.tsx';
import { Conflict } from './conflict.tsx';
import { readKept } from './draft-store.ts';
import type { DraftOwner } from './draft-store.ts';
import { levelToExplain, outlooks } from './outlook.ts';
import { OthersChange } from './others-change.tsx';
import { formProblems, refusalProblems } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import { ReportEditor } from './report-editor.tsx';
import { Restore } from './restore.tsx';
import { SaveLine } from './save-line.tsx';
import { sameSheet } from './typed.ts';
import { startOn, useDraftSession } from './use-draft-session.ts';
import type { AboutMonth } from './use-draft-session.ts';

interface ReportFormProps {
  readonly owner: DraftOwner;
  readonly submission: Submission;
  readonly subjectOf: AboutMonth;
  readonly onSubmitted: () => void;
}

/** The form of a month: typed, saved by itself, checked, sent. */
export function ReportForm({ owner, submission, subjectOf, onSubmitted }: ReportFormProps) {
  const words = useText();
  const client = useQueryClient();
  const { session, state } = useDraftSession(owner, submission, subjectOf);
  const [kept, setKept] = useState(() => {
    const found = readKept(owner);
    return found === null || sameSheet(found.typed, startOn(subjectOf, submission).acknowledged) ? null : found;
  });
  const [attempts, setAttempts] = useState(0);
  const [refused, setRefused] = useState<readonly FormProblem[]>([]);
  const navigate = useNavigate();
  const { view } = useSearch({ strict: false });

  const subject = subjectOf(submission);
  const rows = outlooks(subject, state.typed);
  const explain = levelToExplain(subject, rows);
  const problems = formProblems(words, subject, state.typed, { rows, explain, kind: 'report' });
  const show = (step: 'check' | null): void => {
    void navigate({ to: '.', search: step === null ? {} : { view: step } });
  };
  const check = async (): Promise<void> => {
    setAttempts(attempts + 1);
    if (problems.length === 0 && (await session.flush())) show('check');
  };
  const fail = (error: unknown): void => {
    const problem = problemOf(error);
    // The reply's own shape, which the server puts into this problem.
    if (problem.code === 'stale-version') session.receive(problem.current as Submission);
    else setRefused(refusalProblems(subject, problem));
    setAttempts(attempts + 1);
    show(null);
  };

  if (kept !== null) {
    const start = startOn(subjectOf, submission);
    const choose = (typed: Parameters<typeof session.resolve>[0]): void => {
      setKept(null);
      session.resolve(typed, start);
    };
    return <Restore subject={subject} kept={kept} saved={start.acknowledged} onChosen={choose} />;
  }
  const isKnown = state.phase === 'saving' || state.phase === 'unanswered' || state.phase === 'conflict';
  return (
    <>
      <SaveLine state={state} onRetry={session.retry} />
      {!isKnown && submission.version > state.version && (
        <OthersChange submission={submission} onShow={() => session.receive(submission)} />
      )}
      {state.current !== null && (
        <Conflict
          subject={subject}
          state={state}
          current={state.current}
          theirs={startOn(subjectOf, state.current)}
          onChosen={(typed) => state.current !== null && session.resolve(typed, startOn(subjectOf, state.current))}
          onGiveUp={() => void refresh(client)}
        />
      )}
      {view === 'check' && problems.length === 0 && state.phase === 'idle' ? (
        <CheckAnswers
          subject={subject}
          sheet={state.typed}
          rows={rows}
          version={state.version}
          onBack={() => show(null)}
          onSubmitted={() => {
            show(null);
            onSubmitted();
          }}
          onFailed={fail}
        />
      ) : (
        <ReportEditor
          subject={subject}
          state={state}
          rows={rows}
          explain={explain}
          attempts={attempts}
          problems={[
            ...(attempts > 0 ? problems : []),
            ...(state.phase === 'refused' && state.problem !== null ? refusalProblems(subject, state.problem) : []),
            ...refused,
          ]}
          onChange={(typed) => {
            setRefused([]);
            session.change(typed);
          }}
          onCheck={() => void check()}
        />
      )}
    </>
  );
}
