import { useState } from 'react';
import { previewFile, type FilePreview } from '#api/month-files/contract.ts';
import type { ProblemDocument } from '#api/http/problem.ts';
import { saveDraft } from '#api/submissions/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { call } from '../../../../api/call.ts';
import { upload } from '../../../../api/files.ts';
import { newIdempotencyKey } from '../../../../api/idempotency-key.ts';
import { localProblem, problemOf } from '../../../../api/local-problem.ts';
import { useText } from '../../../../text/messages/use-text.ts';
import { tableType } from '../../../../parts/files/table-type.ts';
import { draftOf, takenChanges } from './file-draft.ts';

/** How far a file is. */
export type FileStage =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly file: File; readonly percent: number }
  | { readonly is: 'failed'; readonly file: File; readonly problem: ProblemDocument }
  | {
      readonly is: 'preview';
      readonly file: File;
      readonly preview: FilePreview;
      /** Whether somebody saved between a first look and its confirming. */
      readonly isAgain: boolean;
      readonly isSaving: boolean;
    }
  | { readonly is: 'saved'; readonly count: number };

export interface MonthFile {
  readonly stage: FileStage;
  readonly send: (file: File) => Promise<void>;
  /** Saves the changes, of the conflicts those that are taken. */
  readonly confirm: (taken: ReadonlySet<string>) => Promise<void>;
  readonly leave: () => void;
}

interface Month {
  readonly params: { readonly year: number; readonly month: number; readonly region: string };
  /** Saves what was typed, so that a file is compared with it. */
  readonly flush: () => Promise<boolean>;
  readonly onSaved: (saved: Submission) => void;
}

/** A file of which nothing is taken is no source of the draft. */
const sourceOf = ({ name }: File, taken: number) => (taken > 0 ? { fileName: name.slice(-200) } : {});

/** One file at a time: sent, looked at, confirmed. */
export function useMonthFile({ params, flush, onSaved }: Month): MonthFile {
  const { t, language } = useText();
  const [stage, setStage] = useState<FileStage>({ is: 'none' });

  const look = async (file: File, isAgain: boolean): Promise<void> => {
    const type = tableType(file.name);
    const fail = (problem: ProblemDocument): void => setStage({ is: 'failed', file, problem });
    if (type === null) return fail(localProblem('sheet-unreadable', 422, t('monthFile.notTaken', { name: file.name })));
    setStage({ is: 'sending', file, percent: 0 });
    if (!(await flush())) return fail(localProblem('stale-version', 409, t('monthFile.unsaved')));
    const onProgress = ({ sent, total }: { readonly sent: number; readonly total: number }): void =>
      setStage({ is: 'sending', file, percent: Math.floor((sent / Math.max(1, total)) * 100) });
    try {
      const input = { params, query: { language } };
      const preview = await upload(previewFile, input, file.slice(0, file.size, type), { onProgress });
      setStage({ is: 'preview', file, preview, isAgain, isSaving: false });
    } catch (error) {
      fail(problemOf(error));
    }
  };

  const confirm = async (taken: ReadonlySet<string>): Promise<void> => {
    if (stage.is !== 'preview' || stage.isSaving) return;
    const { file, preview } = stage;
    setStage({ ...stage, isSaving: true });
    try {
      const count = takenChanges(preview.changes, taken).length;
      const body = { ...draftOf(preview, taken), ...sourceOf(file, count) };
      onSaved(await call(saveDraft, { params, body, version: preview.version, idempotencyKey: newIdempotencyKey() }));
      setStage({ is: 'saved', count });
    } catch (error) {
      const problem = problemOf(error);
      // Somebody saved meanwhile: what the file would change is another thing now.
      if (problem.code === 'stale-version') await look(file, true);
      else setStage({ is: 'failed', file, problem });
    }
  };

  return { stage, send: (file) => look(file, false), confirm, leave: () => setStage({ is: 'none' }) };
}
