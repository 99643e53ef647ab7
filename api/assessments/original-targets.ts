import type { IndicatorRow } from '#db/indicators.ts';
import { byOriginalTarget, type ByOriginalTarget } from '../measures/original-target.ts';
import type { StandingInput } from '../measures/vocabulary.ts';
import { changedFrom } from '../targets/lifecycle.ts';
import { rowsOf, type Snapshot } from './snapshot.ts';

/** A region with what its standing at a month is computed from. */
interface RegionInput {
  readonly region: string;
  readonly input: StandingInput;
}

/** Completion by the targets that the year began with, of one region or of the sum over several; null where none was changed. */
export function completionByOriginal(
  { targets }: Pick<Snapshot, 'targets'>,
  regions: readonly RegionInput[],
  { indicator, month }: { readonly indicator: IndicatorRow; readonly month: number },
): ByOriginalTarget | null {
  const each = regions.map(({ region, input }) => ({
    input,
    original: changedFrom(rowsOf(targets, region, indicator.code), month)?.amount ?? null,
  }));
  return each.every(({ original }) => original === null) ? null : byOriginalTarget(each, month);
}
