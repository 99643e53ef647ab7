import { useState } from 'react';
import { newIdempotencyKey } from './idempotency-key.ts';
import { problemOf } from './local-problem.ts';

/** The key of the command that a person is about to do. */
export interface IdempotencyKey {
  readonly key: string;
  /** What is about to be done has changed: it is another command. */
  readonly renew: () => void;
  /** For a mutation's `onSettled`: an answered command is over; without an answer the same key makes a second try harmless. */
  readonly settle: (data: unknown, error: Error | null) => void;
}

/** One idempotency key a command, kept over its retries. */
export function useIdempotencyKey(): IdempotencyKey {
  const [key, setKey] = useState(newIdempotencyKey);
  const renew = (): void => setKey(newIdempotencyKey());
  const settle = (_data: unknown, error: Error | null): void => {
    if (error === null || isAnswer(problemOf(error).status)) renew();
  };
  return { key, renew, settle };
}

const isAnswer = (status: number): boolean => status > 0 && status < 500;
