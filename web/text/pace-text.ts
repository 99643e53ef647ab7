/** A distance to the expected pace in words. */
import { formatPointsApart } from './format.ts';
import type { Words } from './messages/words.ts';

/** On which side of the pace a gap lies, as far as its two decimals show it. */
export function sideOf(points: number): 'below' | 'above' | 'even' {
  if (Math.abs(points) < 0.005) return 'even';
  return points < 0 ? 'below' : 'above';
}

/** Percentage points below or above the expected pace: `低于序时 14.95 个百分点`. */
export function paceText(points: number, { t }: Pick<Words, 't'>): string {
  return t(`everywhere.pace.${sideOf(points)}`, { points: formatPointsApart(points) });
}
