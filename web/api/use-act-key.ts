import { useState } from 'react';
import { newActKey } from './act-key.ts';
import { problemOf } from './local-problem.ts';

/** The key of the act that a person is about to do. */
export interface ActKey {
  readonly key: string;
  /** What is about to be done has changed: it is another act. */
  readonly renew: () => void;
  /** For a mutation's `onSettled`: an answered act is over; without an answer the same key makes a second try harmless. */
  readonly settle: (data: unknown, error: Error | null) => void;
}

/** One idempotency key an act, kept over its retries. */
export function useActKey(): ActKey {
  const [key, setKey] = useState(newActKey);
  const renew = (): void => setKey(newActKey());
  const settle = (_data: unknown, error: Error | null): void => {
    if (error === null || isAnswer(problemOf(error).status)) renew();
  };
  return { key, renew, settle };
}

const isAnswer = (status: number): boolean => status > 0 && status < 500;
