import type { PointerEvent } from 'react';
import type { BurnUpPoint } from './burn-up-input.ts';
import type { BurnUpLayout } from './burn-up-parts.ts';

/** The place, in the order of the year, of the point nearest to the pointer in a picture of this width; null without points. */
export function pointUnder(
  { clientX, currentTarget }: PointerEvent<SVGSVGElement>,
  points: readonly BurnUpPoint[],
  { left, right }: BurnUpLayout['plot'],
  width: number,
): number | null {
  const box = currentTarget.getBoundingClientRect();
  const position = ((((clientX - box.left) / box.width) * width - left) / (right - left)) * 12;
  return nearestPoint(
    points.map((point) => point.position).toSorted((a, b) => a - b),
    position,
  );
}

/** Which of these places of the year is nearest; null where there is none. */
export function nearestPoint(positions: readonly number[], position: number): number | null {
  const away = positions.map((one) => Math.abs(one - position));
  return away.length === 0 ? null : away.indexOf(Math.min(...away));
}
