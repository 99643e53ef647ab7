import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refresh } from './query-client.ts';
import { useIdempotencyKey } from './use-idempotency-key.ts';

/** Sends a command with one key for all its tries; the page then reads what it is, also where somebody was faster. */
export function useCommand<Input, Reply>(send: (input: Input, idempotencyKey: string) => Promise<Reply>) {
  const client = useQueryClient();
  const idempotencyKey = useIdempotencyKey();
  return useMutation({
    mutationFn: (input: Input) => send(input, idempotencyKey.key),
    onSettled: (reply, error) => {
      idempotencyKey.settle(reply, error);
      // After a refusal too: what was sent before it may have been kept, or somebody else was faster.
      void refresh(client);
    },
  });
}
