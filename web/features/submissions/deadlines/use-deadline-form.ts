import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setDeadline } from '#api/deadlines/contract.ts';
import type { MonthDeadline } from '#api/deadlines/contract.ts';
import { deadlineOf } from '#api/deadlines/lifecycle.ts';
import type { DecidedMonth } from '#api/deadlines/lifecycle.ts';
import { call } from '../../../api/call.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { refresh } from '../../../api/query-client.ts';
import { useSession } from '../../../api/session.ts';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { useKeptText } from '../../../ui/kept-text.ts';
import { bodyOf, decided, deadlineFields, fieldSentences, refusedFields } from './deadline.ts';
import type { DeadlineField, FieldSentences, TypedDeadline } from './deadline.ts';

/** The form of one month's deadline, and what came of sending it. */
export interface DeadlineForm {
  readonly month: DecidedMonth;
  readonly typed: TypedDeadline;
  readonly sentences: FieldSentences;
  readonly pending: boolean;
  readonly error: Error | null;
  /** The month as it was saved. */
  readonly saved: MonthDeadline | null;
  readonly write: (field: DeadlineField, text: string) => void;
  /** Sends it, or says which field is the first that is wrong. */
  readonly send: () => DeadlineField | null;
}

/** Sets a month's deadline. What is typed is kept until the server has taken it. */
export function useDeadlineForm(deadline: MonthDeadline): DeadlineForm {
  const { language } = useText();
  const { today } = useSession();
  const month = decided(deadline, today);
  const { typed, write, forget } = useTypedDeadline(month);
  const [tried, setTried] = useState(false);
  const { mutation, renew } = useSending(deadline, typed, () => {
    setTried(false);
    forget();
  });
  const found = fieldSentences(typed, month, language);
  const refused = mutation.error === null ? {} : refusedFields(problemOf(mutation.error));
  return {
    month,
    typed,
    sentences: tried ? { ...refused, ...found } : {},
    pending: mutation.isPending,
    error: mutation.error,
    saved: mutation.data ?? null,
    write: (field, text) => {
      write(field, text);
      renew();
    },
    send: () => {
      setTried(true);
      const wrong = deadlineFields.find((field) => found[field] !== undefined) ?? null;
      if (wrong === null) mutation.mutate();
      return wrong;
    },
  };
}

function useSending(deadline: MonthDeadline, typed: TypedDeadline, onSaved: () => void) {
  const client = useQueryClient();
  const idempotencyKey = useIdempotencyKey();
  // The decisions that this person has seen: one that comes in meanwhile makes theirs stale until it was shown.
  const [seen, setSeen] = useState<number | null>(deadline.version);
  const mutation = useMutation({
    mutationFn: () =>
      call(setDeadline, {
        params: { year: deadline.year, month: deadline.month },
        body: bodyOf(typed),
        version: seen ?? deadline.version,
        idempotencyKey: idempotencyKey.key,
      }),
    onSuccess: ({ version }) => {
      setSeen(version);
      onSaved();
    },
    onError: (error) => {
      if (problemOf(error).status !== 409) return;
      setSeen(null);
      void refresh(client);
    },
    onSettled: idempotencyKey.settle,
  });
  return { mutation, renew: idempotencyKey.renew };
}

/** Stands for a closing day that was taken away, which an empty text could not tell from one that was never touched. */
const none = 'none';

function useTypedDeadline({ year, month, decisions, usual }: DecidedMonth) {
  const { person } = useSession();
  const place = `xushi.deadline.${person.name}.${year}-${month}`;
  const region = useKeptText(`${place}.region`);
  const onTimeDay = useKeptText(`${place}.day`);
  const closesOn = useKeptText(`${place}.closing`);
  const reason = useKeptText(`${place}.reason`);
  const kept = { region, onTimeDay, closesOn, reason };
  const now = deadlineOf(decisions, { year, month, region: region.value === '' ? null : region.value }, usual);
  const typed: TypedDeadline = {
    region: region.value,
    onTimeDay: onTimeDay.value === '' ? now.onTimeDay : onTimeDay.value.replace(none, ''),
    closesOn: closesOn.value === '' ? (now.closesOn ?? '') : closesOn.value.replace(none, ''),
    reason: reason.value,
  };
  return {
    typed,
    write: (field: DeadlineField, text: string): void => {
      const isDayField = field === 'onTimeDay' || field === 'closesOn';
      kept[field].write(isDayField && text === '' ? none : text);
    },
    forget: (): void => Object.values(kept).forEach((text) => text.forget()),
  };
}
