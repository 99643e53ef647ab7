import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IndicatorHistory } from '#api/indicator-changes/contract.ts';
import { indicatorsQuery } from '../../api/reference.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';

/** Sends a decision on indicators; afterwards they are read anew, which nothing else does. */
export function useDecision<Body>(
  send: (body: Body, idempotencyKey: string) => Promise<IndicatorHistory>,
  onDone: () => void,
) {
  const client = useQueryClient();
  const idempotency = useIdempotencyKey();
  const decision = useMutation({
    mutationFn: (body: Body) => send(body, idempotency.key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: indicatorsQuery.queryKey });
      onDone();
    },
    onSettled: idempotency.settle,
  });
  return { decision, renew: idempotency.renew };
}
