/** A distance to the expected pace in words. */
import type { Kind } from '#api/measures/vocabulary.ts';
import { formatPointsApart } from './format.ts';
import type { Words } from './messages/words.ts';

/** On which side of the pace a gap lies, as far as two decimals show it. */
export function sideOf(points: number): 'below' | 'above' | 'even' {
  if (Math.abs(points) < 0.005) return 'even';
  return points < 0 ? 'below' : 'above';
}

/**
 * Percentage points below or above the expected pace: `低于序时 14.9 个百分点`. A ratio has no pace: it lies below or above
 * its target.
 */
export function paceText(points: number, kind: Kind, { t }: Pick<Words, 't'>): string {
  const against = kind === 'ratio' ? 'shareTarget' : 'pace';
  return t(`everywhere.${against}.${sideOf(points)}`, { points: formatPointsApart(points) });
}
