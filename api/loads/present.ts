import type { LoadCounts, LoadRow } from '#db/loads.ts';
import type { Actor } from '../http/context.ts';
import type { LoadLine } from './contract.ts';
import { loadRefusal, loadState, type LoadMonths } from './lifecycle.ts';

/** Months of a load by what became of them; what was returned to the bureau is none of the load's any more. */
export const monthsOf = (counts: LoadCounts): LoadMonths => ({
  waiting: counts.submitted ?? 0,
  accepted: counts.accepted ?? 0,
  withdrawn: (counts.withdrawn ?? 0) + (counts.returned ?? 0),
});

export function presentLoad(load: LoadRow, counts: LoadCounts, actor: Actor): LoadLine {
  const months = monthsOf(counts);
  const may = (command: 'accept' | 'withdraw') =>
    loadRefusal(command, { months, loadedBy: load.loadedBy }, actor) === null;
  return {
    id: load.id,
    fileName: load.fileName,
    reason: load.reason,
    by: load.loadedAs.name,
    at: load.loadedAt,
    state: loadState(months),
    months,
    can: { accept: may('accept'), withdraw: may('withdraw') },
  };
}
