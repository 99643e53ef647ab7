import type { StandingReply } from '#api/http/shapes.ts';
import type { Indicator } from '#api/indicators/contract.ts';

/** An indicator as a region is judged on it: with the points of the curve that judges it in the place of the indicator's. */
export function judgedIndicator(
  standing: Pick<StandingReply, 'ownCurve'> | null | undefined,
  indicator: Indicator,
): Indicator {
  const own = standing?.ownCurve;
  return own ? { ...indicator, curve: { ...indicator.curve, points: own.points } } : indicator;
}
