/** Sends a checked submission, and finds out whether it arrived where no answer came. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { getSubmission, submit } from '#api/submissions/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { call } from '../../../api/call.ts';
import { newIdempotencyKey } from '../../../api/idempotency-key.ts';
import { isUnanswered } from '../../../api/problem-error.ts';
import { query } from '../../../api/queries.ts';

/**
 * `asking`: no answer came, and the server is asked whether it has it. `unsent`: it answered that it does not. `unsaved`: what was
 * typed last is not on the server, so that nothing was sent.
 */
export type Sending = 'ready' | 'sending' | 'asking' | 'unsent' | 'unsaved';

interface SendingOf {
  readonly submission: Pick<Submission, 'year' | 'month' | 'region'>;
  /** Saves what was typed last, and gives the version that is sent; null where it could not be saved. */
  readonly saved: () => Promise<number | null>;
  readonly onSubmitted: (submission: Submission) => void;
  readonly onFailed: (error: unknown) => void;
}

const askAgainAfter = 2_000;

/** One key for all tries, so that a second one is harmless whatever became of the first. */
export function useSending({ submission, saved, onSubmitted, onFailed }: SendingOf) {
  const client = useQueryClient();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const [state, setState] = useState<Sending>('ready');
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const { year, month, region } = submission;
  const params = { year, month, region };
  const sending = useMutation({
    mutationFn: async (): Promise<Submission | 'unsent' | 'unsaved'> => {
      setState('sending');
      const version = await saved();
      if (version === null) return 'unsaved';
      try {
        return await call(submit, { params, body: {}, version, idempotencyKey });
      } catch (error) {
        if (!isUnanswered(error)) throw error;
      }
      setState('asking');
      leaving.current = new AbortController();
      const now = await stored(params, leaving.current.signal);
      return now.version > version && now.versions[0]?.state === 'submitted' ? now : 'unsent';
    },
    onSuccess: (submitted) => {
      const isSent = typeof submitted !== 'string';
      setState(isSent ? 'ready' : submitted);
      if (!isSent) return;
      client.setQueryData(query(getSubmission, { params }).queryKey, submitted);
      onSubmitted(submitted);
    },
    onError: (error) => {
      setState('ready');
      if (leaving.current?.signal.aborted !== true) onFailed(error);
    },
  });
  return { state, send: () => sending.mutate() };
}

/** The month as the server has it, asked for until an answer comes. @throws what it answers, or that the page was left */
async function stored(params: SendingOf['submission'], signal: AbortSignal): Promise<Submission> {
  for (;;) {
    try {
      return await call(getSubmission, { params }, signal);
    } catch (error) {
      if (signal.aborted || !isUnanswered(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, askAgainAfter));
    signal.throwIfAborted();
  }
}
