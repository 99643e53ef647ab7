import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';

/** An indicator as a region is judged on it: with the points of its own curve where it is judged by one. */
export function judgedIndicator(
  standing: Pick<StandingReply, 'ownCurve'> | null | undefined,
  indicator: Indicator,
): Indicator {
  const own = standing?.ownCurve;
  return own ? { ...indicator, curve: { ...indicator.curve, points: own.points } } : indicator;
}
