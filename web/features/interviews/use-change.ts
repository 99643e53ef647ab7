import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';

/** A change that a person may try again, and what came of it. */
export interface Change<Input, Reply> {
  readonly run: (input: Input) => void;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly done: Reply | undefined;
}

/** Sends a change with one key for all its tries; where somebody else was faster, the page reads what they did. */
export function useChange<Input, Reply>(
  send: (input: Input, idempotencyKey: string) => Promise<Reply>,
  onDone?: (reply: Reply) => void,
): Change<Input, Reply> {
  const client = useQueryClient();
  const idempotencyKey = useIdempotencyKey();
  const mutation = useMutation({
    mutationFn: (input: Input) => send(input, idempotencyKey.key),
    onSuccess: (reply) => onDone?.(reply),
    onError: (error) => {
      if (problemOf(error).status === 409) void refresh(client);
    },
    onSettled: idempotencyKey.settle,
  });
  return {
    run: mutation.mutate,
    pending: mutation.isPending,
    error: mutation.error,
    done: mutation.data,
  };
}
