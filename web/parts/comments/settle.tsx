import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { settleComments, type Comments } from '#api/comments/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { ProblemView } from '../../ui/problem-view.tsx';

interface SettleProps {
  readonly comments: Pick<Comments, 'year' | 'month' | 'region'>;
  readonly indicator: string;
  readonly action: string;
}

/** Says that nothing is left to ask about a figure. */
export function Settle({ comments: { year, month, region }, indicator, action }: SettleProps) {
  const { key, settle } = useIdempotencyKey();
  const settling = useMutation({
    mutationFn: () =>
      call(settleComments, { params: { year, month, region }, body: { indicator }, idempotencyKey: key }),
    onSettled: settle,
  });
  return (
    <>
      {settling.error !== null && <ProblemView problem={problemOf(settling.error)} />}
      <Button variant="default" size="xs" loading={settling.isPending} onClick={() => settling.mutate()}>
        {action}
      </Button>
    </>
  );
}
