import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProblemDocument } from '#api/http/problem.ts';
import { isReason } from '#api/http/reason.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { enterMonth } from '#api/loads/contract.ts';
import { mayEnterMonth } from '#api/loads/lifecycle.ts';
import { getSubmission } from '#api/submissions/contract.ts';
import { call } from '../../../api/call.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { query } from '../../../api/queries.ts';
import { useSession } from '../../../api/session.ts';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { unitOf } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Fold } from '../../../ui/fold.tsx';
import { ProblemView } from '../../../ui/problem-view.tsx';
import { useFormView } from '../form/use-form-view.ts';
import { entryFields, entryFigures, type Typed } from './entry.ts';
import styles from './entry.module.css';

/** Figures of a past month that an official types in the bureau's place; nothing for whoever may not. */
export function EnterMonth({ subject }: { readonly subject: Subject }) {
  const { t } = useText();
  const { person, today } = useSession();
  const { view, show } = useFormView();
  const { year, month, versions } = subject.submission;
  const [newest] = versions;
  if (newest?.state === 'submitted' && newest.entered !== null && person.role === 'official') {
    return (
      <p>
        {t('loads.entry.saved')}{' '}
        <Link className={styles.link} to="/loads/$id" params={{ id: newest.entered.load }}>
          {t('loads.entry.toLoad')}
        </Link>
      </p>
    );
  }
  const hasWaiting = newest?.state === 'submitted';
  if (!mayEnterMonth({ year, month, hasWaiting }, person.role, today)) return null;
  return (
    <Fold title={t('loads.entry.title')} isOpen={view === 'enter'} onChange={(isOpen) => show(isOpen ? 'enter' : null)}>
      <EntryForm subject={subject} />
    </Fold>
  );
}

function EntryForm({ subject }: { readonly subject: Subject }) {
  const { t } = useText();
  const { submission, indicators } = subject;
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const { entering, renew } = useEntering(subject, typed, reason);
  const problem = entering.error === null ? null : problemOf(entering.error);
  const send = (): void => {
    setShort(!isReason(reason));
    if (isReason(reason)) entering.mutate();
  };
  return (
    <div className={styles.form}>
      <p className={styles.muted}>
        {t('loads.entry.note')} {submission.month === 12 && t('loads.entry.noteDecember')}
      </p>
      {problem !== null && <ProblemView problem={problem} />}
      <Fields indicators={indicators} typed={typed} onTyped={writing(setTyped, renew)} problem={problem} />
      <Textarea
        label={t('loads.reason')}
        value={reason}
        rows={2}
        maxLength={500}
        error={isShort ? t('loads.reasonShort') : undefined}
        onChange={(event) => writing(setReason, renew)(event.currentTarget.value)}
      />
      <div>
        <Button loading={entering.isPending} onClick={send}>
          {t('loads.entry.save')}
        </Button>
      </div>
    </div>
  );
}

/** What is typed now is another request. */
const writing =
  <Value,>(set: (value: Value) => void, renew: () => void) =>
  (value: Value): void => {
    set(value);
    renew();
  };

interface FieldsProps {
  readonly indicators: readonly Indicator[];
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly problem: ProblemDocument | null;
}

function Fields({ indicators, typed, onTyped, problem }: FieldsProps) {
  const { t, language } = useText();
  return entryFields(indicators).map(({ key, indicator, part, pointer }) => (
    <TextInput
      key={key}
      label={t(`loads.entry.${part}`, {
        indicator: indicator.name[language],
        unit: unitOf(indicator, language),
      })}
      inputMode="decimal"
      autoComplete="off"
      value={typed[key] ?? ''}
      error={problem?.errors.find((one) => one.pointer === pointer)?.detail}
      onChange={(event) => onTyped({ ...typed, [key]: event.currentTarget.value })}
    />
  ));
}

function useEntering({ submission, indicators }: Subject, typed: Typed, reason: string) {
  const client = useQueryClient();
  const { key, settle, renew } = useIdempotencyKey();
  const { region, year, month, version } = submission;
  const params = { region, year, month };
  const entering = useMutation({
    mutationFn: () =>
      call(enterMonth, {
        params,
        body: { figures: entryFigures(indicators, typed), reason },
        version,
        idempotencyKey: key,
      }),
    onSettled: settle,
    onSuccess: (entered) => client.setQueryData(query(getSubmission, { params }).queryKey, entered),
  });
  return { entering, renew };
}
