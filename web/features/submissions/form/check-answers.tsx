import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getSubmission, submit } from '#api/submissions/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { newIdempotencyKey } from '../../../api/idempotency-key.ts';
import { call } from '../../../api/call.ts';
import { query } from '../../../api/queries.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { AnswersTable } from './answers-table.tsx';
import type { RowOutlook } from './outlook.ts';
import { hintText } from '../../../parts/submissions/hint-words.ts';
import { Said } from '../../../parts/submissions/said.tsx';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import styles from './report.module.css';

interface CheckAnswersProps {
  readonly subject: Subject;
  readonly sheet: TypedSheet;
  readonly rows: ReadonlyMap<string, RowOutlook>;
  readonly version: number;
  readonly onBack: () => void;
  readonly onSubmitted: (submission: Submission) => void;
  readonly onFailed: (error: unknown) => void;
}

/** The last look before the report is sent: every figure with its level, and what was said about it. */
export function CheckAnswers({ subject, sheet, rows, version, onBack, onSubmitted, onFailed }: CheckAnswersProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const { year, month, region } = subject.submission;
  const params = { year, month, region };
  const send = useMutation({
    mutationFn: () => call(submit, { params, body: {}, version, idempotencyKey }),
    onSuccess: (submitted) => {
      client.setQueryData(query(getSubmission, { params }).queryKey, submitted);
      onSubmitted(submitted);
    },
    onError: onFailed,
  });
  return (
    <section className={styles.check} tabIndex={-1} ref={takeFocus} aria-labelledby="check-title">
      <h2 id="check-title">{t('submission.check.title')}</h2>
      <AnswersTable subject={subject} sheet={sheet} rows={rows} />
      <Hints subject={subject} rows={rows} />
      <p className={styles.muted}>{t('submission.form.rule')}</p>
      <p>{t('submissions.history.asOf', { day: sheet.asOf })}</p>
      <Said of={{ ...sheet, kind: 'submission' }} />
      <p>{t('submission.check.hint')}</p>
      <div className={styles.actions}>
        <Button loading={send.isPending} onClick={() => send.mutate()}>
          {t('submission.check.submit')}
        </Button>
        <Button variant="default" disabled={send.isPending} onClick={onBack}>
          {t('submission.check.back')}
        </Button>
      </div>
    </section>
  );
}

/** What a reviewer will be pointed to: to look at once more, never in the way. */
function Hints({ subject, rows }: Pick<CheckAnswersProps, 'subject' | 'rows'>) {
  const { t, language } = useText();
  const sentences = subject.indicators.flatMap((indicator) =>
    (rows.get(indicator.code)?.hints ?? []).map((hint) => hintText({ t, language }, hint, indicator)),
  );
  if (sentences.length === 0) return null;
  return (
    <section className={styles.notice} aria-labelledby="check-hints">
      <h3 id="check-hints">{t('submission.check.hints')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={styles.muted}>{t('submission.check.hintsNote')}</p>
    </section>
  );
}

function takeFocus(section: HTMLElement | null): void {
  section?.focus();
}
