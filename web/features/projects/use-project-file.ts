import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProblemDocument } from '#api/http/problem.ts';
import { importProjects, previewProjects, type ProjectFilePreview } from '#api/project-files/contract.ts';
import { upload } from '../../api/files.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { localProblem, problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { tableType } from '../../parts/files/table-type.ts';
import { useText } from '../../text/messages/use-text.ts';

/** How far a file is. */
export type FileStage =
  | { readonly is: 'none' }
  | { readonly is: 'reading'; readonly file: File }
  | { readonly is: 'failed'; readonly problem: ProblemDocument }
  | PreviewStage
  | { readonly is: 'done'; readonly counts: { readonly added: number; readonly changed: number } };

export interface PreviewStage {
  readonly is: 'preview';
  readonly file: File;
  readonly preview: ProjectFilePreview;
  /** Names the confirming, so that a second try after silence counts once. */
  readonly idempotencyKey: string;
  /** Whether something changed between a first look and its confirming. */
  readonly isAgain: boolean;
  /** Why it could not be written; null where that was not tried. */
  readonly failure: ProblemDocument | null;
}

/** One file at a time: sent, looked at, and sent again to be written as it was shown. */
export function useProjectFile() {
  const { t, language } = useText();
  const client = useQueryClient();
  const [stage, setStage] = useState<FileStage>({ is: 'none' });
  const look = async (file: File, isAgain = false): Promise<void> => {
    const table = asTable(file);
    if (table === null) {
      const problem = localProblem('sheet-unreadable', 422, t('monthFile.notTaken', { name: file.name }));
      return setStage({ is: 'failed', problem });
    }
    setStage({ is: 'reading', file });
    try {
      const preview = await upload(previewProjects, { query: { language } }, table);
      const idempotencyKey = newIdempotencyKey();
      setStage({ is: 'preview', file, preview, idempotencyKey, isAgain, failure: null });
    } catch (error) {
      setStage({ is: 'failed', problem: problemOf(error) });
    }
  };
  const confirm = async (looked: PreviewStage, reason: string, rows: 'all' | 'good'): Promise<void> => {
    const { file, preview, idempotencyKey } = looked;
    const query = { digest: preview.digest, name: file.name, reason, rows };
    try {
      const counts = await upload(importProjects, { query, idempotencyKey }, asTable(file) ?? file);
      await refresh(client);
      setStage({ is: 'done', counts });
    } catch (error) {
      const failure = problemOf(error);
      if (failure.code === 'load-changed') await look(file, true);
      // Another reason or choice of rows is another request, which its old key would refuse.
      else setStage({ ...looked, failure, idempotencyKey: newIdempotencyKey() });
    }
  };
  return { stage, look, confirm, leave: () => setStage({ is: 'none' }) };
}

/** The file as what its name says it is; null where such files are not taken. */
function asTable(file: File): Blob | null {
  const type = tableType(file.name);
  return type === null ? null : file.slice(0, file.size, type);
}
