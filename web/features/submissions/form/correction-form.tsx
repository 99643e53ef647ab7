import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getSubmission } from '#api/submissions/contract.ts';
import { correct } from '#api/submissions/correction-contract.ts';
import type { CorrectionDraft, LaterMonths } from '#api/submissions/correction-contract.ts';
import { standingVersion } from '#api/submissions/lifecycle.ts';
import { isReason } from '#api/http/reason.ts';
import { call } from '../../../api/call.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { query } from '../../../api/queries.ts';
import { refresh } from '../../../api/query-client.ts';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { CorrectionCheck } from './correction-check.tsx';
import { correctionBody, correctionSheet, correctionsIn } from './correction-table.tsx';
import type { Correction } from './correction-table.tsx';
import { forget, keep } from './draft-store.ts';
import type { DraftOwner } from './draft-store.ts';
import type { FormValue } from './form-context.ts';
import { FormShell } from './form-shell.tsx';
import { levelPreviews, levelToExplain } from './level-preview.tsx';
import { formProblems, refusalProblems, textId } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import { Restore } from './restore.tsx';
import type { TypedSheet } from './typed.ts';
import { useFigureHistory } from './use-figure-history.ts';
import { useFormView } from './use-form-view.ts';

interface CorrectionFormProps {
  readonly owner: DraftOwner;
  readonly subject: Subject;
  readonly onDone: (sent: boolean) => void;
}

/** Changing accepted figures: what is wrong, why, both values side by side, sent to a second person. */
export function CorrectionForm({ owner, subject, onDone }: CorrectionFormProps) {
  const { start, sheet, change, refused, refuse, idempotencyKey } = useCorrection(owner, subject);
  const [attempts, setAttempts] = useState(0);
  const { view, show } = useFormView();
  const { later, onAnswer } = useLaterMonths(idempotencyKey.renew);
  const body = { ...correctionBody(subject, sheet), ...(later !== null && { laterMonths: later }) };
  const send = useSending(owner, subject, body, idempotencyKey, {
    onSent: () => onDone(true),
    onRefused: (problems) => {
      refuse(problems);
      setAttempts(attempts + 1);
      show('correct');
    },
  });
  const { form, corrections, mustMend } = useFormValue(subject, sheet, { attempts, refused }, change);
  const check = (): void => {
    setAttempts(attempts + 1);
    if (!mustMend) show('correct-check');
  };
  const about = { subject, sheet, corrections, body, later };
  const sending = {
    isSending: send.isPending,
    onAnswer,
    onSend: () => send.mutate(),
    onBack: () => show('correct'),
  };
  const fixed = { heading: <Heading subject={subject} />, actions: <Actions onCancel={() => onDone(false)} /> };
  return (
    <Restore owner={owner} subject={subject} saved={start} onChosen={change}>
      {view === 'correct-check' && !mustMend ? (
        <CorrectionCheck {...about} {...sending} />
      ) : (
        <FormShell form={form} attempts={attempts} {...fixed} onCheck={check} />
      )}
    </Restore>
  );
}

/** What is said of later months; another answer is another command. */
function useLaterMonths(renew: () => void) {
  const [later, answer] = useState<LaterMonths | null>(null);
  const onAnswer = (of: LaterMonths): void => {
    renew();
    answer(of);
  };
  return { later, onAnswer };
}

/** A correction while it is written: what it starts with, its texts, which this device keeps, and what the server refused in it. */
function useCorrection(owner: DraftOwner, subject: Subject) {
  const [start] = useState(() => correctionSheet(subject));
  const [sheet, setSheet] = useState(start);
  const [refused, refuse] = useState<readonly FormProblem[]>([]);
  const idempotencyKey = useIdempotencyKey();
  const change = (next: TypedSheet): void => {
    setSheet(next);
    refuse([]);
    idempotencyKey.renew();
    keep(owner, { typed: next, basedOn: subject.submission.version, keptAt: new Date().toISOString() });
  };
  return { start, sheet, change, refused, refuse, idempotencyKey };
}

/** What the form's parts share, what it changes, and whether something must be mended before it can be sent. */
function useFormValue(
  subject: Subject,
  sheet: TypedSheet,
  { attempts, refused }: { readonly attempts: number; readonly refused: readonly FormProblem[] },
  change: (sheet: TypedSheet) => void,
): { readonly form: FormValue; readonly corrections: readonly Correction[]; readonly mustMend: boolean } {
  const words = useText();
  const { t } = words;
  const { versions, asOf } = subject.submission;
  const previews = levelPreviews(subject, sheet);
  const corrections = correctionsIn(subject, sheet);
  const changed = new Set(corrections.map(({ code }) => code));
  const explain = levelToExplain(subject, new Map([...previews].filter(([code]) => changed.has(code))));
  const toMend = [
    ...formProblems(words, subject, sheet, { previews, explain, kind: 'correction' }),
    ...(corrections.length === 0 ? [{ field: null, sentence: t('submission.correct.unchanged') }] : []),
    ...(isReason(sheet.note) ? [] : [{ field: textId('reason'), sentence: t('submission.correct.reasonMissing') }]),
  ];
  const form: FormValue = {
    kind: 'correction',
    subject,
    sheet,
    previews,
    explain,
    window: { ...asOf, earliest: standingVersion(versions)?.asOf ?? asOf.earliest },
    problems: [...(attempts > 0 ? toMend : []), ...refused],
    readOnly: false,
    stateOf: () => null,
    markOf: (code) => (changed.has(code) ? t('submission.correct.new') : null),
    change,
    ...useFigureHistory(sheet, change),
  };
  return { form, corrections, mustMend: toMend.length > 0 };
}

function useSending(
  owner: DraftOwner,
  subject: Subject,
  body: CorrectionDraft,
  idempotencyKey: ReturnType<typeof useIdempotencyKey>,
  then: { readonly onSent: () => void; readonly onRefused: (problems: readonly FormProblem[]) => void },
) {
  const client = useQueryClient();
  const { year, month, region, version } = subject.submission;
  const params = { year, month, region };
  return useMutation({
    mutationFn: () => call(correct, { params, body, version, idempotencyKey: idempotencyKey.key }),
    onSettled: idempotencyKey.settle,
    onSuccess: (sent) => {
      forget(owner);
      client.setQueryData(query(getSubmission, { params }).queryKey, sent);
      then.onSent();
    },
    onError: (error) => {
      then.onRefused(refusalProblems(subject, problemOf(error)));
      void refresh(client);
    },
  });
}

function Heading({ subject: { submission } }: { readonly subject: Subject }) {
  const { t, language } = useText();
  return (
    <>
      <h2>{t('submission.correct.title', { month: formatMonth(submission.year, submission.month, language) })}</h2>
      <p>{t('submission.correct.hint')}</p>
    </>
  );
}

function Actions({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useText();
  return (
    <>
      <Button type="submit">{t('submission.correct.check')}</Button>
      <Button variant="default" onClick={onCancel}>
        {t('everywhere.cancel')}
      </Button>
    </>
  );
}
