import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportingCalendar } from '#api/deadlines/calendar-contract.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { refresh } from '../../../api/query-client.ts';
import { useSession } from '../../../api/session.ts';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import { isRecord } from '../../../ui/is-record.ts';
import { useKeptEdit, type KeptEdit } from '../../../ui/kept-edit.ts';

/** What one part of the calendar is changed by. */
interface Part<Field extends string> {
  /** Names it among what is kept of this person. */
  readonly name: string;
  readonly version: number;
  readonly fields: readonly Field[];
  readonly initial: Readonly<Record<Field, string>>;
  /** A sentence for each field that is wrong. */
  wrongIn(typed: Readonly<Record<Field, string>>): Partial<Record<Field, string>>;
  save(
    typed: Readonly<Record<Field, string>>,
    how: { readonly version: number; readonly idempotencyKey: string },
  ): Promise<ReportingCalendar>;
}

/** The form of one part of the calendar. What is typed is kept until the server has it. */
export function usePartForm<Field extends string>(part: Part<Field>) {
  const { person } = useSession();
  const kept = useKeptEdit(`xushi.calendar.${person.name}.${part.name}`, part.version, (read) =>
    readTyped(read, part.fields),
  );
  const [typed, setTyped] = useState(kept.typed ?? part.initial);
  const [tried, setTried] = useState(false);
  const { mutation, renew } = useSaving(part, kept, typed, () => setTried(false));
  const wrong = part.wrongIn(typed);
  const sentences: Partial<Record<Field, string>> = tried ? wrong : {};
  const idOf = (field: Field): string => `calendar-${field}`;
  const write = (field: Field, text: string): void => {
    const next = { ...typed, [field]: text };
    setTyped(next);
    kept.write(next);
    renew();
  };
  return {
    typed,
    pending: mutation.isPending,
    error: mutation.error,
    isSaved: mutation.isSuccess,
    idOf,
    /** What the input of a field is given. */
    field: (name: Field) => ({
      id: idOf(name),
      value: typed[name],
      error: sentences[name],
      onChange: (event: { currentTarget: { value: string } }) => write(name, event.currentTarget.value),
    }),
    /** Sends it, or says which field is the first that is wrong. */
    send: (): Field | null => {
      setTried(true);
      const first = part.fields.find((field) => wrong[field] !== undefined) ?? null;
      if (first === null) mutation.mutate();
      return first;
    },
  };
}

function useSaving<Field extends string>(
  part: Part<Field>,
  kept: Pick<KeptEdit<unknown>, 'basedOn' | 'rebase' | 'forget'>,
  typed: Readonly<Record<Field, string>>,
  onSaved: () => void,
) {
  const client = useQueryClient();
  const { key, renew, settle } = useIdempotencyKey();
  const mutation = useMutation({
    mutationFn: () => part.save(typed, { version: kept.basedOn ?? part.version, idempotencyKey: key }),
    onSuccess: () => {
      // The next one is based on what this page reads now.
      kept.rebase(null);
      kept.forget();
      onSaved();
    },
    onError: (error) => {
      if (problemOf(error).status !== 409) return;
      kept.rebase(null);
      void refresh(client);
    },
    onSettled: settle,
  });
  return { mutation, renew };
}

function readTyped<Field extends string>(
  kept: unknown,
  fields: readonly Field[],
): Readonly<Record<Field, string>> | null {
  if (!isRecord(kept)) return null;
  const texts: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const text = kept[field];
    if (typeof text !== 'string') return null;
    texts[field] = text;
  }
  return isWhole(texts, fields) ? texts : null;
}

const isWhole = <Field extends string>(
  texts: Partial<Record<Field, string>>,
  fields: readonly Field[],
): texts is Record<Field, string> => fields.every((field) => texts[field] !== undefined);
