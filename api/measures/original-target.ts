/** What was done against the targets that a year began with, where others have come into force since. */
import { quotient } from './progress.ts';
import { addRegion, noSums, progressOfSums, sumOf } from './sums.ts';
import { shareScale, type StandingInput } from './vocabulary.ts';

/** A region with the target that its year began with; null where that is still the one in force. */
export interface WithOriginal {
  readonly input: StandingInput;
  /** Base units; a ratio's share in ten-thousandths. */
  readonly original: number | null;
}

/** Neither the months of the year nor the year before bear on a completion. */
const amountsAlone = { months: false, lastYear: false };

/** The target before the changes, in base units (a ratio's share in ten-thousandths), and the completion of it. */
export interface ByOriginalTarget {
  readonly target: number;
  readonly completion: number | null;
}

/**
 * Completion of one region, or of the sum over several, by the original targets: A / T₀, of a stock the increase over
 * T₀ − A₀, of a ratio (N / D) / T₀; Σ A / Σ T₀ over the regions that are in the sums, each with the target in force where its
 * own was never changed. Null where nothing was changed of those that count, so that there is only one completion.
 * Example: 480 of 760, raised from 700 in July, are 63.16 % and by the original target 68.57 %.
 */
export function byOriginalTarget(regions: readonly WithOriginal[], month: number): ByOriginalTarget | null {
  const sums = noSums();
  let isChanged = false;
  for (const { input, original } of regions) {
    const before = sumOf(sums, 'counted');
    addRegion(sums, original === null ? input : { ...input, target: original }, month, amountsAlone);
    isChanged ||= original !== null && sumOf(sums, 'counted') > before;
  }
  const progress = progressOfSums(sums);
  if (progress === null || !isChanged) return null;
  const { done, planned, whole } = progress;
  const isRatio = regions.some(({ input }) => input.kind === 'ratio');
  // A stock's target is a level: what lies below the increase was there before the year began.
  const base = sumOf(sums, 'cumulative') - done;
  return { target: isRatio ? (shareScale * planned) / whole : planned + base, completion: quotient(done, planned) };
}
