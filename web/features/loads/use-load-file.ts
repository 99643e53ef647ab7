import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { commitLoad, previewLoad, type LoadPreview } from '#api/loads/contract.ts';
import type { ProblemDocument } from '#api/http/problem.ts';
import { upload } from '../../api/files.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { localProblem, problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { useSession } from '../../api/session.ts';
import { tableType } from '../../parts/files/table-type.ts';
import { useText } from '../../text/messages/use-text.ts';
import { forgetFile, keepFile, keptFile, type KeptFile } from '../../ui/kept-file.ts';
import { queryOf, readChoice, untouched, type Choice } from './choice.ts';

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
  /** What the preview was made with. */
  readonly looked: Choice;
  /** What is chosen now; where it is another one, the file is looked at again before it is written. */
  readonly choice: Choice;
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
  readonly send: (file: File, choice?: Choice) => Promise<void>;
  readonly choose: (choice: Choice) => void;
  /** What was chosen before the page was loaded again; null where nothing was. */
  readonly kept: KeptFile<Choice> | null;
  /** Has it written; says so by `done` where it was. */
  readonly confirm: (confirmation: Confirmation, done: () => void) => Promise<void>;
  readonly leave: () => void;
}

/** One file at a time: sent, looked at, and sent again to be written as it was shown. It is kept until it was, or is left. */
export function useLoadFile(): LoadFile {
  const [stage, setStage] = useState<LoadStage>({ is: 'none' });
  const { kept, keep, forget } = useKeptLoad();
  const look = useLook(setStage);
  const write = useWrite();
  const send = async (file: File, choice = untouched): Promise<void> => {
    keep({ file, choice });
    await look(file, choice, false);
  };
  const confirm = async (confirmation: Confirmation, done: () => void): Promise<void> => {
    if (stage.is !== 'preview' || stage.isWriting) return;
    setStage({ ...stage, isWriting: true, failure: null });
    const failure = await write(stage, confirmation);
    if (failure === null) {
      forget();
      done();
      setStage({ is: 'done' });
    } else if (failure.code === 'load-changed') await look(stage.file, stage.choice, true);
    else setStage({ ...stage, isWriting: false, failure });
  };
  const choose = (choice: Choice): void => {
    if (stage.is !== 'preview') return;
    keep({ file: stage.file, choice });
    setStage({ ...stage, choice });
  };
  const leave = (): void => {
    forget();
    setStage({ is: 'none' });
  };
  return { stage, kept, send, choose, confirm, leave };
}

/** The file of this person that is neither written nor left yet, in their browser. */
function useKeptLoad() {
  const { person } = useSession();
  const client = useQueryClient();
  const key = `load.${person.name}`;
  const queryKey = ['kept-file', key];
  const { data = null } = useQuery({
    queryKey,
    queryFn: async (): Promise<KeptFile<Choice> | null> => {
      const kept = await keptFile(key);
      return kept === null ? null : { file: kept.file, choice: readChoice(kept.choice) };
    },
    staleTime: Infinity,
  });
  const keep = (kept: KeptFile<Choice>): void => {
    client.setQueryData(queryKey, kept);
    void keepFile(key, kept);
  };
  const forget = (): void => {
    client.setQueryData(queryKey, null);
    void forgetFile(key);
  };
  return { kept: data, keep, forget };
}

/** Sends a file to be looked at; nothing is written. */
function useLook(setStage: (stage: LoadStage) => void) {
  const { t, language } = useText();
  return async (file: File, choice: Choice, isAgain: boolean): Promise<void> => {
    const typed = asTable(file);
    const fail = (problem: ProblemDocument): void => setStage({ is: 'failed', file, problem });
    if (typed === null)
      return fail(localProblem('sheet-unreadable', 422, t('monthFile.notTaken', { name: file.name })));
    setStage({ is: 'sending', file, percent: 0 });
    const onProgress = ({ sent, total }: { readonly sent: number; readonly total: number }): void =>
      setStage({ is: 'sending', file, percent: Math.floor((sent / Math.max(1, total)) * 100) });
    try {
      const preview = await upload(previewLoad, { query: { language, ...queryOf(choice) } }, typed, { onProgress });
      setStage({ is: 'preview', file, preview, looked: choice, choice, isAgain, isWriting: false, failure: null });
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
    { file, preview: { digest }, looked }: LookedAt,
    { reason, rows }: Confirmation,
  ): Promise<ProblemDocument | null> => {
    const query = { language, ...queryOf(looked), digest, name: file.name, reason, rows };
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
