import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import { changeTarget } from '#api/targets/contract.ts';
import type { TargetCell } from '#api/targets/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { changeFields, fieldSentences, offeredMonths, refusedFields, usualMonth } from './change.ts';
import type { ChangeField, FieldSentences, TypedChange } from './change.ts';
import { cellKey } from './ledger.ts';

/** The form of one target, and what came of sending it. */
export interface TargetChange {
  readonly typed: TypedChange;
  readonly sentences: FieldSentences;
  /** Whether the amount that is typed can be one. */
  readonly isAmountRead: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  /** The cell as it was saved. */
  readonly saved: TargetCell | null;
  readonly write: (field: ChangeField, text: string) => void;
  /** Sends it, or says which field is the first that is wrong. */
  readonly send: () => ChangeField | null;
}

/**
 * Sets or changes a target. What is typed is kept until the server has taken it; the document and its reason stay for the
 * year's other targets, which one document usually sets together.
 */
export function useTargetChange(year: number, cell: TargetCell, indicator: Indicator): TargetChange {
  const words = useText();
  const { typed, write, forgetAmount } = useTypedChange(year, cell);
  const [tried, setTried] = useState(false);
  const { mutation, renew } = useSending(year, cell, typed, () => {
    setTried(false);
    forgetAmount();
  });
  const found = fieldSentences(typed, indicator, cell.steps, words);
  const refused = mutation.error === null ? {} : refusedFields(problemOf(mutation.error));
  return {
    typed,
    sentences: tried ? { ...refused, ...found } : {},
    isAmountRead: found.amount === undefined,
    pending: mutation.isPending,
    error: mutation.error,
    saved: mutation.data ?? null,
    write: (field, text) => {
      write(field, text);
      renew();
    },
    send: () => {
      setTried(true);
      const wrong = changeFields.find((field) => found[field] !== undefined) ?? null;
      if (wrong === null) mutation.mutate();
      return wrong;
    },
  };
}

/** Sends a change against the ledger that this person has seen; `renew` makes it another command. */
function useSending(year: number, cell: TargetCell, typed: TypedChange, onSaved: () => void) {
  const client = useQueryClient();
  const { key, settle, renew } = useIdempotencyKey();
  // A line that comes in meanwhile makes the change stale until it was shown.
  const [seen, setSeen] = useState<number | null>(cell.version);
  const mutation = useMutation({
    mutationFn: () =>
      call(changeTarget, {
        params: { year, region: cell.region, indicator: cell.indicator },
        body: typed,
        version: seen ?? cell.version,
        idempotencyKey: key,
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
    onSettled: settle,
  });
  return { mutation, renew };
}

function useTypedChange(year: number, cell: TargetCell) {
  const { person, today } = useSession();
  const place = `xushi.target.${person.name}.${year}`;
  const amount = useKeptText(`${place}.${cellKey(cell)}.amount`);
  const month = useKeptText(`${place}.${cellKey(cell)}.month`);
  const documentNumber = useKeptText(`${place}.document`);
  const reason = useKeptText(`${place}.reason`);
  const kept = { amount, effectiveMonth: month, documentNumber, reason };
  const chosen = offeredMonths(cell.steps).find((one) => String(one) === month.value);
  const typed: TypedChange = {
    amount: amount.value,
    effectiveMonth: chosen ?? usualMonth(year, cell.steps, today),
    documentNumber: documentNumber.value,
    reason: reason.value,
  };
  return {
    typed,
    write: (field: ChangeField, text: string): void => kept[field].write(text),
    forgetAmount: (): void => {
      amount.forget();
      month.forget();
    },
  };
}
