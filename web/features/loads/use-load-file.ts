import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { commitLoad, previewLoad, type LoadPreview } from '#api/loads/contract.ts';
import type { ProblemDocument } from '#api/http/problem.ts';
import { upload } from '../../api/files.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { localProblem, problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { tableType } from '../../parts/files/table-type.ts';
import { useText } from '../../text/messages/use-text.ts';

/** Whether what was accepted meanwhile stays, or the file counts. */
export type Conflicts = 'theirs' | 'file';

/** How far a file is. */
export type LoadStage =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly file: File; readonly percent: number }
  | { readonly is: 'failed'; readonly file: File; readonly problem: ProblemDocument }
  | LookedAt
  | { readonly is: 'done' };

interface LookedAt {
  readonly is: 'preview';
  readonly file: File;
  readonly preview: LoadPreview;
  readonly conflicts: Conflicts;
  /** Whether something changed between a first look and its confirming. */
  readonly isAgain: boolean;
  readonly isWriting: boolean;
  /** Why it could not be written; null where that was not tried. */
  readonly failure: ProblemDocument | null;
}

export interface Confirmation {
  readonly reason: string;
  readonly rows: 'all' | 'good';
}

export interface LoadFile {
  readonly stage: LoadStage;
  readonly send: (file: File, conflicts?: Conflicts) => Promise<void>;
  readonly confirm: (confirmation: Confirmation) => Promise<void>;
  readonly leave: () => void;
}

/** One file at a time: sent, looked at, and sent again to be written as it was shown. */
export function useLoadFile(): LoadFile {
  const [stage, setStage] = useState<LoadStage>({ is: 'none' });
  const look = useLook(setStage);
  const write = useWrite();
  const confirm = async (confirmation: Confirmation): Promise<void> => {
    if (stage.is !== 'preview' || stage.isWriting) return;
    setStage({ ...stage, isWriting: true, failure: null });
    const failure = await write(stage, confirmation);
    if (failure === null) setStage({ is: 'done' });
    else if (failure.code === 'load-changed') await look(stage.file, stage.conflicts, true);
    else setStage({ ...stage, isWriting: false, failure });
  };
  return {
    stage,
    send: (file, conflicts = 'theirs') => look(file, conflicts, false),
    confirm,
    leave: () => setStage({ is: 'none' }),
  };
}

/** Sends a file to be looked at; nothing is written. */
function useLook(setStage: (stage: LoadStage) => void) {
  const { t, language } = useText();
  return async (file: File, conflicts: Conflicts, isAgain: boolean): Promise<void> => {
    const typed = asTable(file);
    const fail = (problem: ProblemDocument): void => setStage({ is: 'failed', file, problem });
    if (typed === null)
      return fail(localProblem('sheet-unreadable', 422, t('monthFile.notTaken', { name: file.name })));
    setStage({ is: 'sending', file, percent: 0 });
    const onProgress = ({ sent, total }: { readonly sent: number; readonly total: number }): void =>
      setStage({ is: 'sending', file, percent: Math.floor((sent / Math.max(1, total)) * 100) });
    try {
      const preview = await upload(previewLoad, { query: { language, conflicts } }, typed, { onProgress });
      setStage({ is: 'preview', file, preview, conflicts, isAgain, isWriting: false, failure: null });
    } catch (error) {
      fail(problemOf(error));
    }
  };
}

/** Has what was looked at written; gives why not, or null where it was. */
function useWrite() {
  const { language } = useText();
  const client = useQueryClient();
  // One key a preview, so that a second try after silence counts once.
  const [keys] = useState(() => new Map<string, string>());
  return async (
    { file, preview: { digest }, conflicts }: LookedAt,
    { reason, rows }: Confirmation,
  ): Promise<ProblemDocument | null> => {
    const query = { language, conflicts, digest, name: file.name, reason, rows };
    const asked = JSON.stringify(query);
    const idempotencyKey = keys.get(asked) ?? newIdempotencyKey();
    keys.set(asked, idempotencyKey);
    try {
      await upload(commitLoad, { query, idempotencyKey }, asTable(file) ?? file);
      await refresh(client);
      return null;
    } catch (error) {
      return problemOf(error);
    }
  };
}

/** The file as what its name says it is; null where such files are not taken. */
function asTable(file: File): Blob | null {
  const type = tableType(file.name);
  return type === null ? null : file.slice(0, file.size, type);
}
