/** Where the parts of a burn-up lie. Pure: values in, SVG numbers out; months run from 0 (New Year) to 12. */

export interface BurnUpPoint {
  readonly month: number;
  /** Months elapsed since 1 January at the point's as-of day: 9 at the end of September. */
  readonly position: number;
  readonly value: number;
  /** What the pace expects on that day, null where there is no target. */
  readonly expected: number | null;
  readonly accepted: boolean;
}

export interface BurnUpInput {
  readonly points: readonly BurnUpPoint[];
  /** The pace's values at New Year and the twelve month ends: 13 values, or none where there is no target. */
  readonly pace: readonly number[];
  readonly target: number | null;
  /** The value at the top of the scale, the same for charts that are compared. */
  readonly max: number;
}

export interface BurnUpSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface BurnUpMarker {
  readonly x: number;
  readonly y: number;
  readonly point: BurnUpPoint;
}

export interface BurnUpLayout {
  readonly pace: string;
  readonly actual: string;
  readonly pending: string;
  readonly markers: readonly BurnUpMarker[];
  readonly targetY: number | null;
  readonly paceEnd: { readonly x: number; readonly y: number } | null;
  /** The newest accepted point and the side on which its label is free of the pace's line. */
  readonly end: (BurnUpMarker & { readonly side: 'above' | 'below' }) | null;
  readonly baseline: number;
  readonly months: readonly { readonly month: number; readonly x: number }[];
}

/** Lays a burn-up out: from 0 at the bottom to `max`, New Year to December. */
export function burnUpLayout(input: BurnUpInput, size: BurnUpSize): BurnUpLayout {
  const x = (position: number): number => round(size.left + (position / 12) * (size.width - size.left - size.right));
  const baseline = size.height - size.bottom;
  const y = (value: number): number => round(baseline - (value / input.max) * (baseline - size.top));
  const markers = input.points
    .toSorted((a, b) => a.position - b.position)
    .map((point) => ({ x: x(point.position), y: y(point.value), point }));
  const accepted = markers.filter((marker) => marker.point.accepted);
  const last = accepted.at(-1);
  const paceLast = input.pace.at(-1);
  return {
    pace: line(input.pace.map((value, month) => ({ x: x(month), y: y(value) }))),
    actual: line([{ x: x(0), y: baseline }, ...accepted]),
    pending: line([...accepted.slice(-1), ...markers.filter((marker) => !marker.point.accepted)]),
    markers,
    targetY: input.target === null ? null : y(input.target),
    paceEnd: paceLast === undefined ? null : { x: x(12), y: y(paceLast) },
    end: last === undefined ? null : { ...last, side: sideOf(last.point) },
    baseline,
    months: [3, 6, 9, 12].map((month) => ({ month, x: x(month) })),
  };
}

/** The top of a scale shared by several charts: room for the largest value and the target, in steps of a quarter of the target. */
export function sharedMax(values: readonly number[], target: number): number {
  const step = target / 4;
  return Math.max(target, Math.ceil(Math.max(0, ...values) / step) * step);
}

function sideOf(point: BurnUpPoint): 'above' | 'below' {
  return point.expected !== null && point.value < point.expected ? 'below' : 'above';
}

function line(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points.length < 2 ? '' : `M${points.map((point) => `${point.x} ${point.y}`).join('L')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
