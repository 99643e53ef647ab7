import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeTargets, previewTargets, type BlockPreview } from '#api/target-blocks/contract.ts';
import type { ProblemDocument } from '#api/http/problem.ts';
import { call } from '../../../api/call.ts';
import { upload } from '../../../api/files.ts';
import { localProblem, problemOf } from '../../../api/local-problem.ts';
import { refresh } from '../../../api/query-client.ts';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import { tableType } from '../../../parts/files/table-type.ts';
import { useText } from '../../../text/messages/use-text.ts';

/** A block as it was sent, so that it can be looked at again; pasted text has no name. */
interface Given {
  readonly table: Blob;
  readonly name: string | null;
}

/** What one document says of the whole block. */
export interface BlockDocument {
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly reason: string;
}

/** A block that is looked at and then written. */
export interface Block {
  readonly effectiveMonth: number;
  readonly isLooking: boolean;
  readonly preview: BlockPreview | null;
  readonly problem: ProblemDocument | null;
  readonly isWriting: boolean;
  /** How many targets were written; null before. */
  readonly written: number | null;
  readonly chooseMonth: (month: number) => void;
  readonly paste: (text: string) => void;
  readonly choose: (file: File) => void;
  readonly confirm: (document: BlockDocument) => void;
  /** What is typed now is another command. */
  readonly renew: () => void;
}

/** Sends a block to be looked at, and has what was shown written; `onWritten` hears of it. */
export function useBlock(year: number, onWritten?: () => void): Block {
  const { t } = useText();
  const [effectiveMonth, setMonth] = useState(1);
  const [given, setGiven] = useState<Given | null>(null);
  const [refused, setRefused] = useState<ProblemDocument | null>(null);
  const looking = useMutation({
    mutationFn: ({ table, month }: { readonly table: Blob; readonly month: number }) =>
      upload(previewTargets, { params: { year }, query: { effectiveMonth: month } }, table),
  });
  const { writing, renew } = useWriting(year, effectiveMonth, looking.data ?? null, onWritten);
  const look = (next: Given, month: number): void => {
    setGiven(next);
    setRefused(null);
    writing.reset();
    looking.mutate({ table: next.table, month });
  };
  const failure = looking.error ?? writing.error;
  return {
    effectiveMonth,
    isLooking: looking.isPending,
    preview: looking.data ?? null,
    problem: refused ?? (failure === null ? null : problemOf(failure)),
    isWriting: writing.isPending,
    written: writing.data?.written ?? null,
    chooseMonth: (month) => {
      setMonth(month);
      if (given !== null) look(given, month);
    },
    paste: (text) => look({ table: new Blob([text], { type: 'text/csv' }), name: null }, effectiveMonth),
    choose: (file) => {
      const type = tableType(file.name);
      if (type === null)
        setRefused(localProblem('sheet-unreadable', 422, t('monthFile.notTaken', { name: file.name })));
      else look({ table: file.slice(0, file.size, type), name: file.name }, effectiveMonth);
    },
    confirm: (document) => writing.mutate(document),
    renew,
  };
}

function useWriting(year: number, effectiveMonth: number, preview: BlockPreview | null, onWritten?: () => void) {
  const client = useQueryClient();
  const { key, settle, renew } = useIdempotencyKey();
  const writing = useMutation({
    mutationFn: (document: BlockDocument) => {
      const cells = (preview?.cells ?? []).map(({ region, indicator, text, version }) => ({
        region,
        indicator,
        amount: text,
        version,
      }));
      const body = { cells, effectiveMonth, ...document };
      return call(changeTargets, { params: { year }, body, idempotencyKey: key });
    },
    onSuccess: () => onWritten?.(),
    onSettled: (reply, error) => {
      settle(reply, error);
      void refresh(client);
    },
  });
  return { writing, renew };
}
