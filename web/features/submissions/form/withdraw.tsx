import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { withdraw, type Submission } from '#api/submissions/contract.ts';
import { call } from '../../../api/call.ts';
import { problemOf } from '../../../api/local-problem.ts';
import { refresh } from '../../../api/query-client.ts';
import { useIdempotencyKey } from '../../../api/use-idempotency-key.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ProblemView } from '../../../ui/problem-view.tsx';

/** Takes back what waits for the department; the page is then the form again, with all that was typed. */
export function Withdraw({ submission: { year, month, region, version } }: { readonly submission: Submission }) {
  const { t } = useText();
  const client = useQueryClient();
  const { key, settle } = useIdempotencyKey();
  const params = { year, month, region };
  const taking = useMutation({
    mutationFn: () => call(withdraw, { params, body: {}, version, idempotencyKey: key }),
    onSettled: (reply, error) => {
      settle(reply, error);
      // After a refusal too: the department was faster.
      void refresh(client);
    },
  });
  return (
    <>
      {taking.error !== null && <ProblemView problem={problemOf(taking.error)} />}
      <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
        {t('submissions.withdraw.button')}
      </Button>
    </>
  );
}
