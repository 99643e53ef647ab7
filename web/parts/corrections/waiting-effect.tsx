import { useQuery } from '@tanstack/react-query';
import { waitingEffect } from '#api/corrections/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { query } from '../../api/queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { EffectTable } from './effect-table.tsx';

/** What the version of a month that waits would move. */
export function WaitingEffect({ submission: { year, month, region } }: { readonly submission: Submission }) {
  const result = useQuery(query(waitingEffect, { params: { year, month, region } }));
  return <Loaded result={result}>{({ effect }) => effect && <EffectTable effect={effect} />}</Loaded>;
}
