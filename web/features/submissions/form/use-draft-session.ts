import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { getSubmission, saveDraft } from '#api/submissions/contract.ts';
import type { Draft, Submission } from '#api/submissions/contract.ts';
import { newIdempotencyKey } from '../../../api/idempotency-key.ts';
import { call } from '../../../api/call.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { isSignedOut } from '../../../api/problem-error.ts';
import { query } from '../../../api/queries.ts';
import { sessionQuery } from '../../../api/session.ts';
import { runDraftSession } from './draft-runner.ts';
import type { DraftSession } from './draft-runner.ts';
import type { SaveAnswer, SessionStart, SessionState } from './draft-session.ts';
import { forget, keep } from './draft-store.ts';
import type { DraftOwner } from './draft-store.ts';
import { outgoing, sheetOf } from './sheet.ts';
import { versionToEdit } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';

export type AboutMonth = (submission: Submission) => Subject;

/** What a form starts with on a submission: the draft's or the returned version's texts, or none. */
export function startOn(subjectOf: AboutMonth, submission: Submission): SessionStart {
  const version = versionToEdit(submission);
  return {
    acknowledged: sheetOf(subjectOf(submission), version),
    version: submission.version,
    savedAt: version?.state === 'draft' ? version.savedAt : null,
  };
}

/** The editing of one month by one person: its session, and its state whenever that changes. */
export function useDraftSession(
  owner: DraftOwner,
  submission: Submission,
  subjectOf: AboutMonth,
): { readonly session: DraftSession; readonly state: SessionState } {
  const client = useQueryClient();
  const [session] = useState(() => {
    const subject = subjectOf(submission);
    return runDraftSession(startOn(subjectOf, submission), {
      send: sender(client, owner),
      outgoing: (typed, acknowledged) => outgoing(subject, typed, acknowledged, 'submission'),
      startOn: (current) => startOn(subjectOf, current),
      keep: (typed, basedOn) => keep(owner, { typed, basedOn, keptAt: new Date().toISOString() }),
      forget: () => forget(owner),
      later: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      name: newIdempotencyKey(),
    });
  });
  const [subscribe] = useState(() => (listener: () => void) => {
    const stop = session.subscribe(listener);
    globalThis.addEventListener('online', session.retry);
    return () => {
      globalThis.removeEventListener('online', session.retry);
      stop();
    };
  });
  return { session, state: useSyncExternalStore(subscribe, session.state) };
}

/** Saves one month of one region, and gives every page what came of it. */
function sender(client: QueryClient, { year, month, region }: DraftOwner) {
  const params = { year, month, region };
  return async (body: Draft, version: number, idempotencyKey: string): Promise<SaveAnswer> => {
    try {
      const saved = await call(saveDraft, { params, body, version, idempotencyKey });
      client.setQueryData(query(getSubmission, { params }).queryKey, saved);
      return { outcome: 'saved', submission: saved };
    } catch (error) {
      // Any query that now says “not signed in” leads to the sign-in page and back.
      if (isSignedOut(error)) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      return failedAnswer(error);
    }
  };
}

function failedAnswer(error: unknown): SaveAnswer {
  const problem = problemOf(error);
  const { status, code, current } = problem;
  // The reply's own shape, which the server puts into this problem.
  if (code === 'stale-version') return { outcome: 'stale', current: current as Submission };
  const isTransient = status === 0 || status === 401 || status === 429 || status >= 500;
  return { outcome: isTransient ? 'unanswered' : 'refused', problem };
}
