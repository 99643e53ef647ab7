/** The parts of a laid out burn-up. */
import type { AxisWord } from './burn-up-axis.ts';
import type { BurnUpPoint } from './burn-up-input.ts';
import type { PlacedBox, Point } from './place-labels.ts';

export type LabelKey =
  | 'value'
  | 'missing'
  | 'projection'
  | 'target'
  | 'needed'
  | 'pending'
  | 'pace'
  | 'lastYear'
  | 'plan';

export interface BurnUpLabel extends PlacedBox {
  readonly text: string;
  readonly size: number;
  /** Where the text's own line stands. */
  readonly x: number;
  readonly y: number;
}

export interface BurnUpMarker extends Point {
  readonly point: BurnUpPoint;
}

/** The lines from the back to the front. */
export const lineNames = [
  'lastYear',
  'pace',
  'plan',
  'alsoTarget',
  'target',
  'needed',
  'projection',
  'pending',
  'actual',
] as const;
export type LineName = (typeof lineNames)[number];
/** Their pieces, cut at the top of the scale. */
export type BurnUpLines = Readonly<Record<LineName, readonly (readonly Point[])[]>>;

export interface BurnUpLayout {
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly lines: BurnUpLines;
  /** The past shortfall against the pace, and the band of the estimate: closed shapes, empty where there is none. */
  readonly wedge: readonly Point[];
  readonly band: readonly Point[];
  /** From where the estimate ends up to the target: what will be missing. */
  readonly bracket: { readonly x: number; readonly from: number; readonly to: number } | null;
  readonly projectionEnd: Point | null;
  /** Every point within the scale. */
  readonly markers: readonly BurnUpMarker[];
  /** Where the accepted line and the estimate go on beyond the scale. */
  readonly exits: readonly (Point & { readonly of: 'actual' | 'projection' })[];
  readonly ticks: readonly (AxisWord & { readonly line: number })[];
  readonly months: readonly AxisWord[];
  readonly labels: readonly BurnUpLabel[];
}
