import { Button } from '@mantine/core';
import { askOpening } from '#api/openings/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useCommand } from '../../api/use-command.ts';

/** Asks a city's bureau for its plan, and says whom that reached. */
export function AskForm({ year, region }: { readonly year: number; readonly region: string }) {
  const { t } = useText();
  const ask = useCommand((_input: null, idempotencyKey) =>
    call(askOpening, { params: { year, region }, body: {}, idempotencyKey }),
  );
  const told = ask.data?.told;
  return (
    <>
      {ask.error && <ProblemView problem={problemOf(ask.error)} />}
      <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate(null)}>
        {t('openings.ask')}
      </Button>
      {told !== undefined && (
        <p role="status">{told === 0 ? t('openings.askedNobody') : t('openings.asked', { n: told })}</p>
      )}
    </>
  );
}
