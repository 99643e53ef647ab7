import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { correct, getSubmission } from '#api/submissions/contract.ts';
import { standingVersion } from '#api/submissions/lifecycle.ts';
import { isReason } from '#api/http/reason.ts';
import { call } from '../../../api/call.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { query } from '../../../api/queries.ts';
import { refresh } from '../../../api/query-client.ts';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import { formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { CorrectionTable } from './correction-table.tsx';
import { correctionBody, correctionSheet, correctionsIn } from './correction.ts';
import { forget, keep, readKept } from './draft-store.ts';
import type { DraftOwner } from './draft-store.ts';
import { ErrorSummary } from './error-summary.tsx';
import { levelToExplain, outlooks } from './outlook.ts';
import { formProblems, refusalProblems, textId } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import { ReportFields } from './report-fields.tsx';
import { Restore } from './restore.tsx';
import { Said } from '../../../parts/submissions/said.tsx';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { sameSheet } from './typed.ts';
import type { TypedSheet } from './typed.ts';
import styles from './report.module.css';

interface CorrectionFormProps {
  readonly owner: DraftOwner;
  readonly subject: Subject;
  readonly onDone: (sent: boolean) => void;
}

/** Changing accepted figures: what is wrong, why, both values side by side, sent to a second person. */
export function CorrectionForm({ owner, subject, onDone }: CorrectionFormProps) {
  const words = useText();
  const { t, language } = words;
  const { year, month, region, version, versions, asOf } = subject.submission;
  const client = useQueryClient();
  const navigate = useNavigate();
  const { view } = useSearch({ strict: false });
  const [start] = useState(() => correctionSheet(subject));
  const [sheet, setSheet] = useState(start);
  const [kept, setKept] = useState(() => {
    const found = readKept(owner);
    return found === null || sameSheet(found.typed, start) ? null : found;
  });
  const [attempts, setAttempts] = useState(0);
  const [refused, setRefused] = useState<readonly FormProblem[]>([]);
  const idempotencyKey = useIdempotencyKey();
  const params = { year, month, region };

  const rows = outlooks(subject, sheet);
  const corrections = correctionsIn(subject, sheet);
  const changed = new Set(corrections.map(({ code }) => code));
  const explain = levelToExplain(subject, new Map([...rows].filter(([code]) => changed.has(code))));
  const problems = [
    ...formProblems(words, subject, sheet, { rows, explain, kind: 'correction' }),
    ...(corrections.length === 0 ? [{ field: null, sentence: t('submission.correct.unchanged') }] : []),
    ...(isReason(sheet.note) ? [] : [{ field: textId('reason'), sentence: t('submission.correct.reasonMissing') }]),
  ];
  const shown = [...(attempts > 0 ? problems : []), ...refused];

  const show = (step: 'correct' | 'correct-check'): void => void navigate({ to: '.', search: { view: step } });
  const change = (next: TypedSheet): void => {
    setSheet(next);
    setRefused([]);
    idempotencyKey.renew();
    keep(owner, { typed: next, basedOn: version, keptAt: new Date().toISOString() });
  };
  const send = useMutation({
    mutationFn: () =>
      call(correct, { params, body: correctionBody(subject, sheet), version, idempotencyKey: idempotencyKey.key }),
    onSettled: idempotencyKey.settle,
    onSuccess: (sent) => {
      forget(owner);
      client.setQueryData(query(getSubmission, { params }).queryKey, sent);
      onDone(true);
    },
    onError: (error) => {
      setRefused(refusalProblems(subject, problemOf(error)));
      setAttempts(attempts + 1);
      show('correct');
      void refresh(client);
    },
  });

  if (kept !== null) {
    const choose = (typed: TypedSheet): void => {
      setKept(null);
      change(typed);
    };
    return <Restore subject={subject} kept={kept} saved={start} onChosen={choose} />;
  }
  if (view === 'correct-check' && problems.length === 0) {
    return (
      <section className={styles.check}>
        <h2>{t('submission.correct.caption')}</h2>
        <CorrectionTable subject={subject} asOf={sheet.asOf} corrections={corrections} />
        <Said of={{ ...sheet, kind: 'correction' }} />
        <div className={styles.actions}>
          <Button loading={send.isPending} onClick={() => send.mutate()}>
            {t('submission.correct.submit')}
          </Button>
          <Button variant="default" onClick={() => show('correct')}>
            {t('submission.check.back')}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempts(attempts + 1);
        if (problems.length === 0) show('correct-check');
      }}
    >
      <h2>{t('submission.correct.title', { month: formatMonth(year, month, language) })}</h2>
      <p>{t('submission.correct.hint')}</p>
      {attempts > 0 && <ErrorSummary key={attempts} problems={shown} />}
      <ReportFields
        subject={subject}
        sheet={sheet}
        rows={rows}
        explain={explain}
        window={{ ...asOf, earliest: standingVersion(versions)?.asOf ?? asOf.earliest }}
        problems={shown}
        readOnly={false}
        noteIs="reason"
        stateOf={() => null}
        markOf={(code) => (changed.has(code) ? t('submission.correct.new') : null)}
        onChange={change}
      />
      <div className={styles.actions}>
        <Button type="submit">{t('submission.correct.check')}</Button>
        <Button variant="default" onClick={() => onDone(false)}>
          {t('everywhere.cancel')}
        </Button>
      </div>
    </form>
  );
}
