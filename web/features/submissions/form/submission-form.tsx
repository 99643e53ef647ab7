import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Submission } from '#api/submissions/contract.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { refresh } from '../../../api/query-client.ts';
import { submissionWindow } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { CheckAnswers } from './check-answers.tsx';
import type { SessionState } from './draft-session.ts';
import type { DraftOwner } from './draft-store.ts';
import type { FormValue } from './form-context.ts';
import { MonthFile } from './file/month-file.tsx';
import { FormShell } from './form-shell.tsx';
import { levelPreviews, levelToExplain } from './level-preview.tsx';
import { OthersSave } from './others-save.tsx';
import { formProblems, refusalProblems } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import { Restore } from './restore.tsx';
import { rowMarks } from './row-state.tsx';
import { SaveLine } from './save-line.tsx';
import type { TypedSheet } from './typed.ts';
import { startOn, useDraftSession } from './use-draft-session.ts';
import type { AboutMonth } from './use-draft-session.ts';
import { useFigureHistory } from './use-figure-history.ts';
import { useFormView } from './use-form-view.ts';

interface SubmissionFormProps {
  readonly owner: DraftOwner;
  readonly submission: Submission;
  readonly subjectOf: AboutMonth;
  readonly onSubmitted: () => void;
}

/** The form of a month: typed, saved by itself, checked, sent. */
export function SubmissionForm({ owner, submission, subjectOf, onSubmitted }: SubmissionFormProps) {
  const client = useQueryClient();
  const { view } = useFormView();
  const { session, state } = useDraftSession(owner, submission, subjectOf);
  const start = startOn(subjectOf, submission);
  // A form in which nothing waits is not saved for the sake of a file that is only looked at.
  const flush = async (): Promise<boolean> => session.state().phase === 'idle' || session.flush();
  const subject = subjectOf(submission);
  return (
    <Restore
      owner={owner}
      subject={subject}
      saved={start.acknowledged}
      onChosen={(typed) => session.resolve(typed, start)}
    >
      <SaveLine state={state} onRetry={session.retry} />
      <OthersSave
        subject={subject}
        state={state}
        startOn={(current) => startOn(subjectOf, current)}
        onReceive={session.receive}
        onResolve={session.resolve}
        onGiveUp={() => void refresh(client)}
      />
      {view !== 'check' && state.phase !== 'conflict' && (
        <MonthFile subject={subject} flush={flush} onReceive={session.receive} />
      )}
      <FormOrCheck
        subject={subject}
        state={state}
        onChange={session.change}
        onCheck={session.flush}
        saved={async () => ((await session.flush()) ? session.state().version : null)}
        onReceive={session.receive}
        onSubmitted={onSubmitted}
      />
    </Restore>
  );
}

interface FormOrCheckProps {
  readonly subject: Subject;
  readonly state: SessionState;
  readonly onChange: (sheet: TypedSheet) => void;
  /** Whether the server has it all. */
  readonly onCheck: () => Promise<boolean>;
  /** The version with all that was typed; null where the server has not got it. */
  readonly saved: () => Promise<number | null>;
  readonly onReceive: (current: Submission) => void;
  readonly onSubmitted: () => void;
}

/** The form, and where nothing is wrong in it the last look before it is sent. */
function FormOrCheck({ subject, state, onChange, onCheck, saved, onReceive, onSubmitted }: FormOrCheckProps) {
  const { view, show } = useFormView();
  const [attempts, setAttempts] = useState(0);
  const [refused, setRefused] = useState<readonly FormProblem[]>([]);
  const { form, mustMend } = useFormValue(subject, state, { attempts, refused }, (typed) => {
    setRefused([]);
    onChange(typed);
  });
  const check = async (): Promise<void> => {
    setAttempts(attempts + 1);
    if (!mustMend && (await onCheck())) show('check');
  };
  const fail = (error: unknown): void => {
    const problem = problemOf(error);
    // The reply's own shape, which the server puts into this problem.
    if (problem.code === 'stale-version') onReceive(problem.current as Submission);
    else setRefused(refusalProblems(subject, problem));
    setAttempts(attempts + 1);
    show(null);
  };
  const done = (): void => {
    show(null);
    onSubmitted();
  };
  // What is written at the last look is saved there; what is refused or changed by others is mended in the form.
  if (view !== 'check' || mustMend || state.phase === 'conflict' || state.phase === 'refused') {
    const action = <CheckButton disabled={form.readOnly} />;
    return <FormShell form={form} attempts={attempts} actions={action} onCheck={() => void check()} />;
  }
  const { previews, explain, change } = form;
  const to = { onChange: change, saved, onBack: () => show(null), onSubmitted: done, onFailed: fail };
  return <CheckAnswers subject={subject} sheet={state.typed} previews={previews} explain={explain} {...to} />;
}

function CheckButton({ disabled }: { readonly disabled: boolean }) {
  const { t } = useText();
  return (
    <Button type="submit" disabled={disabled}>
      {t('submission.form.check')}
    </Button>
  );
}

/** What the form's parts share, and whether something must be mended before it can be sent. */
function useFormValue(
  subject: Subject,
  state: SessionState,
  { attempts, refused }: { readonly attempts: number; readonly refused: readonly FormProblem[] },
  change: (sheet: TypedSheet) => void,
): { readonly form: FormValue; readonly mustMend: boolean } {
  const words = useText();
  const previews = levelPreviews(subject, state.typed);
  const explain = levelToExplain(subject, previews);
  const toMend = formProblems(words, subject, state.typed, { previews, explain, kind: 'submission' });
  const problems = [
    ...(attempts > 0 ? toMend : []),
    ...(state.phase === 'refused' && state.problem !== null ? refusalProblems(subject, state.problem) : []),
    ...refused,
  ];
  const form: FormValue = {
    kind: 'submission',
    subject,
    sheet: state.typed,
    previews,
    explain,
    window: submissionWindow(subject.submission),
    problems,
    readOnly: state.phase === 'conflict',
    ...rowMarks(words, subject, state, previews),
    change,
    ...useFigureHistory(state.typed, change),
  };
  return { form, mustMend: toMend.length > 0 };
}
